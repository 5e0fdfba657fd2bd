package com.nexnum.query.rebuild;

import com.nexnum.platform.web.Problem;
import com.nexnum.query.platform.rows.ReadModel;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Starts rebuilds, each in a thread of its own, and knows how far they are. */
@Component
public class Rebuilds implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Rebuilds.class);

    private final TreeMap<String, ReadModel> models = new TreeMap<>();
    private final Rebuild rebuild;
    private final RebuildLock lock;
    private final RebuildLog log;
    private final Set<Thread> running = ConcurrentHashMap.newKeySet();

    Rebuilds(List<ReadModel> models, Rebuild rebuild, RebuildLock lock, RebuildLog log) {
        models.forEach(model -> this.models.put(model.name(), model));
        this.rebuild = rebuild;
        this.lock = lock;
        this.log = log;
    }

    /** Every read model that can be rebuilt, in alphabetical order. */
    public List<String> names() {
        return List.copyOf(models.keySet());
    }

    /** The last rebuild of a model, if there ever was one. */
    public Optional<RebuildView> find(String model) {
        return log.find(model)
                .map(known ->
                        known.state().ended() || lock.held(model)
                                ? known
                                : new RebuildView(
                                        RebuildState.INTERRUPTED,
                                        known.position(),
                                        known.target(),
                                        known.events(),
                                        known.differing(),
                                        known.startedAt(),
                                        known.updatedAt(),
                                        null,
                                        known.failure()));
    }

    /** Those that a process began and did not live to end. */
    List<String> interrupted() {
        return log.unended().stream().filter(model -> !lock.held(model)).toList();
    }

    /**
     * Begins to rebuild a model, and returns at once.
     *
     * @throws com.nexnum.platform.web.ProblemException 404 PROJECTION_NOT_FOUND, 409
     *     REBUILD_RUNNING when this or another process is at it
     */
    public void start(String name) {
        var model = model(name);
        var held = hold(name);
        begin(model, held);
        var thread =
                Thread.ofPlatform()
                        .daemon()
                        .name("rebuild-" + name)
                        .unstarted(() -> run(model, held));
        running.add(thread);
        thread.start();
    }

    /** Gives up what runs here; it is begun again by the next process that starts. */
    @Override
    public void destroy() throws InterruptedException {
        running.forEach(Thread::interrupt);
        for (var thread : running) {
            thread.join(10_000);
        }
    }

    private void run(ReadModel model, BulkConnection held) {
        try (held) {
            rebuild.run(model);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            LOG.info("The rebuild of {} was given up", model.name());
        } catch (SQLException | RuntimeException e) {
            LOG.error("The rebuild of {} came to no end", model.name(), e);
        } finally {
            running.remove(Thread.currentThread());
        }
    }

    private void begin(ReadModel model, BulkConnection held) {
        try {
            rebuild.begin(model);
        } catch (RuntimeException e) {
            try (held) {
                throw e;
            } catch (SQLException closing) {
                e.addSuppressed(closing);
                throw e;
            }
        }
    }

    private ReadModel model(String name) {
        var model = models.get(name);
        if (model == null) {
            throw Problem.of(404, "PROJECTION_NOT_FOUND", "There is no such projection")
                    .with("projections", names())
                    .raised();
        }
        return model;
    }

    private BulkConnection hold(String name) {
        try {
            return lock.tryHold(name)
                    .orElseThrow(() ->
                            Problem.of(
                                            409,
                                            "REBUILD_RUNNING",
                                            "This projection is being rebuilt already; see how far it is")
                                    .with("projection", name)
                                    .raised());
        } catch (SQLException e) {
            throw new IllegalStateException("The rebuild of " + name + " cannot begin", e);
        }
    }
}
