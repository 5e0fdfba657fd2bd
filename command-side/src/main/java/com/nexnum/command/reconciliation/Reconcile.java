package com.nexnum.command.reconciliation;

import com.nexnum.command.activation.ActivationCommand.RequestCancellation;
import com.nexnum.command.platform.Commands;
import com.nexnum.command.platform.agenda.Agenda;
import com.nexnum.command.platform.agenda.AgendaWork;
import com.nexnum.command.platform.agenda.Due;
import com.nexnum.command.platform.agenda.Outcome;
import com.nexnum.command.platform.agenda.Terms;
import com.nexnum.command.purchase.OpenPurchases;
import com.nexnum.command.reconciliation.Finding.Kind;
import com.nexnum.command.reconciliation.Finding.Result;
import com.nexnum.command.reconciliation.Runs.Run;
import com.nexnum.command.sms.polling.PollSchedule;
import com.nexnum.command.supply.ActiveAnswer;
import com.nexnum.command.supply.ActiveAnswer.Held;
import com.nexnum.command.supply.SmsAnswer;
import com.nexnum.command.supply.Suppliers;
import com.nexnum.command.supply.Supply;
import com.nexnum.kernel.purchase.OrderId;
import com.nexnum.kernel.supply.ProviderSlug;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Compares one provider's list of numbers with ours, again and again. Everything that it does may
 * be done twice, and anything that it leaves undone comes to light the next time.
 */
@Component
class Reconcile implements AgendaWork {

    static final String KIND = "reconcile";

    private static final Logger LOG = LoggerFactory.getLogger(Reconcile.class);

    /** A list may be older than a number that we bought a moment ago. */
    private static final Duration LISTED_AFTER = Duration.ofMinutes(2);

    /** For so long a provider must keep to it that it has no such number. */
    private static final Duration MISSING_FOR = Duration.ofSeconds(45);

    private final Suppliers suppliers;
    private final OpenPurchases purchases;
    private final PollSchedule polls;
    private final Commands commands;
    private final Findings findings;
    private final Runs runs;
    private final ReconciliationProperties properties;
    private final Clock clock;

