package com.nexnum.command.purchase;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.nexnum.command.routing.Route;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.routing.RouteDecision.Considered;
import com.nexnum.kernel.supply.ProviderSlug;
import com.nexnum.platform.web.Amount;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a purchase would do now.
 *
 * @param outcome {@code FOUND}, or the code with which the purchase would be refused
 * @param chosen who would be asked first; absent when nobody
 * @param price what the customer would pay
 * @param limit the most that the customer would pay
 * @param bestPrice the lowest limit that would do, when the one given is too low
 * @param candidates in the order of the route, then who is passed over
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SimulatedRoute(
        String service,
        String country,
        String sort,
        long seed,
        String outcome,
        @Nullable String chosen,
        @Nullable Amount price,
        @Nullable Amount limit,
        @Nullable Amount bestPrice,
        List<SimulatedCandidate> candidates) {

    /** Of how many customers the shares are taken. */
    static final int CUSTOMERS = 1_000;

    static SimulatedRoute of(PurchaseWish wish, Route route, Map<ProviderSlug, Integer> shares) {
        var candidates =
                route.decision().considered().stream()
                        .map(each -> candidate(each, shares.getOrDefault(each.provider(), 0)))
                        .toList();
        return switch (route) {
            case Route.Found(var limit, var found, _) ->
                    view(
                            wish,
                            route,
                            "FOUND",
                            found.getFirst().provider(),
                            found.getFirst().price(),
                            limit,
                            null,
                            candidates);
            case Route.NothingListed _ ->
                    view(wish, route, "NO_NUMBERS", null, null, null, null, candidates);
            case Route.TooExpensive(var best, _) ->
                    view(
                            wish,
                            route,
                            "MAX_PRICE_TOO_LOW",
                            null,
                            null,
                            wish.maxPrice(),
                            best,
                            candidates);
        };
    }

    @SuppressWarnings("checkstyle:ParameterNumber") // The parts of an answer.
    private static SimulatedRoute view(
            PurchaseWish wish,
            Route route,
            String outcome,
            @Nullable ProviderSlug chosen,
            @Nullable Money price,
            @Nullable Money limit,
            @Nullable Money best,
            List<SimulatedCandidate> candidates) {
        return new SimulatedRoute(
                wish.service().code().value(),
                wish.country().code().value(),
                wish.sort().name().toLowerCase(Locale.ROOT),
                route.decision().seed(),
                outcome,
                chosen == null ? null : chosen.value(),
                amount(price),
                amount(limit),
                amount(best),
                candidates);
    }

    private static @Nullable Amount amount(@Nullable Money money) {
        return money == null ? null : Amount.of(money);
    }

    private static SimulatedCandidate candidate(Considered each, int share) {
        var merits = each.merits();
        return new SimulatedCandidate(
                each.provider().value(),
                Amount.of(each.price()),
                Amount.of(each.cost()),
                each.stock(),
                each.place(),
                each.skipped(),
                BigDecimal.valueOf(share).divide(BigDecimal.valueOf(CUSTOMERS)),
                BigDecimal.valueOf(merits.score(), 6),
                BigDecimal.valueOf(merits.drawn(), 6),
                BigDecimal.valueOf(merits.expected(), 6),
                merits.evidence(),
                merits.smsSeconds(),
                merits.answerMillis(),
                merits.priority(),
                merits.weight());
    }

    /**
     * @param price as listed
     * @param place in the route, from 1; absent when it is passed over
     * @param skipped why it is passed over
     * @param share of customers who would be sent to it first now
     * @param score what is ranked by
     * @param drawnChance of an SMS, as drawn with the seed
     * @param expectedChance of an SMS, the mean of what is known
     * @param evidence how many numbers that rests on
     * @param weight in percent
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record SimulatedCandidate(
            String provider,
            Amount price,
            Amount cost,
            int stock,
            @Nullable Integer place,
            @Nullable String skipped,
            BigDecimal share,
            BigDecimal score,
            BigDecimal drawnChance,
            BigDecimal expectedChance,
            int evidence,
            int smsSeconds,
            int answerMillis,
            int priority,
            int weight) {}
}
