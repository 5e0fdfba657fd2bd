package com.nexnum.query.proof.verification;

import com.nexnum.query.proof.EventRow;
import com.nexnum.query.proof.Hashing;
import com.nexnum.query.proof.verification.Break.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was found, by several threads; the first thousand are kept, all are counted. */
final class Breaks {

    private static final int KEPT = 1_000;

    private final List<Break> found = new ArrayList<>();
    private final List<Mismatch> mismatches = new ArrayList<>();
    private long count;

    /**
     * A position whose event is not the one that was sealed.
     *
     * @param sealed its hash; null when none was sealed there
     * @param now what stands there; null when nothing does
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared as a record.
    private record Mismatch(
            long position, long block, byte @Nullable [] sealed, @Nullable EventRow now) {}

    synchronized void add(Break one) {
        count++;
        if (found.size() < KEPT) {
            found.add(one);
        }
    }

    synchronized void mismatch(
            long position, long block, byte @Nullable [] sealed, @Nullable EventRow now) {
        count++;
        if (mismatches.size() < KEPT) {
            mismatches.add(new Mismatch(position, block, sealed, now));
        }
    }

    /**
     * How many there are in all.
     *
     * @param kept what {@link #inOrder} said
     */
    synchronized long count(List<Break> kept) {
        return count <= KEPT ? kept.size() : count;
    }

    /** Everything that is kept, in the order of positions. */
    synchronized List<Break> inOrder() {
        var all = new ArrayList<>(found);
        var hashing = new Hashing();
        var moved = new HashSet<Long>();
        var origins = new HashSet<Long>();
        for (var mismatch : mismatches) {
            var origin = origin(hashing, mismatch);
            if (origin != null) {
                origins.add(origin.position());
                moved.add(mismatch.position());
                all.add(reordered(mismatch, origin.position()));
            }
        }
        for (var mismatch : mismatches) {
            var wentElsewhere = mismatch.now() == null && origins.contains(mismatch.position());
            if (!moved.contains(mismatch.position()) && !wentElsewhere) {
                all.add(plain(mismatch));
            }
        }
        all.sort(Comparator.comparingLong(Break::position));
        return all;
    }

    /** Where the event that stands at a position now was sealed. */
    private @Nullable Mismatch origin(Hashing hashing, Mismatch mismatch) {
        var now = mismatch.now();
        if (now == null) {
            return null;
        }
        for (var other : mismatches) {
            var sealed = other.sealed();
            if (other.position() != mismatch.position()
                    && sealed != null
                    && Arrays.equals(hashing.leaf(now.at(other.position())), sealed)) {
                return other;
            }
        }
        return null;
    }

    private static Break reordered(Mismatch mismatch, long origin) {
        var now = mismatch.now();
        return new Break(
                Kind.REORDERED,
                mismatch.position(),
                mismatch.block(),
                now == null ? null : now.stream(),
                now == null ? null : now.sequence(),
                "The event that stands here was sealed at position " + origin);
    }

    private static Break plain(Mismatch mismatch) {
        var now = mismatch.now();
        if (now == null) {
            return new Break(
                    Kind.DELETED,
                    mismatch.position(),
                    mismatch.block(),
                    null,
                    null,
                    "An event was sealed here and is gone");
        }
        var altered = mismatch.sealed() != null;
        return new Break(
                altered ? Kind.ALTERED : Kind.INSERTED,
                mismatch.position(),
                mismatch.block(),
                now.stream(),
                now.sequence(),
                altered
                        ? "The event that stands here is not the one that was sealed"
                        : "No event was sealed here");
    }
}
