package com.nexnum.query.rebuild;

import com.nexnum.query.platform.rows.ReadModel;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * One rebuild, as it is written down.
 *
 * @param upTo where a reset ends; null for a rebuild, which goes on to the head
 * @param loaded whether the next tables hold all of history up to the checkpoint
 * @param checkpoint up to where the next tables hold history for good; null before the first one
 * @param taken how many events the model took until there
 */
record Job(
        ReadModel model,
        @Nullable Long upTo,
        boolean loaded,
        @Nullable Long checkpoint,
        long taken) {

    static Job fresh(ReadModel model) {
        return new Job(model, null, false, null, 0);
    }

    boolean reset() {
        return upTo != null;
    }

    /** The last position that is read in bulk. */
    long target(long head) {
        return upTo == null ? head : Math.min(upTo, head);
    }

    OptionalLong begun() {
        return checkpoint == null ? OptionalLong.empty() : OptionalLong.of(checkpoint);
    }

    Job fromTheBeginning() {
        return new Job(model, upTo, false, null, 0);
    }
}
