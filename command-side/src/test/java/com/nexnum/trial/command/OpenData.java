package com.nexnum.trial.command;

import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.kernel.privacy.PersonalData;
import com.nexnum.kernel.privacy.SealedText;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Seals nothing: what goes in can be read in the test. */
public final class OpenData implements PersonalData {

    @Override
    public SealedText seal(CustomerId customer, String context, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        return new SealedText(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    @Override
    public Optional<String> open(CustomerId customer, String context, SealedText sealed) {
        return Optional.of(read(sealed));
    }

    public static String read(SealedText sealed) {
        return new String(
                Base64.getUrlDecoder().decode(sealed.ciphertext()), StandardCharsets.UTF_8);
    }

    @Override
    public void erase(CustomerId customer) {
        throw new UnsupportedOperationException();
    }
}
