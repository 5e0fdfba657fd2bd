package com.nexnum.command.platform.lanes;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One thread that carries out the commands of its aggregates, as many in a commit as wait. */
final class Lane {

    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);
    private static final long GATHER_NANOS = TimeUnit.MICROSECONDS.toNanos(400);

    private final BlockingQueue<LaneJob<?, ?>> waiting;
    private final int batch;
    private final LaneWork work;
    private final Thread thread;
    private volatile boolean closed;

    Lane(int number, LaneProperties properties, LaneWork work) {
        this.waiting = new ArrayBlockingQueue<>(properties.queue());
        this.batch = properties.batch();
        this.work = work;
        this.thread = Thread.ofPlatform().daemon().name("lane-" + number).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** Whether the job was taken; a full or closed lane takes none. */
    boolean offer(LaneJob<?, ?> job) {
        if (closed || !waiting.offer(job)) {
            return false;
        }
        boolean leftBehind = closed && waiting.remove(job);
        return !leftBehind;
    }

    boolean isCurrentThread() {
        return Thread.currentThread().equals(thread);
    }

    int depth() {
        return waiting.size();
    }

    /** Takes no more, finishes what waits, and ends. */
    void close() {
        closed = true;
        try {
            thread.join(10_000);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        thread.interrupt();
        var left = new ArrayList<LaneJob<?, ?>>();
        waiting.drainTo(left);
        left.forEach(job -> job.fail(new LaneBusy(job.aggregateId())));
    }

    private void run() {
        var jobs = new ArrayList<LaneJob<?, ?>>(batch);
        int last = 1;
        while (true) {
            var first = next();
            if (first == null) {
                return;
            }
            jobs.add(first);
            waiting.drainTo(jobs, batch - 1);
            gather(jobs, last);
            last = jobs.size();
            carryOut(jobs);
            jobs.clear();
        }
    }

    /**
     * Waits a moment for as many as the last commit took: the callers that it answered are about to
     * ask again. A command that comes alone never waits.
     */
    private void gather(List<LaneJob<?, ?>> jobs, int last) {
        long end = System.nanoTime() + GATHER_NANOS;
        try {
            while (jobs.size() < last) {
                var job = waiting.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (job == null) {
                    return;
                }
                jobs.add(job);
                waiting.drainTo(jobs, batch - jobs.size());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private @Nullable LaneJob<?, ?> next() {
        try {
            LaneJob<?, ?> job = null;
            while (job == null) {
                if (closed && waiting.isEmpty()) {
                    return null;
                }
                job = waiting.poll(100, TimeUnit.MILLISECONDS);
            }
            return job;
        } catch (InterruptedException _) {
            return null;
        }
    }

    private void carryOut(List<LaneJob<?, ?>> jobs) {
        try {
            work.carryOut(jobs);
        } catch (RuntimeException | Error e) {
            LOG.error("A lane failed on {} commands", jobs.size(), e);
            jobs.forEach(job -> job.fail(e));
        }
    }
}
