package com.nexnum.query.orders;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.nexnum.kernel.activation.ActivationEvent.ActivationRequested;
import com.nexnum.kernel.activation.ActivationEvent.Candidate;
import com.nexnum.kernel.purchase.OrderId;
import com.nexnum.kernel.routing.RouteDecision;
import com.nexnum.kernel.routing.RouteDecision.Considered;
import com.nexnum.kernel.routing.RouteDecision.Merits;
import com.nexnum.platform.web.Amount;
import com.nexnum.query.orders.OrderView.AttemptView;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Why an order was bought where it was bought, and what came of it.
 *
 * @param maxPrice the most that the customer was to pay
 * @param provider the one that the customer named; absent when none was
 * @param sort absent, like the seed and the merits, for an order of before decisions were kept
 * @param candidates in the order of the route, then who was passed over
 * @param attempts who was asked, in turn
 */
public record RouteView(
        String orderId,
        String numberId,
        String customerId,
        String service,
        String country,
        Amount maxPrice,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String provider,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String sort,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long seed,
        Instant decidedAt,
        List<ConsideredView> candidates,
        List<AttemptView> attempts) {

    static RouteView of(ActivationRequested request, Instant at, List<AttemptView> attempts) {
        var decision = request.decision();
        return new RouteView(
                OrderId.of(request.activationId()).value(),
                request.activationId().value(),
                request.customerId().value(),
                request.service().value(),
                request.country().value(),
                Amount.of(request.maxPrice()),
                request.provider() == null ? null : request.provider().value(),
                decision == null ? null : decision.sort().name().toLowerCase(Locale.ROOT),
                decision == null ? null : decision.seed(),
                at,
                decision == null ? unexplained(request.route()) : explained(decision),
                attempts);
    }

    private static List<ConsideredView> explained(RouteDecision decision) {
        return decision.considered().stream().map(ConsideredView::of).toList();
    }

    private static List<ConsideredView> unexplained(List<Candidate> route) {
        return IntStream.range(0, route.size())
                .mapToObj(i -> ConsideredView.of(route.get(i), i + 1))
                .toList();
    }

    /**
     * @param price as it was listed
     * @param place in the route, from 1; absent when it was passed over
     * @param skipped why it was passed over: {@code NOT_NAMED}, {@code OUT_OF_STOCK}, {@code
     *     PAUSED}, {@code BREAKER_OPEN}, {@code NO_FUNDS}, {@code NO_UPSTREAM_BALANCE}, {@code
     *     TOO_DEAR}; further ones may come
     */
    public record ConsideredView(
            String provider,
            Amount price,
            Amount cost,
            int stock,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer place,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String skipped,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable MeritsView merits) {

        static ConsideredView of(Considered considered) {
            return new ConsideredView(
                    considered.provider().value(),
                    Amount.of(considered.price()),
                    Amount.of(considered.cost()),
                    considered.stock(),
                    considered.place(),
                    considered.skipped(),
                    MeritsView.of(considered.merits()));
        }

        static ConsideredView of(Candidate candidate, int place) {
            return new ConsideredView(
                    candidate.provider().value(),
                    Amount.of(candidate.price()),
                    Amount.of(candidate.cost()),
                    candidate.stock(),
                    place,
                    null,
                    null);
        }
    }

    /**
     * @param score what was ranked by
     * @param drawnChance of an SMS, as drawn for this order
     * @param expectedChance of an SMS, the mean of what was known
     * @param evidence how many numbers that rested on
     * @param weight in percent
     */
    public record MeritsView(
            BigDecimal score,
            BigDecimal drawnChance,
            BigDecimal expectedChance,
            int evidence,
            int smsSeconds,
            int answerMillis,
            int priority,
            int weight) {

        static MeritsView of(Merits merits) {
            return new MeritsView(
                    BigDecimal.valueOf(merits.score(), 6),
                    BigDecimal.valueOf(merits.drawn(), 6),
                    BigDecimal.valueOf(merits.expected(), 6),
                    merits.evidence(),
                    merits.smsSeconds(),
                    merits.answerMillis(),
                    merits.priority(),
                    merits.weight());
        }
    }
}
