package com.nexnum.command.sms.polling;

import com.nexnum.command.sms.polling.PollTable.Poll;
import com.nexnum.command.supply.Line;
import com.nexnum.command.supply.Line.Turn;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Polls the numbers of one provider, one after the other as turns come. */
final class Poller {

    private static final Logger LOG = LoggerFactory.getLogger(Poller.class);
    private static final long LOOKS_EVERY_MILLIS = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int MOST_AT_ONCE = 250;

    private final String provider;
    private final Line line;
    private final PollTable table;
    private final PollBell bell;
    private final PollWork work;
    private final Clock clock;
    private final Stretch stretch;

    /** Asked for and not answered yet: a slow provider is not asked twice for one number. */
    private final Set<String> open = ConcurrentHashMap.newKeySet();

    private volatile boolean stopped;

    Poller(String provider, Line line, PollTable table, PollBell bell, PollWork work, Clock clock) {
        this.provider = provider;
        this.line = line;
        this.table = table;
        this.bell = bell;
        this.work = work;
        this.clock = clock;
        this.stretch = new Stretch(provider, line, table, clock);
    }

    void stop() {
        stopped = true;
        bell.ring();
    }

    void run(ExecutorService workers) {
        try {
            while (!stopped) {
                int known = bell.rung();
                if (!pollSome(workers)) {
                    bell.await(known, LOOKS_EVERY_MILLIS);
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether there may be more at once. */
    private boolean pollSome(ExecutorService workers) throws InterruptedException {
        int share = line.share();
        if (share == 0) {
            return false;
        }
        try {
            var polls = table.take(provider, clock.instant(), stretch.now(), some(share));
            return !polls.isEmpty() && poll(new ArrayDeque<>(polls), workers);
        } catch (RuntimeException e) {
            LOG.warn("The polls of {} cannot be read now: {}", provider, e.toString());
            return false;
        }
    }

    /** What an eighth of a second has room for. */
    private static int some(int share) {
        return Math.clamp(share / 8, 1, MOST_AT_ONCE);
    }

    /** False when the provider let only some of them through. */
    private boolean poll(Deque<Poll> polls, ExecutorService workers) throws InterruptedException {
        polls.removeIf(poll -> open.contains(poll.id()));
        try {
            while (!polls.isEmpty() && !stopped) {
                var turn = line.turnWhenFree(PATIENCE);
                if (turn.isEmpty()) {
                    return false;
                }
                begin(polls.remove(), turn.get(), workers);
            }
            return true;
        } finally {
            if (!polls.isEmpty()) {
                table.putBack(polls.stream().map(Poll::id).toList(), clock.instant());
            }
        }
    }

    private void begin(Poll poll, Turn turn, ExecutorService workers) {
        open.add(poll.id());
        workers.execute(() -> {
            try {
                turn.use(() -> work.poll(poll.details()));
            } catch (RuntimeException e) {
                LOG.warn("The poll of {} failed and comes again", poll.id(), e);
            } finally {
                open.remove(poll.id());
            }
        });
    }
}
