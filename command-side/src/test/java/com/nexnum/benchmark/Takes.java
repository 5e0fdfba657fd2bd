package com.nexnum.benchmark;

import java.time.Duration;
import java.util.Arrays;
import java.util.stream.IntStream;

/** The subject and its yardstick, measured by turns: whatever else the machine does meets both. */
public final class Takes {

    private final Duration length;
    private final CpuTime cpu;
    private final Side subject;
    private final Side yardstick;

    /** What one side did, one rate per round, and what it cost. */
    private static final class Side {
        private final double[] rates;
        private double done;
        private Duration own = Duration.ZERO;
        private Duration postgres = Duration.ZERO;

        Side(int rounds) {
            rates = new double[rounds];
        }

        double microsEach(Duration spent) {
            return spent.toNanos() / 1e3 / done;
        }

        @Override
        public String toString() {
            return "takes %s, median %.0f, CPU each: %.0f us in this process, %.0f us in PostgreSQL"
                    .formatted(
                            Arrays.toString(Arrays.stream(rates).mapToLong(Math::round).toArray()),
                            Report.median(rates),
                            microsEach(own),
                            microsEach(postgres));
        }
    }

    /** Something to be done between two takes. */
    @FunctionalInterface
    public interface Pause {
        void take() throws Exception;
    }

    private Takes(int rounds, Duration length, CpuTime cpu) {
        this.length = length;
        this.cpu = cpu;
        this.subject = new Side(rounds);
        this.yardstick = new Side(rounds);
    }

    /**
     * @param length of one take
     * @param rest comes before each take, and is not measured
     */
    public static Takes of(
            int rounds, Duration length, CpuTime cpu, Crowd subject, Crowd yardstick, Pause rest)
            throws Exception {
        var takes = new Takes(rounds, length, cpu);
        for (int round = 0; round < rounds; round++) {
            rest.take();
            takes.measure(yardstick, takes.yardstick, round);
            rest.take();
            takes.measure(subject, takes.subject, round);
        }
        return takes;
    }

    private void measure(Crowd crowd, Side side, int round) throws InterruptedException {
        var own = cpu.own();
        var postgres = cpu.postgres();
        side.rates[round] = crowd.perSecond(length);
        side.done += side.rates[round] * length.toNanos() / 1e9;
        side.own = side.own.plus(cpu.own().minus(own));
        side.postgres = side.postgres.plus(cpu.postgres().minus(postgres));
    }

    public double median() {
        return Report.median(subject.rates);
    }

    /** The middle one of the rounds' ratios. */
    public double ratio() {
        return Report.median(
                IntStream.range(0, subject.rates.length)
                        .mapToDouble(round -> subject.rates[round] / yardstick.rates[round])
                        .toArray());
    }

    /** Says what was taken, beside the figure that is made of it. */
    public void sayTo(Report report) {
        report.say("subject:   " + subject);
        report.say("yardstick: " + yardstick);
    }
}
