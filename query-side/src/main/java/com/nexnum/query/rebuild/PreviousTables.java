package com.nexnum.query.rebuild;

import com.nexnum.platform.web.Problem;
import com.nexnum.query.platform.rows.ReadModel;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The tables that were live before a rebuild. They go on to hold what happens, a little behind, so
 * that they can come back at once, and so that an erasure reaches them.
 */
@Component
public class PreviousTables {

    private static final Logger LOG = LoggerFactory.getLogger(PreviousTables.class);

    /** So much of a long way at a time, since others are to be looked after, too. */
    private static final int MOST_STEPS = 50;

    private final Models models;
    private final JdbcClient sql;
    private final RebuildLock lock;
    private final CatchUp catchUp;
    private final Switching switching;
    private final ModelVersions versions;
    private final ProjectionProperties properties;
    private final Clock clock;
    private final Map<String, Long> erased = new ConcurrentHashMap<>();

    PreviousTables(
            Models models,
            JdbcClient sql,
            RebuildLock lock,
            CatchUp catchUp,
            Switching switching,
            ModelVersions versions,
            ProjectionProperties properties,
            Clock clock) {
        this.models = models;
        this.sql = sql;
        this.lock = lock;
        this.catchUp = catchUp;
        this.switching = switching;
        this.versions = versions;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Makes the previous tables the live ones, with everything that happened since, and keeps the
     * live ones as previous.
     *
     * @return up to where the tables are that are live now
     * @throws com.nexnum.platform.web.ProblemException 404 PROJECTION_NOT_FOUND; 409
     *     REBUILD_RUNNING, NOTHING_TO_GO_BACK_TO, PREVIOUS_VERSION_DIFFERS when only another
     *     version of the projection can go on with the rows
     */
    public long comeBack(String name) {
        var model = models.get(name);
        try (var _ = lock.hold(name)) {
            var previous = require(model);
            if (previous.version() != model.version()) {
                throw Problem.of(
                                409,
                                "PREVIOUS_VERSION_DIFFERS",
                                "The previous rows are of another version; start that one and go back there")
                        .with("previous", previous.version())
                        .with("version", model.version())
                        .raised();
            }
            var position =
                    catchUp.nearly(model, NextTables::previous, previous.position(), _ -> {});
            var reached =
                    switching.toPrevious(
                            model,
                            new ModelVersions.Previous(
                                    previous.version(), position, previous.since()));
            LOG.warn("{} is again what it was before its last rebuild", name);
            return reached;
        }
    }

    /**
     * @throws com.nexnum.platform.web.ProblemException 404, 409 as for {@link #comeBack}
     */
    public void drop(String name) {
        var model = models.get(name);
        try (var _ = lock.hold(name)) {
            require(model);
            forget(model);
        }
    }

    /** Of which version the rows are that are read. */
    public int liveVersion(String name) {
        return versions.live(models.get(name));
    }

    /** What is kept of a model, if anything is. */
    public Optional<ModelVersions.Previous> find(String name) {
        return versions.previous(name);
    }

    /** When what is kept is dropped by itself. */
    public Instant droppedAt(ModelVersions.Previous kept) {
        return kept.since().plus(properties.keepPrevious());
    }

    /**
     * Brings them up to now, in steps between which a rebuild can begin; those that are too old, or
     * cannot go on, are dropped.
     */
    void follow(ReadModel model) {
        for (int step = 0; step < MOST_STEPS && isMoreAfterAStep(model); step++) {
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
        }
    }

    private boolean isMoreAfterAStep(ReadModel model) {
        if (versions.previous(model.name()).isEmpty()) {
            return false;
        }
        var held = lock.tryHold(model.name());
        if (held.isEmpty()) {
            return false;
        }
        try (var _ = held.get()) {
            var previous = versions.previous(model.name());
            return previous.isPresent() && follow(model, previous.get());
        }
    }

    /** One step; whether there is more to follow. */
    private boolean follow(ReadModel model, ModelVersions.Previous previous) {
        if (!clock.instant().isBefore(droppedAt(previous)) || !NextTables.previousFit(sql, model)) {
            forget(model);
            LOG.info("What {} was before its last rebuild is dropped", model.name());
            return false;
        }
        var head = catchUp.head();
        if (previous.position() >= head) {
            return false;
        }
        try {
            if (previous.version() == model.version()) {
                var reached = catchUp.step(model, previous.position());
                versions.followed(model.name(), reached);
                return reached < head;
            }
            return followErasures(model, previous) < head;
        } catch (IllegalStateException e) {
            if (!DatabaseAway.is(e) && !Thread.currentThread().isInterrupted()) {
                LOG.error("What {} was before cannot go on and is dropped", model.name(), e);
                forget(model);
            }
            return false;
        }
    }

    /** Rows of another version cannot be folded here, but nobody's texts may stay in them. */
    private long followErasures(ReadModel model, ModelVersions.Previous previous) {
        var from = erased.getOrDefault(model.name(), previous.position());
        var reached = catchUp.step(new OnlyErasures(model), from);
        erased.put(model.name(), reached);
        return reached;
    }

    private void forget(ReadModel model) {
        NextTables.dropPrevious(sql, model);
        versions.dropped(model.name());
    }

    private ModelVersions.Previous require(ReadModel model) {
        return versions.previous(model.name())
                .filter(_ -> NextTables.previousFit(sql, model))
                .orElseThrow(() ->
                        Problem.of(
                                        409,
                                        "NOTHING_TO_GO_BACK_TO",
                                        "No earlier rows of this projection are kept")
                                .with("projection", model.name())
                                .raised());
    }
}
