package com.nexnum.query.rebuild;

import com.nexnum.query.platform.rows.ReadModel;
import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Builds a read model anew beside the live one, which serves until the new one takes its place. A
 * run that is paused or dies goes on from its last checkpoint.
 */
@Component
class Rebuild {

    private static final Logger LOG = LoggerFactory.getLogger(Rebuild.class);

    private final BuildSteps steps;
    private final RebuildLog log;

    Rebuild(BuildSteps steps, RebuildLog log) {
        this.steps = steps;
        this.log = log;
    }

    /** By one at a time for each model, which {@link RebuildLock} sees to. */
    void run(ReadModel model, Throttle throttle) throws InterruptedException {
        try {
            log.takenUp(model);
            var events = steps.run(log.job(model), throttle);
            LOG.info("Rebuilt {} from {} events", model.name(), events);
        } catch (StopWanted stop) {
            stopped(model, stop.wish());
        } catch (SQLException | RuntimeException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException("The rebuild was stopped");
            } else if (DatabaseAway.is(e)) {
                LOG.warn("The rebuild of {} was cut off and will go on: {}", model.name(), e + "");
            } else {
                failed(model, e);
            }
        }
    }

    /** Gives up a rebuild that nobody works on. */
    void cancel(ReadModel model) {
        stopped(model, Wish.CANCEL);
    }

    private void stopped(ReadModel model, Wish wish) {
        if (wish == Wish.CANCEL) {
            steps.drop(model);
            log.ended(model.name(), RebuildState.CANCELLED, null);
            LOG.info("The rebuild of {} was cancelled", model.name());
        } else {
            log.paused(model.name());
            LOG.info("The rebuild of {} is paused", model.name());
        }
    }

    private void failed(ReadModel model, Exception failure) {
        LOG.error(
                "The rebuild of {} failed; the live tables are as they were",
                model.name(),
                failure);
        log.ended(model.name(), RebuildState.FAILED, reason(failure));
        steps.drop(model);
    }

    /** What each cause says, from the outermost on. */
    private static String reason(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .map(cause -> Objects.requireNonNullElse(cause.getMessage(), cause.toString()))
                .collect(Collectors.joining(": "));
    }
}
