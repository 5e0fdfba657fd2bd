package com.nexnum.query.rebuild;

import com.nexnum.platform.web.Problem;
import com.nexnum.platform.web.ProblemException;
import com.nexnum.query.platform.rows.ReadModel;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Starts, pauses, resumes and cancels rebuilds, and knows how far they are. */
@Component
public class Rebuilds {

    private final Models models;
    private final RebuildThreads threads;
    private final RebuildLock lock;
    private final RebuildLog log;
    private final ModelVersions versions;

    Rebuilds(
            Models models,
            RebuildThreads threads,
            RebuildLock lock,
            RebuildLog log,
            ModelVersions versions) {
        this.models = models;
        this.threads = threads;
        this.lock = lock;
        this.log = log;
        this.versions = versions;
    }

    /** Every read model that can be rebuilt, in alphabetical order. */
    public List<String> names() {
        return models.names();
    }

    /** The last rebuild of a model, if there ever was one. */
    public Optional<RebuildView> find(String name) {
        return log.find(name)
                .map(known ->
                        known.state().ended()
                                        || known.state() == RebuildState.PAUSED
                                        || lock.held(name)
                                ? known
                                : known.interrupted());
    }

    /**
     * Begins to rebuild a model, and returns at once.
     *
     * @param by who asked for it
     * @throws ProblemException 404 PROJECTION_NOT_FOUND; 409 REBUILD_RUNNING when this or another
     *     process is at it, REBUILD_PAUSED when one waits, PROJECTION_OUTDATED when this process
     *     has an older version of the projection than the live rows are of
     */
    public void start(String name, String by) {
        start(name, null, by);
    }

    /** The same, but it ends at a position, and the processor goes on from there. */
    public void reset(String name, long position, String by) {
        start(name, position, by);
    }

    /**
     * Begins to build the rows of a newer version than the live ones are of, once for all
     * processes.
     *
     * @throws ProblemException 409 REBUILD_RUNNING, REBUILD_PAUSED, REBUILD_NOT_NEEDED
     */
    void startNewer(ReadModel model) {
        var held = lock.hold(model.name());
        held.orRelease(() -> {
            requireNonePaused(model.name());
            if (versions.live(model) >= model.version()) {
                throw Problem.of(409, "REBUILD_NOT_NEEDED", "The live rows are of this version")
                        .raised();
            }
            log.started(model, null, "version " + model.version());
        });
        threads.run(model, held);
    }

    private void start(String name, @Nullable Long upTo, String by) {
        var model = models.get(name);
        var held = lock.hold(name);
        held.orRelease(() -> {
            requireNonePaused(name);
            requireCurrent(model);
            log.started(model, upTo, by);
        });
        threads.run(model, held);
    }

    /**
     * @throws ProblemException 404, 409 REBUILD_NOT_RUNNING
     */
    public void pause(String name) {
        want(name, Wish.PAUSE);
    }

    /**
     * @throws ProblemException 404, 409 REBUILD_NOT_RUNNING when none was begun and not ended
     */
    public void resume(String name) {
        want(name, Wish.RUN);
        takeUp(models.get(name));
    }

    /**
     * The live tables stay as they are, and nothing of the new ones is left.
     *
     * @throws ProblemException 404, 409 REBUILD_NOT_RUNNING
     */
    public void cancel(String name) {
        want(name, Wish.CANCEL);
        var model = models.get(name);
        lock.tryHold(name)
                .ifPresent(held -> {
                    try (held) {
                        if (log.wanted(name) == Wish.CANCEL && !ended(name)) {
                            threads.cancel(model);
                        }
                    }
                });
    }

    /** Goes on with one that nobody works on, unless a newer version began it. */
    void takeUp(ReadModel model) {
        lock.tryHold(model.name())
                .ifPresent(held -> {
                    var mine =
                            log.unended().contains(model.name())
                                    && log.find(model.name()).orElseThrow().version()
                                            <= model.version()
                                    && versions.live(model) <= model.version();
                    if (mine) {
                        threads.run(model, held);
                    } else {
                        held.close();
                    }
                });
    }

    /** Those that nobody paused, and nobody works on. */
    List<String> interrupted() {
        return log.unended().stream().filter(model -> !lock.held(model)).toList();
    }

    private void want(String name, Wish wish) {
        models.get(name);
        if (!log.want(name, wish)) {
            throw Problem.of(
                            409,
                            "REBUILD_NOT_RUNNING",
                            "No rebuild of this projection is under way")
                    .with("projection", name)
                    .raised();
        }
    }

    private boolean ended(String name) {
        return log.find(name).map(RebuildView::state).filter(RebuildState::ended).isPresent();
    }

    private void requireNonePaused(String name) {
        if (log.find(name)
                .map(RebuildView::state)
                .filter(RebuildState.PAUSED::equals)
                .isPresent()) {
            throw Problem.of(
                            409,
                            "REBUILD_PAUSED",
                            "A rebuild of this projection is paused; resume or cancel it")
                    .with("projection", name)
                    .raised();
        }
    }

    private void requireCurrent(ReadModel model) {
        var live = versions.live(model);
        if (live > model.version()) {
            throw Problem.of(
                            409,
                            "PROJECTION_OUTDATED",
                            "The live rows are of a newer version than this process knows")
                    .with("live", live)
                    .with("version", model.version())
                    .raised();
        }
    }
}
