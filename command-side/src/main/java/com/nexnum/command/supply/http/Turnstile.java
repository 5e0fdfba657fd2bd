package com.nexnum.command.supply.http;

import com.nexnum.command.supply.Line.SharedLimit;
import java.time.Duration;
import java.util.PriorityQueue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Lets calls through at the provider's pace: so many at once, so many a second, evenly. */
final class Turnstile implements SharedLimit {

    private static final long HALF_A_SECOND = 500_000_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final PriorityQueue<Waiter> waiters = new PriorityQueue<>();
    private final Tickets tickets;
    private int all;
    private int most;
    private int places;
    private long hurried;
    private long arrivals;

    /** Someone in the queue; those who do not hurry let others of the next half second pass. */
    private record Waiter(boolean hurries, long rank, long arrival, Condition called)
            implements Comparable<Waiter> {
        @Override
        public int compareTo(Waiter other) {
            int first = Long.compare(rank, other.rank);
            return first != 0 ? first : Long.compare(arrival, other.arrival);
        }
    }

    /**
     * @param now on the clock of {@link System#nanoTime()}
     */
    private Turnstile(UpstreamSettings.Pace pace, int tickets, long now) {
        this.most = pace.maxConcurrentCalls();
        this.places = most;
        this.all = pace.callsPerSecond();
        this.tickets = new Tickets(now);
        if (tickets > 0) {
            this.tickets.hold(tickets, now + Long.MAX_VALUE / 2, now);
        }
    }

    static Turnstile alone(UpstreamSettings.Pace pace) {
        return new Turnstile(pace, pace.callsPerSecond(), System.nanoTime());
    }

    /** Lets nobody through until it holds tickets. */
    static Turnstile shared(UpstreamSettings.Pace pace) {
        return new Turnstile(pace, 0, System.nanoTime());
    }

    /**
     * @return when the turn began, for {@link #leave}; null when none came within the wait
     */
    @Nullable Long enter(boolean hurry, Duration wait) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long now = System.nanoTime();
            long end = now + wait.toNanos();
            long rank = hurry ? now : now + HALF_A_SECOND;
            var me = new Waiter(hurry, rank, arrivals++, lock.newCondition());
            waiters.add(me);
            try {
                return turn(me, end);
            } finally {
                waiters.remove(me);
                callNext();
            }
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Long turn(Waiter me, long end) throws InterruptedException {
        while (true) {
            long now = System.nanoTime();
            long left = end - now;
            if (me.equals(waiters.peek())) {
                long missing = places <= 0 ? Long.MAX_VALUE : tickets.missing(now);
                if (missing <= 0) {
                    places--;
                    hurried += me.hurries() ? 1 : 0;
                    tickets.take(now);
                    return now;
                }
                left = Math.min(left, missing);
            }
            if (end - now <= 0) {
                return null;
            }
            me.called.awaitNanos(left);
        }
    }

    /**
     * The call is over.
     *
     * @param began what {@link #enter} returned
     */
    void leave(long began) {
        locked(() -> {
            places++;
            tickets.used(began, System.nanoTime());
        });
    }

    /** The turn was not used: nothing went out. */
    void giveBack() {
        locked(() -> {
            places++;
            tickets.unused();
        });
    }

    /** From now on at this pace; calls that are under way count on. */
    void pace(UpstreamSettings.Pace pace) {
        locked(() -> {
            places += pace.maxConcurrentCalls() - most;
            most = pace.maxConcurrentCalls();
            all = pace.callsPerSecond();
            tickets.narrow(all, System.nanoTime());
        });
    }

    @Override
    public int tickets() {
        lock.lock();
        try {
            return all;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public int narrow(int most) {
        lock.lock();
        try {
            return tickets.narrow(most, System.nanoTime());
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void hold(int count, long until) {
        locked(() -> tickets.hold(count, until, System.nanoTime()));
    }

    int share() {
        lock.lock();
        try {
            return tickets.share(System.nanoTime());
        } finally {
            lock.unlock();
        }
    }

    /** Whether a call that hurries would have to queue for long. */
    boolean isBusy() {
        lock.lock();
        try {
            long queue = waiters.stream().filter(Waiter::hurries).count();
            return queue > 0 && (places <= 0 || queue >= tickets.share(System.nanoTime()));
        } finally {
            lock.unlock();
        }
    }

    long hurried() {
        lock.lock();
        try {
            return hurried;
        } finally {
            lock.unlock();
        }
    }

    private void locked(Runnable change) {
        lock.lock();
        try {
            change.run();
            callNext();
        } finally {
            lock.unlock();
        }
    }

    private void callNext() {
        var next = waiters.peek();
        if (next != null) {
            next.called.signal();
        }
    }
}
