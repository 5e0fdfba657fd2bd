package com.nexnum.platform.privacy;

import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.kernel.privacy.PersonalData;
import com.nexnum.kernel.privacy.SealedText;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Seals with AES-SIV (RFC 5297) under the customer's key; the context is the associated data. */
@Component
public class TinkPersonalData implements PersonalData {

    private static final Base64.Encoder TO_TEXT = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder FROM_TEXT = Base64.getUrlDecoder();

    private final CustomerKeys keys;

    TinkPersonalData(CustomerKeys keys) {
        this.keys = keys;
    }

    /**
     * @throws CustomerErasedException when the customer was erased
     */
    @Override
    public SealedText seal(CustomerId customer, String context, String text) {
        try {
            var sealed =
                    keys.sealing(customer).encryptDeterministically(bytes(text), bytes(context));
            return new SealedText(TO_TEXT.encodeToString(sealed));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The key of " + customer + " does not seal", e);
        }
    }

    /**
     * @throws IllegalArgumentException when it was sealed in another context or for another
     *     customer
     * @throws IllegalStateException when the customer never had a key
     */
    @Override
    public Optional<String> open(CustomerId customer, String context, SealedText sealed) {
        var key = keys.opening(customer);
        if (key.isEmpty()) {
            return Optional.empty();
        }
        try {
            var ciphertext = FROM_TEXT.decode(sealed.ciphertext());
            var plain = key.get().decryptDeterministically(ciphertext, bytes(context));
            return Optional.of(new String(plain, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(
                    "The text was not sealed for " + customer + " in " + context, e);
        }
    }

    @Override
    public void erase(CustomerId customer) {
        keys.erase(customer);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
