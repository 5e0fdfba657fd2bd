package com.nexnum.query.proof;

import static com.nexnum.query.proof.Block.MOST_ENTRIES;
import static com.nexnum.query.proof.Hashing.BYTES;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals one block after the other, far from whoever stores events. A block is one row, a few of
 * them one transaction, under a lock that one process at a time has: who dies leaves nothing half
 * done.
 */
@Component
public class Sealer {

    private static final int EVENTS_AT_ONCE = 10 * MOST_ENTRIES;
    private static final String LOCK = "select pg_try_advisory_xact_lock(hashtext('proof_block'))";

    private final DataSource database;
    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Blocks blocks;
    private final SealingKeys keys;
    private final Clock clock;
    private final Duration partialAfter;
    private final Horizon horizon;
    private @Nullable Instant waitingSince;
    private long waitingAt;

    public Sealer(
            DataSource database,
            JdbcClient sql,
            TransactionTemplate transaction,
            Blocks blocks,
            SealingKeys keys,
            Clock clock,
            ProofProperties properties) {
        this.database = database;
        this.sql = sql;
        this.transaction = transaction;
        this.blocks = blocks;
        this.keys = keys;
        this.clock = clock;
        this.partialAfter = properties.sealPartialAfter();
        this.horizon = new Horizon(sql);
    }

    /** What follows the last block, as far as no gap in it may still be filled. */
    private static final class Stretch {
        final long[] positions = new long[EVENTS_AT_ONCE];
        final byte[] hashes = new byte[EVENTS_AT_ONCE * BYTES];
        final Hashing hashing = new Hashing();
        final long settled;
        long last;
        int count;
        boolean open;

        Stretch(long after, long settled) {
            this.last = after;
            this.settled = settled;
        }

        void add(long position, byte[] bytes, int from, int length) {
            open |= position != last + 1 && position - 1 > settled;
            if (!open) {
                hashing.leaf(bytes, from, length, hashes, count * BYTES);
                positions[count++] = position;
                last = position;
            }
        }
    }

    /**
     * Seals what can be sealed now.
     *
     * @return how many blocks; none while another process is at it
     */
    public synchronized int seal() {
        var settled = horizon.settled();
        var all = 0;
        for (var sealed = some(settled); sealed > 0; sealed = some(settled)) {
            all += sealed;
            if (Thread.currentThread().isInterrupted()) {
                break;
            }
        }
        return all;
    }

    private int some(long settled) {
        var sealed =
                transaction.execute(_ -> {
                    var locked = sql.sql(LOCK).query(Boolean.class).single();
                    return locked ? some(blocks.last().orElse(null), settled) : 0;
                });
        return sealed == null ? 0 : sealed;
    }

    private int some(@Nullable Block last, long settled) {
        var stretch = read(last == null ? 0 : last.lastPosition(), settled);
        var sealed = 0;
        var before = last;
        for (var from = 0; from < stretch.count; from += MOST_ENTRIES) {
            var to = Math.min(stretch.count, from + MOST_ENTRIES);
            if (to - from < MOST_ENTRIES && !isDue(stretch.positions[from])) {
                break;
            }
            before = seal(before, stretch, from, to);
            sealed++;
        }
        return sealed;
    }

    private Block seal(@Nullable Block before, Stretch stretch, int from, int to) {
        var positions = Arrays.copyOfRange(stretch.positions, from, to);
        var hashes = Arrays.copyOfRange(stretch.hashes, from * BYTES, to * BYTES);
        var leaves = Leaves.of(positions, hashes, positions.length);
        var block =
                Block.sealed(
                        before == null ? 1 : before.number() + 1,
                        before == null ? 1 : before.lastPosition() + 1,
                        stretch.positions[to - 1],
                        to - from,
                        MerkleTree.root(stretch.hashing, hashes, to - from),
                        before == null ? Block.NOTHING_BEFORE : before.head(),
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        keys.current());
        blocks.add(block, leaves.stored());
        return block;
    }

    private boolean isDue(long first) {
        var now = clock.instant();
        if (waitingSince == null || waitingAt != first) {
            waitingAt = first;
            waitingSince = now;
        }
        return !now.isBefore(waitingSince.plus(partialAfter));
    }

    private Stretch read(long after, long settled) {
        var stretch = new Stretch(after, settled);
        var connection = DataSourceUtils.getConnection(database);
        try {
            EventRows.read(connection, after, Long.MAX_VALUE, EVENTS_AT_ONCE, stretch::add);
            return stretch;
        } catch (SQLException e) {
            throw new IllegalStateException("Events cannot be read to be sealed", e);
        } finally {
            DataSourceUtils.releaseConnection(connection, database);
        }
    }
}
