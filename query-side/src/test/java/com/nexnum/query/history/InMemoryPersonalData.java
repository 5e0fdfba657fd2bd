package com.nexnum.query.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.kernel.privacy.PersonalData;
import com.nexnum.kernel.privacy.SealedText;
import java.util.Base64;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Keeps no secret, but forgets like the real one. */
public final class InMemoryPersonalData implements PersonalData {

    private final Set<CustomerId> erased = new HashSet<>();

    @Override
    public SealedText seal(CustomerId customer, String context, String text) {
        var sealed = prefix(customer, context) + text;
        return new SealedText(
                Base64.getUrlEncoder().withoutPadding().encodeToString(sealed.getBytes(UTF_8)));
    }

    @Override
    public Optional<String> open(CustomerId customer, String context, SealedText sealed) {
        if (erased.contains(customer)) {
            return Optional.empty();
        }
        var text = new String(Base64.getUrlDecoder().decode(sealed.ciphertext()), UTF_8);
        if (!text.startsWith(prefix(customer, context))) {
            throw new IllegalArgumentException("Sealed for another customer or context");
        }
        return Optional.of(text.substring(prefix(customer, context).length()));
    }

    @Override
    public void erase(CustomerId customer) {
        erased.add(customer);
    }

    private static String prefix(CustomerId customer, String context) {
        return customer + "|" + context + "|";
    }
}
