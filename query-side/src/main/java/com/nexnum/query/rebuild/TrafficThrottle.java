package com.nexnum.query.rebuild;

import com.nexnum.platform.web.traffic.LiveTraffic;
import java.time.Duration;

/**
 * Works for a share of the time, and rests for the remainder. The share follows from how long
 * requests take now, compared with before the rebuild: it shrinks as soon as the slow ones become
 * slower than they may, and grows while they do not. Where nobody asks for anything, there is
 * nobody to be considerate of.
 */
final class TrafficThrottle implements Throttle {

    private static final Duration BEFORE = Duration.ofSeconds(60);
    private static final Duration LATELY = Duration.ofSeconds(2);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
    private static final int ENOUGH = 100;
    private static final int A_FEW = 20;
    private static final double LEAST = 0.02;

    /** Where it does not rest, a piece is large; else as short as a request, so that none waits. */
    private static final int SHORT_PAGE = 100;

    private final LiveTraffic traffic;
    private final double slowdown;
    private double usual;
    private volatile double share = 1;
    private long lookAt;
    private long workedSince = System.nanoTime();

    TrafficThrottle(LiveTraffic traffic, double slowdown) {
        this.traffic = traffic;
        this.slowdown = slowdown;
        var before = traffic.within(BEFORE);
        usual = before.size() < ENOUGH ? 0 : before.p99();
        share = before.size() < A_FEW ? 1 : 0.1;
        lookAt = System.nanoTime();
    }

    @Override
    public int page() {
        return share < 1 ? SHORT_PAGE : EventCursor.PAGE;
    }

    @Override
    public double share() {
        return share;
    }

    @Override
    public void pace() throws InterruptedException {
        var now = System.nanoTime();
        if (now >= lookAt) {
            look();
            lookAt = now + BETWEEN_LOOKS.toNanos();
        }
        if (share < 1) {
            var rest = (long) ((now - workedSince) * (1 - share) / share);
            Thread.sleep(Duration.ofNanos(Math.min(rest, Duration.ofSeconds(1).toNanos())));
        }
        workedSince = System.nanoTime();
    }

    private void look() {
        var lately = traffic.within(LATELY);
        if (lately.size() < A_FEW) {
            share = Math.min(1, share * 1.5);
        } else if (usual == 0) {
            learn();
        } else {
            follow(lately.p99() / usual);
        }
    }

    /** The process has just started: it learns from requests that it hardly disturbs. */
    private void learn() {
        share = LEAST;
        var known = traffic.within(BEFORE);
        if (known.size() >= ENOUGH) {
            usual = known.p99();
        }
    }

    /** Quickly down and slowly up, to a little below what is allowed. */
    private void follow(double slower) {
        var goal = 1 + (slowdown - 1) * 0.6;
        share =
                slower > goal
                        ? Math.max(LEAST, share * Math.max(0.5, goal / slower))
                        : Math.min(1, share * 1.05 + 0.002);
    }
}
