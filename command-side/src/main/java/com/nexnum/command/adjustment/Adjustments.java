package com.nexnum.command.adjustment;

import com.nexnum.command.adjustment.AdjustmentCommand.Approve;
import com.nexnum.command.adjustment.AdjustmentCommand.Propose;
import com.nexnum.command.adjustment.AdjustmentCommand.Reject;
import com.nexnum.command.adjustment.AdjustmentCommand.Withdraw;
import com.nexnum.command.decision.CommandRejected;
import com.nexnum.command.decision.Rejection;
import com.nexnum.command.platform.Commands;
import com.nexnum.command.wallet.WalletRejection.InsufficientFunds;
import com.nexnum.kernel.adjustment.AdjustmentId;
import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.platform.audit.Origin;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** What administrators do with adjustments. */
@Component
@EnableConfigurationProperties(AdjustmentProperties.class)
class Adjustments {

    private static final Logger LOG = LoggerFactory.getLogger(Adjustments.class);

    private final Commands commands;
    private final AdjustmentTable table;
    private final Booking booking;
    private final AdjustmentProperties properties;
    private final Clock clock;

    Adjustments(
            Commands commands,
            AdjustmentTable table,
            Booking booking,
            AdjustmentProperties properties,
            Clock clock) {
        this.commands = commands;
        this.table = table;
        this.booking = booking;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * @throws CommandRejected when the wallet could never take it; what it has not yet, it may have
     *     by the time of the approval
     */
    AdjustmentRow propose(AdjustmentId id, Proposal proposal) {
        if (table.find(id).isEmpty() && !proposal.by().equals(proposal.customer())) {
            booking.objection(id, proposal, proposal.customer())
                    .filter(why -> !(why instanceof InsufficientFunds))
                    .ifPresent(Adjustments::refuse);
        }
        var expiresAt =
                clock.instant().plus(properties.expireAfter()).truncatedTo(ChronoUnit.MILLIS);
        commands.send(new Propose(id, proposal, expiresAt), Origin.current());
        return table.find(id).orElseThrow();
    }

    /**
     * Approves it and brings it into the wallet. Refused, with nothing left behind, when the wallet
     * cannot take it. When its balance falls in the very moment of the approval, the adjustment
     * ends as REFUSED; when the wallet does not answer, the agenda brings it there.
     *
     * @throws CommandRejected by the adjustment or by the wallet
     */
    AdjustmentRow approve(AdjustmentId id, CustomerId by) {
        table.find(id)
                .filter(row -> mayApprove(row, by))
                .flatMap(row -> booking.objection(id, row.proposal(), by))
                .ifPresent(Adjustments::refuse);
        commands.send(new Approve(id, by, clock.instant()), Origin.current());
        booked(id).ifPresent(Adjustments::refuse);
        return table.find(id).orElseThrow();
    }

    private static boolean mayApprove(AdjustmentRow row, CustomerId by) {
        return row.status() == AdjustmentStatus.PROPOSED
                && !by.equals(row.proposal().by())
                && !by.equals(row.proposal().customer());
    }

    private Optional<Rejection> booked(AdjustmentId id) {
        try {
            return booking.book(id);
        } catch (RuntimeException e) {
            LOG.warn("Adjustment {} is approved and waits for the agenda: {}", id, e.toString());
            return Optional.empty();
        }
    }

    AdjustmentRow reject(AdjustmentId id, CustomerId by, String reason) {
        commands.send(new Reject(id, by, reason, clock.instant()), Origin.current());
        return table.find(id).orElseThrow();
    }

    AdjustmentRow withdraw(AdjustmentId id, CustomerId by) {
        commands.send(new Withdraw(id, by, clock.instant()), Origin.current());
        return table.find(id).orElseThrow();
    }

    private static void refuse(Rejection why) {
        throw new CommandRejected(why);
    }
}
