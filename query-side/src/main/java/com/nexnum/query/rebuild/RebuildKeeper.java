package com.nexnum.query.rebuild;

import com.nexnum.platform.eventstore.Standing;
import com.nexnum.platform.web.ProblemException;
import com.nexnum.query.platform.rows.ReadModel;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Looks after what nobody works on: rebuilds whose process died, models of a newer version than
 * their rows, previous tables. And stands back where the rows are of a newer version than this
 * process.
 */
@Component
class RebuildKeeper implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RebuildKeeper.class);

    private static final Duration BETWEEN_FOLLOWING = Duration.ofMinutes(1);

    private final Models models;
    private final Rebuilds rebuilds;
    private final ModelVersions versions;
    private final PreviousTables previous;
    private final Standing standing;
    private final Throughput throughput;
    private final ProjectionProperties properties;
    private final Map<String, Long> followed = new ConcurrentHashMap<>();
    private @Nullable ScheduledExecutorService looking;

    RebuildKeeper(
            Models models,
            Rebuilds rebuilds,
            ModelVersions versions,
            PreviousTables previous,
            Standing standing,
            Throughput throughput,
            ProjectionProperties properties) {
        this.models = models;
        this.rebuilds = rebuilds;
        this.versions = versions;
        this.previous = previous;
        this.standing = standing;
        this.throughput = throughput;
        this.properties = properties;
    }

    /** Once; every model by itself, so that one that fails keeps no other waiting. */
    void look() {
        sampleThroughput();
        for (var model : models.all()) {
            try {
                look(model);
            } catch (RuntimeException e) {
                LOG.warn("{} cannot be looked after now: {}", model.name(), e.toString());
            }
        }
    }

    private void sampleThroughput() {
        try {
            throughput.sample();
        } catch (RuntimeException e) {
            LOG.debug("Positions cannot be read now", e);
        }
    }

    private void look(ReadModel model) {
        standBackOrNot(model);
        if (rebuilds.interrupted().contains(model.name())) {
            rebuilds.takeUp(model);
        } else if (isNewer(model)) {
            begin(model);
        }
        follow(model);
    }

    /** Each time folds some seconds of the past again, so not too often. */
    private void follow(ReadModel model) {
        var now = System.nanoTime();
        var before = followed.get(model.name());
        if (before == null || now - before >= BETWEEN_FOLLOWING.toNanos()) {
            followed.put(model.name(), now);
            previous.follow(model);
        }
    }

    /** Builds the rows anew if they are of an older version than this process has. */
    void begin(ReadModel model) {
        try {
            if (versions.live(model) < model.version()) {
                rebuilds.startNewer(model);
                LOG.info("{} is built anew by its version {}", model.name(), model.version());
            }
        } catch (ProblemException e) {
            LOG.debug("{} is being rebuilt by another process", model.name(), e);
        }
    }

    /** What failed, was cancelled or taken back is not tried again until a process starts. */
    private boolean isNewer(ReadModel model) {
        if (versions.live(model) >= model.version()
                || versions.previous(model.name())
                        .filter(kept -> kept.version() >= model.version())
                        .isPresent()) {
            return false;
        }
        return rebuilds.find(model.name())
                .filter(last -> last.version() >= model.version() || !last.state().ended())
                .isEmpty();
    }

    private void standBackOrNot(ReadModel model) {
        if (versions.live(model) > model.version()) {
            standing.leave(model.name());
        } else {
            standing.comeBack(model.name());
        }
    }

    @Override
    public void start() {
        var looker =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("rebuild-keeper-", 0).factory());
        var every = properties.lookEvery().toMillis();
        var _ = looker.scheduleWithFixedDelay(this::look, every, every, TimeUnit.MILLISECONDS);
        looking = looker;
    }

    @Override
    public void stop() {
        var stopping = looking;
        looking = null;
        if (stopping != null) {
            stopping.shutdownNow();
        }
    }

    @Override
    public boolean isRunning() {
        return looking != null;
    }
}
