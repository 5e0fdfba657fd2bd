package com.nexnum.platform.privacy;

import com.google.crypto.tink.DeterministicAead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.daead.DeterministicAeadConfig;
import com.google.crypto.tink.daead.PredefinedDeterministicAeadParameters;
import com.nexnum.kernel.identity.CustomerId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/** What is left of a customer's key. */
sealed interface CustomerKey {

    record Living(DeterministicAead aead) implements CustomerKey {}

    record Erased() implements CustomerKey {}

    /** A new AES-SIV key, wrapped for this customer's row. */
    static byte[] wrappedNew(CustomerId customer, MasterKey master) {
        try {
            DeterministicAeadConfig.register();
            var keyset = KeysetHandle.generateNew(PredefinedDeterministicAeadParameters.AES256_SIV);
            var clear =
                    TinkProtoKeysetFormat.serializeKeyset(keyset, InsecureSecretKeyAccess.get());
            return master.seal(clear, rowOf(customer));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("No key can be made for " + customer, e);
        }
    }

    static Living unwrap(CustomerId customer, byte[] wrapped, MasterKey master) {
        try {
            DeterministicAeadConfig.register();
            var clear = master.open(wrapped, rowOf(customer));
            var keyset = TinkProtoKeysetFormat.parseKeyset(clear, InsecureSecretKeyAccess.get());
            return new Living(
                    keyset.getPrimitive(RegistryConfiguration.get(), DeterministicAead.class));
        } catch (GeneralSecurityException e) {
            throw doesNotOpen(customer, e);
        }
    }

    static byte[] rewrap(CustomerId customer, byte[] wrapped, MasterKey master) {
        try {
            return master.seal(master.open(wrapped, rowOf(customer)), rowOf(customer));
        } catch (GeneralSecurityException e) {
            throw doesNotOpen(customer, e);
        }
    }

    private static IllegalStateException doesNotOpen(CustomerId customer, Exception cause) {
        return new IllegalStateException(
                "The master keyset ("
                        + PrivacyConfiguration.MASTER_KEYSET
                        + ") does not open the key of "
                        + customer,
                cause);
    }

    /** A wrapped key opens in its own customer's row only. */
    private static byte[] rowOf(CustomerId customer) {
        return ("privacy_key:" + customer).getBytes(StandardCharsets.UTF_8);
    }
}
