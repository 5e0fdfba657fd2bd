package com.nexnum.query.rebuild;

import com.nexnum.query.platform.rows.ReadModel;
import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Builds a read model anew beside the live one, which serves until the new one takes its place. A
 * run that dies leaves tables that nobody reads; the next one begins again.
 */
@Component
class Rebuild {

    private static final Logger LOG = LoggerFactory.getLogger(Rebuild.class);
    private static final int SWITCH_ATTEMPTS = 5;

    private final JdbcClient sql;
    private final BulkLoad bulk;
    private final Indexing indexing;
    private final CatchUp catchUp;
    private final Comparison comparison;
    private final RebuildLog log;

    Rebuild(
            JdbcClient sql,
            BulkLoad bulk,
            Indexing indexing,
            CatchUp catchUp,
            Comparison comparison,
            RebuildLog log) {
        this.sql = sql;
        this.bulk = bulk;
        this.indexing = indexing;
        this.catchUp = catchUp;
        this.comparison = comparison;
        this.log = log;
    }

    /** Notes that it begins, so that everybody sees it from now on. */
    void begin(ReadModel model) {
        log.started(model.name());
    }

    /** By one at a time for each model, which {@link RebuildLock} sees to. */
    void run(ReadModel model) throws InterruptedException {
        try {
            var events = build(model);
            log.ended(model.name(), RebuildState.DONE, null);
            LOG.info("Rebuilt {} from {} events", model.name(), events);
        } catch (SQLException | RuntimeException e) {
            LOG.error(
                    "The rebuild of {} failed; the live tables are as they were", model.name(), e);
            log.ended(model.name(), RebuildState.FAILED, reason(e));
            NextTables.drop(sql, model);
        }
    }

    /** Builds next tables up to the head of a snapshot, with their indexes. */
    BulkLoad.Loaded load(ReadModel model, Progress progress)
            throws SQLException, InterruptedException {
        NextTables.open(sql, model);
        var loaded = bulk.run(model, progress);
        log.reached(model.name(), loaded.position(), loaded.events());
        log.state(model.name(), RebuildState.INDEXING);
        indexing.run(model);
        return loaded;
    }

    private long build(ReadModel model) throws SQLException, InterruptedException {
        var loaded = load(model, log.reading(model.name()));
        log.state(model.name(), RebuildState.CATCHING_UP);
        var position = catchUp.nearly(model, loaded.position());
        var differing = comparison.differing(model);
        log.differing(model.name(), differing);
        if (differing > 0) {
            LOG.warn("The rebuild of {} changes {} rows", model.name(), differing);
        }
        log.reached(model.name(), makeLive(model, position), loaded.events());
        return loaded.events();
    }

    /** What each cause says, from the outermost on. */
    private static String reason(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .map(cause -> Objects.requireNonNullElse(cause.getMessage(), cause.toString()))
                .collect(Collectors.joining(": "));
    }

    /** A reader that takes long must not make all others wait behind us: we try again. */
    private long makeLive(ReadModel model, long position) {
        for (var attempt = 1; ; attempt++) {
            try {
                return catchUp.andSwitch(model, position);
            } catch (PessimisticLockingFailureException e) {
                if (attempt == SWITCH_ATTEMPTS) {
                    throw e;
                }
                LOG.warn("The new {} could not take its place yet: {}", model.name(), e.toString());
            }
        }
    }
}
