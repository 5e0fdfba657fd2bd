package com.nexnum.query.proof.verification;

import org.jspecify.annotations.Nullable;

/**
 * Something that is not as it was sealed, or does not say what the events say.
 *
 * @param position in the event store; the next event's for a missing sequence, the last one for
 *     what is wrong with a head, 0 where it has none
 * @param block the number of the block it was found in
 * @param stream of the event that stands there now, or that lacks one
 * @param sequence in that stream; the first missing one for a missing sequence
 * @param detail a sentence for people
 */
public record Break(
        Kind kind,
        long position,
        @Nullable Long block,
        @Nullable String stream,
        @Nullable Long sequence,
        String detail) {

    /** What can be wrong. */
    public enum Kind {
        /** The event at this position is another one than was sealed. */
        ALTERED,
        /** An event was sealed here, and there is none. */
        DELETED,
        /** There is an event, and none was sealed here. */
        INSERTED,
        /** The event at this position was sealed at another one. */
        REORDERED,
        /** A stream lacks an event between its first and its last. */
        MISSING_SEQUENCE,
        /** A block is not what its head was made of, or does not follow the one before. */
        BLOCK_ALTERED,
        /** A block's number is missing. */
        BLOCK_MISSING,
        /** A head, or a key, is not signed by a key that is ours. */
        SIGNATURE_WRONG,
        /** The chain does not contain the head that somebody kept. */
        HEAD_LOST,
        /**
         * An entry or a posting of the ledger is not what its event says, or is missing or too
         * many.
         */
        LEDGER_DIFFERS
    }
}
