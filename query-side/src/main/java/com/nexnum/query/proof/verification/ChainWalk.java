package com.nexnum.query.proof.verification;

import com.nexnum.query.platform.jobs.JobControl;
import com.nexnum.query.proof.Block;
import com.nexnum.query.proof.Blocks;
import com.nexnum.query.proof.PublicSealingKey;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Shares the blocks out to a few threads, some blocks at a time. */
final class ChainWalk {

    private static final int THREADS = 2;
    private static final int BLOCKS_AT_ONCE = 50;

    private final DataSource database;
    private final Blocks blocks;
    private final Map<String, PublicSealingKey> keys;
    private final Breaks breaks;
    private final JobControl control;
    private @Nullable Block given;
    private long events;

    ChainWalk(
            DataSource database,
            Blocks blocks,
            Map<String, PublicSealingKey> keys,
            Breaks breaks,
            JobControl control) {
        this.database = database;
        this.blocks = blocks;
        this.keys = keys;
        this.breaks = breaks;
        this.control = control;
    }

    private record Share(@Nullable Block before, List<Block> blocks) {}

    /**
     * @param last the number of the last block to check
     * @return how many events the blocks hold
     */
    long walk(long last) throws Exception {
        var threads =
                Executors.newFixedThreadPool(
                        THREADS, Thread.ofPlatform().daemon().name("verification-", 0).factory());
        try {
            var work = new ExecutorCompletionService<Boolean>(threads);
            Callable<Boolean> one =
                    () -> {
                        checkShares(last);
                        return true;
                    };
            for (var i = 0; i < THREADS; i++) {
                work.submit(one);
            }
            for (var i = 0; i < THREADS; i++) {
                work.take().get();
            }
            return events;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        } finally {
            threads.shutdownNow();
            threads.close();
        }
    }

    private void checkShares(long last) throws SQLException, InterruptedException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(true);
            var check = new ChainCheck(connection, blocks, keys, breaks, control);
            for (var share = next(last); !share.blocks().isEmpty(); share = next(last)) {
                check.check(share.before(), share.blocks());
            }
        }
    }

    private synchronized Share next(long last) {
        var before = given;
        var some =
                blocks.after(before == null ? 0 : before.number(), BLOCKS_AT_ONCE).stream()
                        .filter(block -> block.number() <= last)
                        .toList();
        given =
                Stream.concat(Stream.ofNullable(before), some.stream())
                        .reduce((_, b) -> b)
                        .orElse(null);
        events += some.stream().mapToLong(Block::entries).sum();
        return new Share(before, some);
    }
}
