package com.nexnum.command.platform.agenda;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Takes up what is due and has it done, each on a virtual thread of its own. It goes home after the
 * web server, whose last requests may wait for work of this agenda.
 */
@Component
class AgendaClerk implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(AgendaClerk.class);
    private static final long LOOKS_EVERY_MILLIS = 200;
    private static final long LOOKS_EVERY_NANOS = LOOKS_EVERY_MILLIS * 1_000_000;
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(2);
    private static final int BELOW_THE_WEB_SERVER = DEFAULT_PHASE - 4096;

    private final AgendaTable table;
    private final AgendaBell bell;
    private final Clock clock;
    private final Map<AgendaWork, Semaphore> works = new LinkedHashMap<>();
    private ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean running;
    private @Nullable Thread looking;

    AgendaClerk(AgendaTable table, AgendaBell bell, Clock clock, List<AgendaWork> works) {
        this.table = table;
        this.bell = bell;
        this.clock = clock;
        works.forEach(work -> this.works.put(work, new Semaphore(work.terms().atOnce())));
    }

    @Override
    public void start() {
        running = true;
        bell.clerkIsBusy(false);
        workers = Executors.newVirtualThreadPerTaskExecutor();
        looking = Thread.ofPlatform().daemon().name("agenda").start(this::run);
    }

    /** Takes up nothing more and lets what is under way finish; the rest is others' work now. */
    @Override
    public void stop() {
        running = false;
        bell.clerkIsBusy(true);
        bell.ring();
        try {
            if (looking != null) {
                // What it took up last is still to be begun.
                looking.join(Duration.ofSeconds(10));
            }
            workers.shutdown();
            if (!workers.awaitTermination(20, TimeUnit.SECONDS)) {
                LOG.warn("Work was still under way; it is broken off and handed over");
                workers.shutdownNow();
                if (!workers.awaitTermination(5, TimeUnit.SECONDS)) {
                    LOG.warn("Some of it does not end; it comes due again when its lease ends");
                }
            }
            bell.ringElsewhere();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return BELOW_THE_WEB_SERVER;
    }

    private void run() {
        try {
            Set<String> kinds = Set.of();
            long lookedAtAll = System.nanoTime();
            while (running) {
                boolean more = lookOnce(kinds);
                if (!more) {
                    kinds = bell.await(LOOKS_EVERY_MILLIS);
                }
                if (System.nanoTime() - lookedAtAll > LOOKS_EVERY_NANOS) {
                    kinds = Set.of();
                }
                if (kinds.isEmpty()) {
                    lookedAtAll = System.nanoTime();
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Whether there may be more at once.
     *
     * @param kinds what to look for; everything when empty
     */
    private boolean lookOnce(Set<String> kinds) {
        boolean more = false;
        bell.clerkIsBusy(works.values().stream().anyMatch(it -> it.availablePermits() == 0));
        for (var work : works.entrySet()) {
            if (!kinds.isEmpty() && !kinds.contains(work.getKey().terms().kind())) {
                continue;
            }
            try {
                more |= takeUp(work.getKey(), work.getValue());
            } catch (RuntimeException e) {
                LOG.warn("The agenda cannot be read now: {}", e.toString());
                return false;
            }
        }
        return more;
    }

    private boolean takeUp(AgendaWork work, Semaphore free) {
        int atMost = Math.min(free.availablePermits(), 100);
        if (atMost == 0) {
            return false;
        }
        var now = clock.instant();
        var until = now.plus(work.terms().lease()).truncatedTo(ChronoUnit.MICROS);
        var taken = table.take(work.terms().kind(), now, until, atMost);
        for (var entry : taken) {
            free.acquireUninterruptibly();
            workers.execute(() -> perform(work, entry, free));
        }
        return taken.size() == atMost;
    }

    private void perform(AgendaWork work, AgendaTable.Taken entry, Semaphore free) {
        try {
            switch (work.perform(entry.due())) {
                case Outcome.Done _ -> table.done(entry);
                case Outcome.Again(var dueAt, var details) -> table.again(entry, dueAt, details);
            }
        } catch (RuntimeException e) {
            LOG.warn(
                    "{} {} failed and is taken up again",
                    entry.due().kind(),
                    entry.due().subject(),
                    e);
            postpone(entry);
        } finally {
            boolean othersMayWait = free.availablePermits() == 0;
            free.release();
            if (othersMayWait) {
                bell.ring(work.terms().kind());
            }
        }
    }

    private void postpone(AgendaTable.Taken entry) {
        // Broken off by the end of this process, it is another one's work from now on.
        boolean brokenOff = Thread.interrupted() || !running;
        Instant later = clock.instant().plus(brokenOff ? Duration.ZERO : PAUSE_AFTER_FAILURE);
        try {
            table.again(entry, later, entry.due().details());
        } catch (RuntimeException e) {
            LOG.debug("It comes due again by itself when its lease ends", e);
        }
    }
}
