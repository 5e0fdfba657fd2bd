package com.nexnum.command.purchase;

import com.nexnum.command.activation.ActivationCommand.RequestActivation;
import com.nexnum.command.activation.ActivationOwners;
import com.nexnum.command.platform.Commands;
import com.nexnum.command.platform.idempotency.IdempotencyKey;
import com.nexnum.command.platform.idempotency.Idempotent;
import com.nexnum.command.routing.Route;
import com.nexnum.command.routing.RouteWish;
import com.nexnum.command.routing.Router;
import com.nexnum.kernel.activation.ActivationEvent.ActivationFailed;
import com.nexnum.kernel.activation.ActivationEvent.NumberAssigned;
import com.nexnum.kernel.activation.ActivationId;
import com.nexnum.kernel.money.Currency;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.privacy.PersonalData;
import com.nexnum.platform.security.Caller;
import com.nexnum.platform.web.Problem;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Buys a number. */
@RestController
class PurchaseEndpoint {

    private final Router router;
    private final ActivationOwners owners;
    private final Commands commands;
    private final ActivationOutcomes outcomes;
    private final PersonalData personalData;
    private final PurchaseProperties properties;
    private final Clock clock;

    @SuppressWarnings("checkstyle:ParameterNumber") // A web edge joins many parts.
    PurchaseEndpoint(
            Router router,
            ActivationOwners owners,
            Commands commands,
            ActivationOutcomes outcomes,
            PersonalData personalData,
            PurchaseProperties properties,
            Clock clock) {
        this.router = router;
        this.owners = owners;
        this.commands = commands;
        this.outcomes = outcomes;
        this.personalData = personalData;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * 201 with the number once it is known within the wait ({@code Prefer: wait=10}, seconds, RFC
     * 7240), else 202 with its {@code Location}; 402, 404, 409, 502 when there is none to be had.
     */
    @Idempotent
    @PostMapping("/api/v1/numbers/purchase")
    ResponseEntity<PurchasedNumber> purchase(
            Caller caller,
            IdempotencyKey key,
            @RequestBody PurchaseRequest body,
            @RequestHeader(name = "Prefer", required = false) @Nullable String prefer) {
        var wish = PurchaseWish.of(body);
        var wait = WaitPreference.of(prefer, properties);
        var id = new ActivationId(key.derivedId("act_", "purchase"));
        var askedAt = clock.instant();
        try (var ear = outcomes.listen(id)) {
            boolean repeat = owners.own(caller.customerId(), id.value()).isPresent();
            commands.send(repeat ? again(caller, id, wish) : request(caller, id, wish));
            return switch (ear.await(wait).orElse(null)) {
                case NumberAssigned number ->
                        ResponseEntity.created(location(id)).body(bought(number, wish, askedAt));
                case ActivationFailed(_, _, var reason) ->
                        throw PurchaseFailures.problem(reason)
                                .with("numberId", id.value())
                                .raised();
                case null, default ->
                        ResponseEntity.accepted()
                                .location(location(id))
                                .header("Retry-After", "1")
                                .body(PurchasedNumber.requested(id, wish, askedAt));
            };
        }
    }

    /** A repeat after a crash must not fail on what is listed by now; the first route counts. */
    private static RequestActivation again(Caller caller, ActivationId id, PurchaseWish wish) {
        return new RequestActivation(
                id,
                caller.customerId(),
                wish.service().code(),
                wish.country().code(),
                Money.zero(Currency.USD),
                wish.provider(),
                List.of(),
                null);
    }

    private RequestActivation request(Caller caller, ActivationId id, PurchaseWish wish) {
        return switch (router.route(wish.route(RouteWish.seedOf(id)))) {
            case Route.Found(var limit, var candidates, var decision) ->
                    new RequestActivation(
                            id,
                            caller.customerId(),
                            wish.service().code(),
                            wish.country().code(),
                            limit,
                            wish.provider(),
                            candidates,
                            decision);
            case Route.NothingListed _ -> throw PurchaseFailures.problem("NO_NUMBERS").raised();
            case Route.TooExpensive(var best, _) ->
                    throw Problem.of(
                                    409,
                                    "MAX_PRICE_TOO_LOW",
                                    "Nothing is offered for that; the best price is in bestPrice.")
                            .with("bestPrice", best.decimal())
                            .with("currency", best.currency().name())
                            .raised();
        };
    }

    private PurchasedNumber bought(NumberAssigned number, PurchaseWish wish, Instant askedAt) {
        var readable =
                personalData.open(
                        number.customerId(), number.activationId().value(), number.number());
        return PurchasedNumber.active(number, readable.orElse(null), wish, askedAt);
    }

    private static URI location(ActivationId id) {
        return URI.create("/api/v1/numbers/" + id);
    }

    /**
     * @param service canonical code, protocol code or a known alias
     * @param country ISO 3166-1 code, protocol id or a known alias
     * @param maxPrice a decimal string in the wallet's currency; without it nobody pays more than
     *     the best price listed, but who asks for quality
     * @param provider a provider's short name, to buy from that one only
     * @param sort {@code balanced}, unless {@code price} or {@code quality} matters most
     */
    record PurchaseRequest(
            @Nullable String service,
            @Nullable String country,
            @Nullable String maxPrice,
            @Nullable String provider,
            @Nullable String sort) {}
}
