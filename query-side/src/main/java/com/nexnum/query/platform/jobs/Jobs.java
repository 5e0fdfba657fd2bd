package com.nexnum.query.platform.jobs;

import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.platform.ids.TimeOrderedIds;
import com.nexnum.platform.web.Cursor;
import com.nexnum.platform.web.Page;
import com.nexnum.platform.web.PageQuery;
import com.nexnum.platform.web.Problem;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Runs long work, one of each kind at a time over all processes, each in a thread of its own, and
 * knows how far it is, whichever process does it.
 */
@Component
public class Jobs implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
    private static final String AFTER_ALL = "~";

    private final JobTable table;
    private final JobLocks locks;
    private final TimeOrderedIds ids;
    private final Clock clock;
    private final Set<Thread> running = ConcurrentHashMap.newKeySet();

    public Jobs(DataSource database, JdbcClient sql, TimeOrderedIds ids, Clock clock) {
        this.table = new JobTable(sql, clock);
        this.locks = new JobLocks(database, sql);
        this.ids = ids;
        this.clock = clock;
    }

    /** The work itself; what it returns is kept as JSON. */
    @FunctionalInterface
    public interface Work {
        Object run(JsonNode request, JobControl control) throws Exception;
    }

    /**
     * Begins, and returns at once.
     *
     * @param kind a word in upper case
     * @param prefix of its id
     * @param request kept as JSON
     * @throws com.nexnum.platform.web.ProblemException 409 {@code <kind>_RUNNING}
     */
    public JobView start(String kind, String prefix, CustomerId by, Object request, Work work) {
        var id = ids.next(prefix);
        var held = hold(kind, id);
        return begin(kind, id, held, work, () -> table.begin(id, kind, by.value(), request));
    }

    /**
     * Begins interrupted work anew, from its start.
     *
     * @throws com.nexnum.platform.web.ProblemException 404 {@code <kind>_NOT_FOUND}, 409 {@code
     *     NOT_INTERRUPTED} or {@code <kind>_RUNNING}
     */
    public JobView resume(String kind, String id, Work work) {
        var known = find(kind, id);
        if (known.status() != JobStatus.INTERRUPTED) {
            throw Problem.of(409, "NOT_INTERRUPTED", "Only what was interrupted can be resumed.")
                    .with("status", known.status())
                    .raised();
        }
        var held = hold(kind, id);
        return begin(kind, id, held, work, () -> table.beginAgain(id));
    }

    public JobView find(String kind, String id) {
        return table.find(kind, id)
                .map(job -> asItIs(kind, job))
                .orElseThrow(() ->
                        Problem.of(404, kind + "_NOT_FOUND", "There is none of this id.").raised());
    }

    /** Newest first. */
    public Page<JobView> list(String kind, PageQuery query) {
        var cursor = query.cursor();
        var before = cursor == null ? AFTER_ALL : cursor.text(0);
        var found =
                table.before(kind, before, query.fetch()).stream()
                        .map(job -> asItIs(kind, job))
                        .toList();
        return Page.of(found, query, job -> Cursor.after(job.id()));
    }

    /** Asks it to end; what has ended stays as it is. */
    public JobView cancel(String kind, String id) {
        var known = find(kind, id);
        if (known.status() == JobStatus.RUNNING) {
            table.cancel(id);
        } else if (known.status() == JobStatus.INTERRUPTED) {
            table.end(id, JobStatus.CANCELLED, null, null);
        }
        return find(kind, id);
    }

    /** Gives up what runs here; it is shown as interrupted. */
    @Override
    public void destroy() throws InterruptedException {
        running.forEach(Thread::interrupt);
        for (var thread : running) {
            thread.join(10_000);
        }
    }

    /** Work ends before its lock goes: what still runs without one has died. */
    private JobView asItIs(String kind, JobView job) {
        if (job.status() != JobStatus.RUNNING || locks.isHeld(job.id())) {
            return job;
        }
        return table.find(kind, job.id())
                .map(now -> now.status() == JobStatus.RUNNING ? now.interrupted() : now)
                .orElse(job);
    }

    private JobView begin(String kind, String id, JobLocks.Held held, Work work, Runnable note) {
        try {
            note.run();
            var begun = find(kind, id);
            var thread =
                    Thread.ofPlatform()
                            .daemon()
                            .name("job-" + id)
                            .unstarted(() -> run(begun, held, work));
            running.add(thread);
            thread.start();
            return begun;
        } catch (RuntimeException e) {
            try (held) {
                throw e;
            } catch (SQLException closing) {
                e.addSuppressed(closing);
                throw e;
            }
        }
    }

    private void run(JobView job, JobLocks.Held held, Work work) {
        var control = new JobControl(job.id(), table, clock);
        try (held) {
            var result = work.run(job.request(), control);
            control.last();
            table.end(job.id(), JobStatus.DONE, result, null);
        } catch (CancellationException _) {
            table.end(job.id(), JobStatus.CANCELLED, null, null);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            LOG.info("{} was given up; it can be resumed", job.id());
        } catch (Exception e) {
            LOG.error("{} failed", job.id(), e);
            table.end(job.id(), JobStatus.FAILED, null, e.toString());
        } finally {
            running.remove(Thread.currentThread());
        }
    }

    private JobLocks.Held hold(String kind, String id) {
        try {
            return locks.tryHold(kind, id)
                    .orElseThrow(() ->
                            Problem.of(
                                            409,
                                            kind + "_RUNNING",
                                            "One is running already; see how far it is.")
                                    .raised());
        } catch (SQLException e) {
            throw new IllegalStateException(kind + " cannot begin", e);
        }
    }
}