    Reconcile(
            Suppliers suppliers,
            OpenPurchases purchases,
            PollSchedule polls,
            Commands commands,
            Findings findings,
            Runs runs,
            ReconciliationProperties properties,
            Clock clock) {
        this.suppliers = suppliers;
        this.purchases = purchases;
        this.polls = polls;
        this.commands = commands;
        this.findings = findings;
        this.runs = runs;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public Terms terms() {
        return new Terms(KIND, Duration.ofMinutes(2), 2);
    }

    @Override
    public Outcome perform(Due due) {
        var provider = new ProviderSlug(due.subject());
        var supply = suppliers.find(provider);
        if (supply.isEmpty()) {
            return new Outcome.Done();
        }
        var started = clock.instant();
        var polled = polls.polled(provider, started.minus(LISTED_AFTER));
        switch (supply.get().active()) {
            case ActiveAnswer.Active(var held) -> {
                compare(supply.get(), held, polled);
                runs.add(run(provider, started, held.size(), polled.size(), null));
            }
            case ActiveAnswer.Unavailable(var why) ->
                    runs.add(run(provider, started, 0, polled.size(), why));
        }
        settleUnknown(provider);
        return new Outcome.Again(clock.instant().plus(properties.every()), due.details());
    }

    private Run run(
            ProviderSlug provider, Instant started, int held, int ours, @Nullable String failure) {
        return new Run(provider, started, clock.instant(), held, ours, failure);
    }

    private void compare(Supply supply, List<Held> held, List<PollSchedule.Polled> polled) {
        var provider = supply.provider();
        var there = held.stream().map(Held::id).collect(Collectors.toSet());
        var now = clock.instant();
        var missing = polled.stream().filter(ours -> !there.contains(ours.upstreamId())).toList();
        missing.forEach(ours -> missing(supply, ours, now));
        settleAbsent(
                provider,
                Kind.MISSING,
                missing.stream()
                        .map(ours -> ours.activationId().value())
                        .collect(Collectors.toSet()),
                Result.GONE);

        // Asked in this order: a purchase is open until its number is claimed.
        var contested =
                held.stream()
                        .filter(number -> purchases.mayBeBuying(provider, number))
                        .collect(Collectors.toSet());
        var unserved =
                held.stream()
                        .filter(number -> !purchases.isServing(provider, number.id()))
                        .toList();
        unserved.stream()
                .filter(number -> !contested.contains(number))
                .forEach(number -> stray(provider, number, now));
        settleStrays(
                provider,
                unserved.stream().map(number -> number.id().value()).collect(Collectors.toSet()));
    }

    /**
     * That a list leaves a number out proves nothing: what the provider says of the number itself
     * does. One that it took back is given up on the customer's behalf, unless a person is to look.
     */
    private void missing(Supply supply, PollSchedule.Polled ours, Instant now) {
        var cost = purchases.costOf(OrderId.of(ours.activationId())).orElse(null);
        var finding =
                new Finding(supply.provider(), Kind.MISSING, ours.activationId().value(), cost);
        var firstSeen = findings.seen(finding, now);
        switch (supply.sms(ours.upstreamId())) {
            case SmsAnswer.Cancelled _, SmsAnswer.NotFound _ -> {
                // One moment of nonsense at the provider is not to cost every customer the number.
                boolean again = !now.isBefore(firstSeen.plus(MISSING_FOR));
                if (again && !findings.isLarge(finding)) {
                    commands.trySend(new RequestCancellation(ours.activationId(), now))
                            .ifPresent(why ->
                                    LOG.info("{} is not given up: {}", ours.activationId(), why));
                }
            }
            case SmsAnswer.Received _ -> polls.hurry(ours.activationId(), now);
            case SmsAnswer.Waiting _, SmsAnswer.Unavailable _ -> {}
        }
    }

    private void stray(ProviderSlug provider, Held number, Instant now) {
        var finding = new Finding(provider, Kind.STRAY, number.id().value(), number.cost());
        var firstSeen = findings.seen(finding, now);
        if (now.isBefore(firstSeen.plus(properties.strayAfter()))) {
            return;
        }
        if (properties.returnStrays()) {
            LOG.warn("{} of {} serves nobody and goes back", number.id(), provider);
            purchases.giveBack(provider, number.id());
        } else {
            findings.settle(provider, Kind.STRAY, number.id().value(), Result.KEPT, now);
        }
    }

    /** It went back if it was seen for long enough to be sent there. */
    private void settleStrays(ProviderSlug provider, Set<String> seen) {
        for (var open : findings.open(provider, Kind.STRAY)) {
            if (!seen.contains(open.subject())) {
                boolean sent =
                        properties.returnStrays()
                                && !open.lastSeen()
                                        .isBefore(open.firstSeen().plus(properties.strayAfter()));
                findings.settle(
                        provider,
                        Kind.STRAY,
                        open.subject(),
                        sent ? Result.RETURNED : Result.GONE,
                        clock.instant());
            }
        }
    }

    /** What is not to be seen any more came to its end. */
    private void settleAbsent(ProviderSlug provider, Kind kind, Set<String> seen, Result result) {
        for (var open : findings.open(provider, kind)) {
            if (!seen.contains(open.subject())) {
                findings.settle(provider, kind, open.subject(), result, clock.instant());
            }
        }
    }

    private void settleUnknown(ProviderSlug provider) {
        for (var open : findings.open(provider, Kind.UNKNOWN)) {
            purchases
                    .endOf(open.subject())
                    .ifPresent(end ->
                            findings.settle(
                                    provider,
                                    Kind.UNKNOWN,
                                    open.subject(),
                                    switch (end) {
                                        case ADOPTED -> Result.ADOPTED;
                                        case RELEASED -> Result.RELEASED;
                                    },
                                    clock.instant()));
        }
    }

    /** Puts each provider on the agenda; the ones that stand there stay as they are. */
    @Component
    static final class WhenReadyThenReconcileEachProvider {

        private final Suppliers suppliers;
        private final Agenda agenda;
        private final ReconciliationProperties properties;
        private final Clock clock;

        WhenReadyThenReconcileEachProvider(
                Suppliers suppliers,
                Agenda agenda,
                ReconciliationProperties properties,
                Clock clock) {
            this.suppliers = suppliers;
            this.agenda = agenda;
            this.properties = properties;
            this.clock = clock;
        }

        @EventListener(ApplicationReadyEvent.class)
        void onReady() {
            // Before the first look, so that no change falls between the two.
            suppliers.onChange(this::begin);
            suppliers.all().forEach(supply -> begin(supply.provider()));
        }

        private void begin(ProviderSlug provider) {
            var first = clock.instant().plus(properties.every());
            agenda.putIfAbsent(KIND, provider.value(), first, "");
        }
    }
}
