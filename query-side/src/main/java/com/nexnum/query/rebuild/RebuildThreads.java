package com.nexnum.query.rebuild;

import com.nexnum.query.platform.rows.ReadModel;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Runs rebuilds, each in a thread of its own. */
@Component
class RebuildThreads implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(RebuildThreads.class);

    private final Rebuild rebuild;
    private final Throttles throttles;
    private final Set<Thread> running = ConcurrentHashMap.newKeySet();

    RebuildThreads(Rebuild rebuild, Throttles throttles) {
        this.rebuild = rebuild;
        this.throttles = throttles;
    }

    /** Runs what is written down of the model, and lets go of it afterwards. */
    void run(ReadModel model, RebuildLock.Held held) {
        var thread =
                Thread.ofPlatform()
                        .daemon()
                        .name("rebuild-" + model.name())
                        .unstarted(() -> work(model, held));
        running.add(thread);
        thread.start();
    }

    /** Gives up one that nobody works on. */
    void cancel(ReadModel model) {
        rebuild.cancel(model);
    }

    /** Gives up what runs here; another process takes it up, or this one when it starts again. */
    @Override
    public void destroy() throws InterruptedException {
        running.forEach(Thread::interrupt);
        for (var thread : running) {
            thread.join(10_000);
        }
    }

    private void work(ReadModel model, RebuildLock.Held held) {
        try (held) {
            rebuild.run(model, throttles.begin());
        } catch (InterruptedException _) {
            LOG.info("The rebuild of {} was given up here", model.name());
        } catch (RuntimeException e) {
            LOG.error("The rebuild of {} came to no end", model.name(), e);
        } finally {
            running.remove(Thread.currentThread());
        }
    }
}
