package com.nexnum.command.routing;

import com.nexnum.command.routing.learning.Evidence;
import com.nexnum.command.routing.learning.Tally;
import com.nexnum.kernel.money.Currency;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.supply.ProviderSlug;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Twenty providers whose prices and chances wander, as nobody sees but through what is bought. Each
 * customer buys once. How the market wanders and whether a number would get its SMS depends on the
 * seed alone, so that every way of choosing meets the same market.
 */
final class DriftingMarket {

    static final int PROVIDERS = 20;

    /** What one way of choosing came to. */
    record Result(String way, long codes, double spent, double regret, List<Integer> chosen) {

        double codesPerDollar() {
            return codes / spent;
        }
    }

    /** Whom a customer buys from. */
    @FunctionalInterface
    interface Way {
        int choose(DriftingMarket market, long customer);
    }

    private record Sms(Instant at, int provider, Instant soldAt) {}

    private final SplittableRandom random;
    private final Duration halfLife;
    private final double[] chance = new double[PROVIDERS];
    private final double[] drift = new double[PROVIDERS];
    private final double[] usualPrice = new double[PROVIDERS];
    private final double[] swing = new double[PROVIDERS];
    private final long[] price = new long[PROVIDERS];
    private final boolean[] stocked = new boolean[PROVIDERS];
    private final Tally[] seen = new Tally[PROVIDERS];
    private final PriorityQueue<Sms> coming = new PriorityQueue<>(Comparator.comparing(Sms::at));
    private Instant now = RoutingStory.NOON;

    DriftingMarket(long seed, Duration halfLife) {
        this.random = new SplittableRandom(seed);
        this.halfLife = halfLife;
        for (int i = 0; i < PROVIDERS; i++) {
            drift[i] = random.nextGaussian();
            chance[i] = chanceOf(drift[i]);
            usualPrice[i] = 1e6 * (0.06 + 0.2 * random.nextDouble() + 0.1 * chance[i]);
            seen[i] = Tally.NOTHING;
        }
    }

    /** So many customers, one after the other, half a minute apart. */
    Result buy(String name, int customers, Way way) {
        long codes = 0;
        double spent = 0;
        double regret = 0;
        var whom = new ArrayList<Integer>(customers);
        for (int customer = 0; customer < customers; customer++) {
            wander();
            double luck = random.nextDouble();
            int delay = 5 + random.nextInt(60);
            int chosen = way.choose(this, customer);
            boolean delivered = luck < chance[chosen];
            codes += delivered ? 1 : 0;
            spent += price[chosen] / 1e6;
            regret += value(best()) - value(chosen);
            whom.add(chosen);
            seen[chosen] = seen[chosen].plus(Tally.sold(now), halfLife);
            if (delivered) {
                coming.add(new Sms(now.plusSeconds(delay), chosen, now));
            }
        }
        return new Result(name, codes, spent, regret, whom);
    }

    int learned(RouteWish wish, RouteTerms terms) {
        var route = (Route.Found) RouteDecider.decide(wish, offers(), terms, now);
        return number(route.candidates().getFirst().provider());
    }

    int cheapest() {
        return first(Comparator.comparingLong(i -> price[i]));
    }

    int best() {
        return first(Comparator.comparingDouble(i -> -value(i)));
    }

    /** The first of the list that has numbers. */
    int firstOf(List<Integer> priorities) {
        return priorities.stream().filter(i -> stocked[i]).findFirst().orElseThrow();
    }

    /** Who is best, as somebody knows who knows everything, at the beginning. */
    List<Integer> bestFirst() {
        return all().stream().sorted(Comparator.comparingDouble(i -> -value(i))).toList();
    }

    void fails(int provider) {
        drift[provider] = -6;
    }

    /** Codes per dollar. */
    private double value(int provider) {
        return chance[provider] * 1e6 / price[provider];
    }

    private int first(Comparator<Integer> order) {
        return all().stream().filter(i -> stocked[i]).min(order).orElseThrow();
    }

    private static List<Integer> all() {
        return IntStream.range(0, PROVIDERS).boxed().toList();
    }

    private void wander() {
        now = now.plusSeconds(30);
        for (int i = 0; i < PROVIDERS; i++) {
            drift[i] = 0.9995 * drift[i] + 0.04 * random.nextGaussian();
            chance[i] = chanceOf(drift[i]);
            swing[i] = 0.9995 * swing[i] + 0.008 * random.nextGaussian();
            price[i] = Math.round(usualPrice[i] * Math.exp(swing[i]));
            stocked[i] = random.nextInt(10) > 0;
        }
        stocked[0] = true;
        while (!coming.isEmpty() && coming.peek().at().isBefore(now)) {
            var sms = coming.remove();
            var after = Duration.between(sms.soldAt(), sms.at());
            seen[sms.provider()] =
                    seen[sms.provider()].plus(Tally.delivered(sms.soldAt(), after), halfLife);
        }
    }

    private static double chanceOf(double drift) {
        return 0.03 + 0.94 / (1 + Math.exp(-1.3 * drift));
    }

    private List<Offered> offers() {
        var offers = new ArrayList<Offered>();
        for (int i = 0; i < PROVIDERS; i++) {
            var cost = new Money(Currency.USD, price[i] * 5 / 6);
            offers.add(
                    new Offered(
                            new ProviderSlug("p" + i),
                            new Money(Currency.USD, price[i]),
                            cost,
                            1,
                            stocked[i] ? 5 : 0,
                            new Evidence(seen[i], seen[i]),
                            Condition.USUAL));
        }
        return offers;
    }

    private static int number(ProviderSlug provider) {
        return Integer.parseInt(provider.value().substring(1));
    }
}
