package com.nexnum.benchmark.shop;

import com.nexnum.benchmark.Benchmark;
import com.nexnum.benchmark.Figure;
import com.nexnum.benchmark.Report;

/** From the request to the number in the customer's hand, beside the hand-written shop. */
public final class PurchasesBenchmark implements Benchmark {

    private static final int CUSTOMERS = 200;
    private static final int AT_ONCE = Integer.getInteger("benchmark.callers", 32);
    private static final int WARM_UP = Integer.getInteger("benchmark.warm-up", 2_000);
    private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 5);
    private static final int PURCHASES = Integer.getInteger("benchmark.purchases", 1_500);

    @Override
    public String name() {
        return "purchases";
    }

    @Override
    public void run(Report report) throws Exception {
        try (var provider = new AtOnceProvider();
                var shop = Shop.open(provider);
                var callers = new Callers(AT_ONCE)) {
            var tokens = Shoppers.signedIn(shop, CUSTOMERS);
            for (int half = 0; half < 2; half++) {
                Take.of(shop, Take.EVENT_SOURCED, callers, tokens, WARM_UP / 2);
                Take.of(shop, Take.CRUD, callers, tokens, WARM_UP / 2);
            }
            var processor = new double[ROUNDS];
            var ours = new double[ROUNDS];
            var theirs = new double[ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                var start = Cost.now(shop);
                var our = Take.of(shop, Take.EVENT_SOURCED, callers, tokens, PURCHASES);
                var between = Cost.now(shop);
                report.say("event-sourced " + our.line() + between.each(start, PURCHASES));
                var their = Take.of(shop, Take.CRUD, callers, tokens, PURCHASES);
                var end = Cost.now(shop);
                report.say("crud " + their.line() + end.each(between, PURCHASES));
                processor[round] =
                        end.millisEach(between, PURCHASES) / between.millisEach(start, PURCHASES);
                ours[round] = our.perSecond();
                theirs[round] = their.perSecond();
            }
            Facts.check(shop, provider);
            var ratios = new double[ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                ratios[round] = ours[round] / theirs[round];
            }
            report.add(
                    Figure.of("purchases-crud", Report.median(theirs), "purchases/s")
                            .remark("the hand-written shop, the yardstick"));
            report.say(
                    "the hand-written shop's processor time for a purchase to ours: %.3f"
                            .formatted(Report.median(processor)));
            report.add(
                    Figure.of("purchases", Report.median(ours), "purchases/s")
                            .floor("0.8,200/s")
                            .ratio(Report.median(ratios))
                            .remark(
                                    AT_ONCE
                                            + " callers, "
                                            + CUSTOMERS
                                            + " customers, 50 offers; POST with Prefer: wait until"
                                            + " 201 with the number, and until all read models have"
                                            + " caught up; client, both servers, provider and"
                                            + " database on the same cores"));
        }
    }
}
