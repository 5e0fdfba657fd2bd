package com.nexnum.platform.privacy;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeyStatus;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;

/**
 * The key over all other keys: a Tink AEAD keyset. Its primary key seals; every key in it opens.
 *
 * <p>To rotate: put a new primary key into the keyset and keep the old ones, restart every process,
 * run {@link CustomerKeys#rewrap()}; an old key may leave once nothing is sealed with it any more.
 */
public final class MasterKey {

    /** Tink's own prefix: one byte of version, four of the key's id. */
    private static final int PREFIX_BYTES = 5;

    private final KeysetHandle keyset;
    private final Aead aead;

    private MasterKey(KeysetHandle keyset) throws GeneralSecurityException {
        this.keyset = keyset;
        aead = keyset.getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    public static MasterKey generate() {
        return working(
                () -> new MasterKey(KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM)));
    }

    /**
     * @param json a clear-text keyset in Tink's JSON form
     * @throws GeneralSecurityException when it is anything else
     */
    static MasterKey parse(String json) throws GeneralSecurityException {
        AeadConfig.register();
        return new MasterKey(
                TinkJsonProtoKeysetFormat.parseKeyset(json, InsecureSecretKeyAccess.get()));
    }

    /** The keyset with a fresh primary key; the keys before it stay and open. */
    public MasterKey rotated() {
        var fresh =
                KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                        .withRandomId()
                        .setStatus(KeyStatus.ENABLED)
                        .makePrimary();
        return working(
                () -> new MasterKey(KeysetHandle.newBuilder(keyset).addEntry(fresh).build()));
    }

    /** The keyset in clear text, in Tink's JSON form: a secret. */
    public String json() {
        return working(() ->
                TinkJsonProtoKeysetFormat.serializeKeyset(keyset, InsecureSecretKeyAccess.get()));
    }

    byte[] seal(byte[] plain, byte[] context) {
        return working(() -> aead.encrypt(plain, context));
    }

    byte[] open(byte[] sealed, byte[] context) throws GeneralSecurityException {
        return aead.decrypt(sealed, context);
    }

    /** Whether the primary key sealed it. */
    boolean sealedByPrimary(byte[] sealed) {
        return sealed.length > PREFIX_BYTES
                && ByteBuffer.wrap(sealed, 1, PREFIX_BYTES - 1).getInt()
                        == keyset.getPrimary().getId();
    }

    private static <T> T working(Cryptography<T> task) {
        try {
            AeadConfig.register();
            return task.run();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The master key does not work", e);
        }
    }

    private interface Cryptography<T> {
        T run() throws GeneralSecurityException;
    }
}
