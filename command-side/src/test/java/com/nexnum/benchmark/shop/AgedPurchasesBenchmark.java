package com.nexnum.benchmark.shop;

import com.nexnum.benchmark.Benchmark;
import com.nexnum.benchmark.Figure;
import com.nexnum.benchmark.Report;

/** Whether a shop with a long past is slower than a young one. */
public final class AgedPurchasesBenchmark implements Benchmark {

    private static final int CUSTOMERS = 200;
    private static final int AT_ONCE = 32;
    private static final int YOUNG = 1_000;
    private static final int OLD = 20_000;
    private static final int ROUNDS = 5;
    private static final int PURCHASES = 500;

    @Override
    public String name() {
        return "purchases-aged";
    }

    @Override
    public void run(Report report) throws Exception {
        try (var provider = new AtOnceProvider();
                var young = Shop.open(provider);
                var old = Shop.open(provider);
                var callers = new Callers(AT_ONCE)) {
            var youngs = Shoppers.signedIn(young, CUSTOMERS);
            var olds = Shoppers.signedIn(old, CUSTOMERS);
            Take.of(old, Take.EVENT_SOURCED, callers, olds, OLD);
            Take.of(young, Take.EVENT_SOURCED, callers, youngs, YOUNG);
            var ratios = new double[ROUNDS];
            var rates = new double[ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                var now = Take.of(old, Take.EVENT_SOURCED, callers, olds, PURCHASES);
                report.say("old   " + now.line());
                var then = Take.of(young, Take.EVENT_SOURCED, callers, youngs, PURCHASES);
                report.say("young " + then.line());
                rates[round] = now.perSecond();
                ratios[round] = now.perSecond() / then.perSecond();
            }
            report.add(
                    Figure.of("purchases-aged", Report.median(rates), "purchases/s")
                            .floor("0.9")
                            .ratio(Report.median(ratios))
                            .remark(
                                    "two shops in one process, one after 20,000 purchases and one"
                                            + " after 1,000 (each grows by 500 a round), all made"
                                            + " the same way and their numbers still live"));
        }
    }
}
