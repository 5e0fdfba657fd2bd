package com.nexnum.command.sms;

import com.nexnum.command.platform.agenda.Details;
import com.nexnum.command.platform.agenda.Due;
import com.nexnum.command.purchase.ScriptedSupply;
import com.nexnum.command.supply.OpenLine;
import com.nexnum.command.supply.Suppliers;
import com.nexnum.command.supply.Suppliers.Supplier;
import com.nexnum.kernel.activation.ActivationId;
import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.kernel.supply.UpstreamId;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** One rented number and its scripted provider. */
abstract class RentalFixture {

    static final ActivationId ID = new ActivationId("act_000001");
    static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    static final Instant EXPIRY = NOON.plusSeconds(1_200);
    static final Clock AT_NOON = at(NOON);

    final ScriptedSupply supply = new ScriptedSupply("acme", "0.10");
    final Suppliers suppliers =
            new Suppliers(List.of(new Supplier(supply, "secret", new OpenLine())));
    final Suppliers nobody = new Suppliers(List.of());

    static Clock at(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    Rental rental(int round) {
        return new Rental(
                ID,
                new CustomerId("cus_000001"),
                supply.provider(),
                new UpstreamId("42"),
                NOON,
                EXPIRY,
                round);
    }

    Due due(int taken) {
        return new Due("kind", ID.value(), taken, Details.write(rental(0)));
    }
}
