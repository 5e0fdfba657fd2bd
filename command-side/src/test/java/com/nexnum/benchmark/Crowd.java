package com.nexnum.benchmark;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** So many callers who each do the same thing again and again, as fast as they are answered. */
public final class Crowd {

    private final int callers;
    private final ThreadFactory threads;
    private final Caller caller;

    /** What a caller does once; returns how much was done by it. */
    @FunctionalInterface
    public interface Caller {
        int once(int number) throws Exception;
    }

    public Crowd(int callers, ThreadFactory threads, Caller caller) {
        this.callers = callers;
        this.threads = threads;
        this.caller = caller;
    }

    /** How much they get done in a second, over this time. */
    public double perSecond(Duration time) throws InterruptedException {
        var done = new long[callers];
        var failure = new AtomicReference<@Nullable Throwable>();
        var gone = new CountDownLatch(callers);
        long start = System.nanoTime();
        long end = start + time.toNanos();
        for (int i = 0; i < callers; i++) {
            int number = i;
            threads.newThread(
                            () -> {
                                try {
                                    while (failure.get() == null && System.nanoTime() < end) {
                                        done[number] += caller.once(number);
                                    }
                                } catch (Exception e) {
                                    failure.set(e);
                                } finally {
                                    gone.countDown();
                                }
                            })
                    .start();
        }
        gone.await();
        double seconds = (System.nanoTime() - start) / 1e9;
        if (failure.get() != null) {
            throw new IllegalStateException("A caller failed", failure.get());
        }
        long sum = 0;
        for (long each : done) {
            sum += each;
        }
        return sum / seconds;
    }
}
