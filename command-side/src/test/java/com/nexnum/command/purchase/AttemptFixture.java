package com.nexnum.command.purchase;

import com.nexnum.command.platform.agenda.Details;
import com.nexnum.command.platform.agenda.Due;
import com.nexnum.command.purchase.OrderCommand.FulfilOrder;
import com.nexnum.command.purchase.OrderCommand.RecordRefusal;
import com.nexnum.command.purchase.OrderCommand.RecordUnknownOutcome;
import com.nexnum.command.supply.OpenLine;
import com.nexnum.command.supply.Suppliers;
import com.nexnum.command.supply.Suppliers.Supplier;
import com.nexnum.kernel.money.Money;
import com.nexnum.trial.command.CommandLog;
import com.nexnum.trial.command.OpenData;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** One attempt that began at noon, and its scripted provider. */
abstract class AttemptFixture extends PurchaseStory {

    static final Money COST = Money.usd("0.10");
    static final Attempt ATTEMPT =
            new Attempt(ORDER, CUSTOMER, 1, offer("acme"), COST, NOON, null, null);

    final ScriptedSupply supply = new ScriptedSupply("acme", "0.10");
    final Suppliers suppliers = new Suppliers(List.of(new Supplier(supply, null, new OpenLine())));
    final Suppliers nobody = new Suppliers(List.of());
    final CommandLog log =
            new CommandLog(FulfilOrder.class, RecordRefusal.class, RecordUnknownOutcome.class);

    static Due soughtSince(Instant since) {
        return new Due("kind", ORDER.value(), 2, Details.write(ATTEMPT.soughtSince(since)));
    }

    static Due due(int taken) {
        return new Due("kind", ORDER.value(), taken, Details.write(ATTEMPT));
    }

    SupplyOutcomes outcomes(Instant now) {
        return new SupplyOutcomes(
                log.commands(),
                new OpenData(),
                (attempt, bought) -> {},
                Clock.fixed(now, ZoneOffset.UTC));
    }

    static RecordUnknownOutcome unknown(String why) {
        return new RecordUnknownOutcome(ORDER, 1, why);
    }

    static RecordRefusal refused(String reason) {
        return new RecordRefusal(ORDER, 1, reason);
    }
}
