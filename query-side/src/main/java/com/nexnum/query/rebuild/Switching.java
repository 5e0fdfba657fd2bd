package com.nexnum.query.rebuild;

import com.nexnum.query.platform.rows.ReadModel;
import com.nexnum.query.platform.rows.Table;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lets tables change places, in one transaction. Readers and the live processor wait while the rest
 * is folded; nobody sees an empty, a half or an older table. Tokens stay as they are: what a
 * processor takes again changes nothing.
 */
@Component
class Switching {

    private static final Logger LOG = LoggerFactory.getLogger(Switching.class);
    private static final int ATTEMPTS = 5;

    private final JdbcClient sql;
    private final CatchUp catchUp;
    private final Tokens tokens;
    private final ModelVersions versions;
    private final RebuildLog log;

    Switching(
            JdbcClient sql,
            CatchUp catchUp,
            Tokens tokens,
            ModelVersions versions,
            RebuildLog log) {
        this.sql = sql;
        this.catchUp = catchUp;
        this.tokens = tokens;
        this.versions = versions;
        this.log = log;
    }

    /**
     * Makes the next tables the live ones.
     *
     * @param position up to where they hold what happened
     * @return up to where the tables are that are live now
     */
    long toNext(ReadModel model, long position) {
        return patiently(
                model,
                () ->
                        catchUp.inTransaction(() -> {
                            lock(List.of(live(model, UnaryOperator.identity())));
                            var kept = tokens.lowest(model.name());
                            var reached =
                                    catchUp.fold(
                                            model, NextTables::name, position, Long.MAX_VALUE / 2);
                            NextTables.becomeLive(sql, model);
                            versions.switched(model, model.version(), kept);
                            log.ended(model.name(), RebuildState.DONE, null);
                            forgetLetters(model);
                            return reached;
                        }));
    }

    /** Makes the next tables, which end at a position, the live ones, and goes on from there. */
    long toPosition(ReadModel model, long position) {
        return patiently(
                model,
                () ->
                        catchUp.inTransaction(() -> {
                            lock(List.of(live(model, UnaryOperator.identity())));
                            var kept = tokens.lowest(model.name());
                            tokens.set(model.name(), position, CatchUp.LATE_POSITIONS);
                            NextTables.becomeLive(sql, model);
                            versions.switched(model, model.version(), kept);
                            log.ended(model.name(), RebuildState.DONE, null);
                            forgetLetters(model);
                            return position;
                        }));
    }

    /** Lets the previous tables come back, brought up to the head; the live ones are kept. */
    long toPrevious(ReadModel model, ModelVersions.Previous previous) {
        return patiently(
                model,
                () ->
                        catchUp.inTransaction(() -> {
                            lock(
                                    List.of(
                                            live(model, UnaryOperator.identity()),
                                            live(model, NextTables::previous)));
                            var kept = tokens.lowest(model.name());
                            var reached =
                                    catchUp.fold(
                                            model,
                                            NextTables::previous,
                                            previous.position(),
                                            Long.MAX_VALUE / 2);
                            NextTables.comeBack(sql, model);
                            versions.switched(model, previous.version(), kept);
                            forgetLetters(model);
                            return reached;
                        }));
    }

    private void lock(List<String> tables) {
        sql.sql("set local lock_timeout = '5s'").update();
        sql.sql("lock table " + String.join(", ", tables) + " in access exclusive mode").update();
        sql.sql("lock table dead_letter_entry in exclusive mode").update();
    }

    /** The new tables hold their events. */
    private void forgetLetters(ReadModel model) {
        sql.sql(
                        "delete from dead_letter_entry where processing_group = ? and payload_type = any (?)")
                .params(
                        model.name(),
                        EventDecoder.storedNames(model.events()).toArray(String[]::new))
                .update();
    }

    /** A reader that takes long must not make all others wait behind us: we try again. */
    private static long patiently(ReadModel model, LongSupplier work) {
        for (var attempt = 1; ; attempt++) {
            try {
                return work.getAsLong();
            } catch (PessimisticLockingFailureException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
                LOG.warn(
                        "Tables of {} could not change places yet: {}", model.name(), e.toString());
            }
        }
    }

    private static String live(ReadModel model, UnaryOperator<String> stored) {
        return model.tables().stream()
                .map(Table::name)
                .map(stored)
                .collect(Collectors.joining(", "));
    }
}
