package com.nexnum.command.adjustment;

import com.nexnum.command.adjustment.AdjustmentCommand.Approve;
import com.nexnum.command.adjustment.AdjustmentCommand.Propose;
import com.nexnum.command.adjustment.AdjustmentCommand.Reject;
import com.nexnum.command.adjustment.AdjustmentCommand.Withdraw;
import com.nexnum.command.decision.CommandRejected;
import com.nexnum.kernel.adjustment.AdjustmentEvent;
import com.nexnum.kernel.adjustment.AdjustmentEvent.AdjustmentApproved;
import com.nexnum.kernel.adjustment.AdjustmentEvent.AdjustmentProposed;
import com.nexnum.kernel.adjustment.AdjustmentId;
import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.wallet.WalletEvent.Direction;
import com.nexnum.platform.audit.AuditTrail;
import com.nexnum.platform.audit.Change;
import com.nexnum.platform.audit.Origin;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;

/** One adjustment, three administrators, and the words in which their tests are told. */
abstract class AdjustmentStory {

    static final AdjustmentId ID = new AdjustmentId("adj_000001");
    static final CustomerId CUSTOMER = new CustomerId("cus_000001");
    static final CustomerId ADA = new CustomerId("cus_ada001");
    static final CustomerId BEN = new CustomerId("cus_ben001");
    static final CustomerId CYD = new CustomerId("cus_cyd001");
    static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    static final Instant END = NOON.plus(Duration.ofDays(3));
    static final Money AMOUNT = Money.usd("3.00");
    static final Origin DESK = new Origin("cus_ada001", "192.0.2.7", "req_1");

    final List<Change> recorded = new ArrayList<>();
    final List<Origin> origins = new ArrayList<>();
    final AggregateTestFixture<Adjustment> fixture = new AggregateTestFixture<>(Adjustment.class);

    AdjustmentStory() {
        fixture.registerInjectableResource(
                (AuditTrail)
                        (origin, change) -> {
                            origins.add(origin);
                            recorded.add(change);
                        });
    }

    static Proposal proposal(CustomerId by) {
        return new Proposal(CUSTOMER, Direction.CREDIT, AMOUNT, "goodwill", "ticket 1", by);
    }

    static Propose propose(CustomerId by) {
        return new Propose(ID, proposal(by), END);
    }

    static Approve approve(CustomerId by) {
        return new Approve(ID, by, NOON);
    }

    static Reject reject(CustomerId by) {
        return new Reject(ID, by, "paid before", NOON);
    }

    static Withdraw withdraw(CustomerId by) {
        return new Withdraw(ID, by, NOON);
    }

    static AdjustmentEvent proposed() {
        return new AdjustmentProposed(
                ID, CUSTOMER, Direction.CREDIT, AMOUNT, "goodwill", "ticket 1", ADA, END);
    }

    static AdjustmentEvent approved() {
        return new AdjustmentApproved(
                ID, CUSTOMER, Direction.CREDIT, AMOUNT, "goodwill", "ticket 1", ADA, BEN);
    }

    ResultValidator<Adjustment> after(AdjustmentCommand command, AdjustmentEvent... past) {
        var given =
                past.length == 0
                        ? fixture.givenNoPriorActivity()
                        : fixture.given(Arrays.asList(past));
        return given.when(command, Map.of(Origin.KEY, DESK));
    }

    void does(AdjustmentEvent expected, AdjustmentCommand command, AdjustmentEvent... past) {
        after(command, past).expectSuccessfulHandlerExecution().expectEvents(expected);
    }

    void doesNothing(AdjustmentCommand command, AdjustmentEvent... past) {
        after(command, past).expectSuccessfulHandlerExecution().expectNoEvents();
    }

    void refuses(AdjustmentRejection reason, AdjustmentCommand command, AdjustmentEvent... past) {
        after(command, past)
                .expectNoEvents()
                .expectException(CommandRejected.class)
                .expectExceptionDetails(reason);
    }
}
