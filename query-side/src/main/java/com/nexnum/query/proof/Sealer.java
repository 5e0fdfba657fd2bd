package com.nexnum.query.proof;

import static com.nexnum.query.proof.Block.MOST_ENTRIES;
import static com.nexnum.query.proof.Hashing.BYTES;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals one block after the other, far from whoever stores events. A block is one row in one
 * transaction, under a lock that one process at a time has: who dies leaves nothing half done.
 */
@Component
public class Sealer {

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
        final long[] positions = new long[MOST_ENTRIES];
        final byte[] hashes = new byte[MOST_ENTRIES * BYTES];
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
        var sealed = 0;
        while (!Thread.currentThread().isInterrupted() && next(settled).isPresent()) {
            sealed++;
        }
        return sealed;
    }

    private Optional<Block> next(long settled) {
        return Optional.ofNullable(
                transaction.execute(_ -> {
                    var locked = sql.sql(LOCK).query(Boolean.class).single();
                    return locked ? next(blocks.last(), settled) : null;
                }));
    }

    private @Nullable Block next(Optional<Block> before, long settled) {
        var after = before.map(Block::lastPosition).orElse(0L);
        var stretch = read(after, settled);
        if (stretch.count == 0 || !isDue(stretch)) {
            return null;
        }
        var leaves = Leaves.of(stretch.positions, stretch.hashes, stretch.count);
        var block =
                Block.sealed(
                        before.map(Block::number).orElse(0L) + 1,
                        after + 1,
                        stretch.last,
                        stretch.count,
                        MerkleTree.root(stretch.hashing, stretch.hashes, stretch.count),
                        before.map(Block::head).orElse(Block.NOTHING_BEFORE),
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        keys.current());
        blocks.add(block, leaves.stored());
        return block;
    }

    private boolean isDue(Stretch stretch) {
        var now = clock.instant();
        if (stretch.count == MOST_ENTRIES) {
            return true;
        }
        if (waitingSince == null || waitingAt != stretch.positions[0]) {
            waitingAt = stretch.positions[0];
            waitingSince = now;
        }
        return !now.isBefore(waitingSince.plus(partialAfter));
    }

    private Stretch read(long after, long settled) {
        var stretch = new Stretch(after, settled);
        var connection = DataSourceUtils.getConnection(database);
        try {
            EventRows.read(connection, after, Long.MAX_VALUE, MOST_ENTRIES, stretch::add);
            return stretch;
        } catch (SQLException e) {
            throw new IllegalStateException("Events cannot be read to be sealed", e);
        } finally {
            DataSourceUtils.releaseConnection(connection, database);
        }
    }
}
