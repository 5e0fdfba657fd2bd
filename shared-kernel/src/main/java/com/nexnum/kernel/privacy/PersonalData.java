package com.nexnum.kernel.privacy;

import com.nexnum.kernel.identity.CustomerId;
import java.util.Optional;

/**
 * Seals personal data for events with a key per customer that is kept outside the event store.
 *
 * <p>Sealing is deterministic within a context (the id of the aggregate that the text belongs to):
 * the same text sealed twice there is the same ciphertext, so a repeat can be recognised unread.
 */
public interface PersonalData {

    /** Makes the customer's key when there is none yet. */
    SealedText seal(CustomerId customer, String context, String text);

    /** The text, or empty once the customer's key was thrown away. */
    Optional<String> open(CustomerId customer, String context, SealedText sealed);

    /**
     * Throws the customer's key away, for ever: whatever was sealed with it is noise from now on.
     */
    void erase(CustomerId customer);
}
