package com.nexnum.command.supply.protection;

import com.nexnum.command.supply.ActiveAnswer;
import com.nexnum.command.supply.BuyAnswer;
import com.nexnum.command.supply.BuyAnswer.Reason;
import com.nexnum.command.supply.CallOutcome;
import com.nexnum.command.supply.CancelAnswer;
import com.nexnum.command.supply.SmsAnswer;
import com.nexnum.command.supply.Supply;
import com.nexnum.command.supply.balance.Purses;
import com.nexnum.command.supply.engine.document.Operation;
import com.nexnum.command.supply.health.CallBook;
import com.nexnum.command.supply.http.CallTrace;
import com.nexnum.kernel.catalog.CountryCode;
import com.nexnum.kernel.catalog.ServiceCode;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.supply.ProviderSlug;
import com.nexnum.kernel.supply.UpstreamId;
import java.time.Duration;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Asks a provider while its circuit is closed, and writes down how each call ended. What is under
 * way when the circuit opens goes on.
 */
final class ProtectedSupply implements Supply {

    private static final String OPEN = "not asked: its circuit is open";
    private static final String NO_FUNDS = "not asked: our balance there does not do";

    private final Supply supply;
    private final Breaker circuit;
    private final Purses purses;
    private final CallBook book;

    ProtectedSupply(Supply supply, Breaker circuit, Purses purses, CallBook book) {
        this.supply = supply;
        this.circuit = circuit;
        this.purses = purses;
        this.book = book;
    }

    @Override
    public ProviderSlug provider() {
        return supply.provider();
    }

    @Override
    public BuyAnswer buy(
            ServiceCode service, CountryCode country, Money maxCost, String reference) {
        if (!purses.covers(provider(), maxCost)) {
            book.note(provider(), Operation.BUY, CallOutcome.NOT_ASKED, Duration.ZERO);
            return new BuyAnswer.Refused(Reason.NO_PROVIDER_FUNDS, NO_FUNDS);
        }
        var answer =
                asked(
                        Operation.BUY,
                        () -> supply.buy(service, country, maxCost, reference),
                        Verdict::of,
                        why -> new BuyAnswer.Refused(Reason.CIRCUIT_OPEN, why));
        if (answer instanceof BuyAnswer.Refused(var reason, _)
                && reason == Reason.NO_PROVIDER_FUNDS) {
            purses.refused(provider(), maxCost);
        }
        return answer;
    }

    @Override
    public SmsAnswer sms(UpstreamId id) {
        return asked(Operation.SMS, () -> supply.sms(id), Verdict::of, SmsAnswer.Unavailable::new);
    }

    @Override
    public CancelAnswer cancel(UpstreamId id) {
        return asked(
                Operation.CANCEL,
                () -> supply.cancel(id),
                Verdict::of,
                CancelAnswer.Unavailable::new);
    }

    @Override
    public boolean complete(UpstreamId id) {
        return asked(
                Operation.COMPLETE, () -> supply.complete(id), Verdict::ofCompletion, _ -> false);
    }

    @Override
    public NextSmsAnswer nextSms(UpstreamId id) {
        return asked(
                Operation.NEXT_SMS,
                () -> supply.nextSms(id),
                Verdict::of,
                NextSmsAnswer.Unavailable::new);
    }

    @Override
    public ActiveAnswer active() {
        return asked(Operation.ACTIVE, supply::active, Verdict::of, ActiveAnswer.Unavailable::new);
    }

    @Override
    public PriceListAnswer priceList() {
        return asked(
                Operation.PRICES, supply::priceList, Verdict::of, PriceListAnswer.Unavailable::new);
    }

    @Override
    public BalanceAnswer balance() {
        return asked(
                Operation.BALANCE, supply::balance, Verdict::of, BalanceAnswer.Unavailable::new);
    }

    private <T> T asked(
            Operation kind,
            Supplier<T> question,
            BiFunction<T, CallTrace, CallOutcome> verdict,
            Function<String, T> refusal) {
        var pass = circuit.entered();
        if (pass.isEmpty()) {
            book.note(provider(), kind, CallOutcome.CIRCUIT_OPEN, Duration.ZERO);
            return refusal.apply(OPEN);
        }
        var trace = new CallTrace();
        // What throws here is a mistake of ours, and says nothing about the provider.
        var outcome = CallOutcome.NOT_ASKED;
        try {
            var answer = trace.of(question);
            outcome = verdict.apply(answer, trace);
            return answer;
        } finally {
            circuit.left(pass.get(), outcome, trace.longest());
            book.note(provider(), kind, outcome, trace.longest());
        }
    }
}
