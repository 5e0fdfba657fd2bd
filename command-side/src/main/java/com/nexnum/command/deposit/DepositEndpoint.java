package com.nexnum.command.deposit;

import com.nexnum.command.deposit.Deposit.Status;
import com.nexnum.command.platform.idempotency.IdempotencyKey;
import com.nexnum.command.platform.idempotency.Idempotent;
import com.nexnum.kernel.money.Currency;
import com.nexnum.platform.security.Caller;
import com.nexnum.platform.web.Amount;
import com.nexnum.platform.web.Problem;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Customers ask for deposits here. */
@RestController
@EnableConfigurationProperties(DepositProperties.class)
@RequestMapping("/api/v1/wallet/deposits")
class DepositEndpoint {

    private final Deposits deposits;
    private final Gateways gateways;
    private final Clock clock;
    private final Currency currency;

    DepositEndpoint(
            Deposits deposits, Gateways gateways, Clock clock, DepositProperties properties) {
        this.deposits = deposits;
        this.gateways = gateways;
        this.clock = clock;
        this.currency = properties.currency();
    }

    record DepositRequest(
            @Nullable String amount, @Nullable String currency, @Nullable String gateway) {}

    record DepositReply(DepositId depositId, Status status, Amount amount) {
        static DepositReply of(Deposit deposit) {
            return new DepositReply(deposit.id(), deposit.status(), Amount.of(deposit.amount()));
        }
    }

    @Idempotent
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    DepositReply start(Caller caller, IdempotencyKey key, @RequestBody DepositRequest request) {
        var amount = DepositTerms.amount(request.amount(), request.currency(), currency);
        var gateway = gateways.named(request.gateway());
        var deposit =
                new Deposit(
                        new DepositId(key.derivedId("dep_", "deposit")),
                        caller.customerId(),
                        amount,
                        gateway.name(),
                        Status.PENDING,
                        clock.instant());
        if (!deposits.add(deposit)) {
            var earlier = earlier(deposit);
            // A crash may have come between storing it and asking the gateway.
            return earlier.status() == Status.PENDING
                    ? started(gateway, earlier)
                    : DepositReply.of(earlier);
        }
        return started(gateway, deposit);
    }

    private DepositReply started(Gateway gateway, Deposit deposit) {
        return switch (gateway.start(deposit)) {
            case GatewayAnswer.Started _ -> DepositReply.of(deposit);
            case GatewayAnswer.Refused(var why) -> {
                deposits.fail(deposit.id(), clock.instant());
                throw Problem.of(502, "GATEWAY_REFUSED", "The gateway refused the deposit")
                        .with("reason", why)
                        .raised();
            }
        };
    }

    @GetMapping("/{id}")
    DepositReply show(Caller caller, @PathVariable String id) {
        return DepositId.read(id)
                .flatMap(deposits::find)
                .filter(deposit -> deposit.customerId().equals(caller.customerId()))
                .map(DepositReply::of)
                .orElseThrow(() ->
                        Problem.of(404, "DEPOSIT_NOT_FOUND", "There is no such deposit").raised());
    }

    private Deposit earlier(Deposit deposit) {
        return deposits.find(deposit.id())
                .filter(deposit::asks)
                .orElseThrow(() ->
                        Problem.of(
                                        422,
                                        "IDEMPOTENCY_KEY_REUSED",
                                        "The key was used for another deposit: use a new" + " one")
                                .raised());
    }
}
