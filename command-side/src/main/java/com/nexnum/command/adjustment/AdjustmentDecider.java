package com.nexnum.command.adjustment;

import static com.nexnum.command.decision.Decision.accept;
import static com.nexnum.command.decision.Decision.alreadyDone;
import static com.nexnum.command.decision.Decision.reject;

import com.nexnum.command.adjustment.AdjustmentCommand.Approve;
import com.nexnum.command.adjustment.AdjustmentCommand.Expire;
import com.nexnum.command.adjustment.AdjustmentCommand.Propose;
import com.nexnum.command.adjustment.AdjustmentCommand.RecordRefusal;
import com.nexnum.command.adjustment.AdjustmentCommand.Reject;
import com.nexnum.command.adjustment.AdjustmentCommand.Withdraw;
import com.nexnum.command.adjustment.AdjustmentRejection.IdReused;
import com.nexnum.command.adjustment.AdjustmentRejection.NotOpen;
import com.nexnum.command.adjustment.AdjustmentRejection.NotTheProposer;
import com.nexnum.command.adjustment.AdjustmentRejection.NotYet;
import com.nexnum.command.adjustment.AdjustmentRejection.OwnProposal;
import com.nexnum.command.adjustment.AdjustmentRejection.OwnWallet;
import com.nexnum.command.adjustment.AdjustmentRejection.Unknown;
import com.nexnum.command.adjustment.AdjustmentState.Absent;
import com.nexnum.command.adjustment.AdjustmentState.Approved;
import com.nexnum.command.adjustment.AdjustmentState.Ended;
import com.nexnum.command.adjustment.AdjustmentState.Open;
import com.nexnum.command.decision.Decision;
import com.nexnum.kernel.adjustment.AdjustmentEvent;
import com.nexnum.kernel.adjustment.AdjustmentEvent.AdjustmentApproved;
import com.nexnum.kernel.adjustment.AdjustmentEvent.AdjustmentExpired;
import com.nexnum.kernel.adjustment.AdjustmentEvent.AdjustmentProposed;
import com.nexnum.kernel.adjustment.AdjustmentEvent.AdjustmentRefused;
import com.nexnum.kernel.adjustment.AdjustmentEvent.AdjustmentRejected;
import com.nexnum.kernel.adjustment.AdjustmentEvent.AdjustmentWithdrawn;
import com.nexnum.kernel.adjustment.AdjustmentId;
import com.nexnum.kernel.identity.CustomerId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The rules of four eyes, with no framework, no clock and no I/O. */
final class AdjustmentDecider {

    static Decision<AdjustmentEvent, AdjustmentRejection> decide(
            AdjustmentCommand command, AdjustmentState state) {
        return switch (state) {
            case Absent _ ->
                    command instanceof Propose propose
                            ? propose(propose)
                            : reject(new Unknown(command.adjustmentId()));
            case Open open -> decide(command, open);
            case Approved(var proposal, var by) ->
                    switch (command) {
                        case Propose again -> repeat(again, proposal);
                        case Approve again when again.by().equals(by) -> alreadyDone();
                        case RecordRefusal(var id, var reason) ->
                                accept(new AdjustmentRefused(id, reason));
                        case Expire _ -> alreadyDone();
                        default -> ended(command, AdjustmentStatus.APPROVED);
                    };
            case Ended ended -> decide(command, ended);
        };
    }

    private static Decision<AdjustmentEvent, AdjustmentRejection> propose(Propose command) {
        var id = command.adjustmentId();
        var wanted = command.proposal();
        return wanted.by().equals(wanted.customer())
                ? reject(new OwnWallet(id))
                : accept(
                        new AdjustmentProposed(
                                id,
                                wanted.customer(),
                                wanted.direction(),
                                wanted.amount(),
                                wanted.reason(),
                                wanted.evidence(),
                                wanted.by(),
                                command.expiresAt()));
    }

    private static Decision<AdjustmentEvent, AdjustmentRejection> decide(
            AdjustmentCommand command, Open open) {
        var id = command.adjustmentId();
        return switch (command) {
            case Propose again -> repeat(again, open.proposal());
            case Approve(_, var by, var now) -> {
                var unfit = unfit(id, by, now, open);
                yield unfit == null ? accept(approved(id, open.proposal(), by)) : reject(unfit);
            }
            case Reject(_, var by, var reason, var now) -> {
                var unfit = unfit(id, by, now, open);
                yield unfit == null
                        ? accept(new AdjustmentRejected(id, by, reason))
                        : reject(unfit);
            }
            case Withdraw(_, var by, var now) -> {
                if (!by.equals(open.proposal().by())) {
                    yield reject(new NotTheProposer(id));
                }
                yield isOver(open, now)
                        ? ended(command, AdjustmentStatus.EXPIRED)
                        : accept(new AdjustmentWithdrawn(id, by));
            }
            case Expire(_, var now) ->
                    isOver(open, now)
                            ? accept(new AdjustmentExpired(id))
                            : reject(new NotYet(id, open.expiresAt()));
            case RecordRefusal _ -> ended(command, AdjustmentStatus.PROPOSED);
        };
    }

    private static Decision<AdjustmentEvent, AdjustmentRejection> decide(
            AdjustmentCommand command, Ended ended) {
        return switch (command) {
            case Propose again -> repeat(again, ended.proposal());
            case Reject again
                    when ended.how() == AdjustmentStatus.REJECTED
                            && again.by().equals(ended.by()) ->
                    alreadyDone();
            case Withdraw again
                    when ended.how() == AdjustmentStatus.WITHDRAWN
                            && again.by().equals(ended.by()) ->
                    alreadyDone();
            case RecordRefusal _ when ended.how() == AdjustmentStatus.REFUSED -> alreadyDone();
            case Expire _ -> alreadyDone();
            default -> ended(command, ended.how());
        };
    }

    /** Who may not decide about somebody's proposal, and when nobody may. */
    private static @Nullable AdjustmentRejection unfit(
            AdjustmentId id, CustomerId by, Instant now, Open open) {
        if (by.equals(open.proposal().by())) {
            return new OwnProposal(id);
        }
        if (by.equals(open.proposal().customer())) {
            return new OwnWallet(id);
        }
        return isOver(open, now) ? new NotOpen(id, AdjustmentStatus.EXPIRED) : null;
    }

    private static AdjustmentApproved approved(AdjustmentId id, Proposal proposal, CustomerId by) {
        return new AdjustmentApproved(
                id,
                proposal.customer(),
                proposal.direction(),
                proposal.amount(),
                proposal.reason(),
                proposal.evidence(),
                proposal.by(),
                by);
    }

    private static boolean isOver(Open open, Instant now) {
        return !now.isBefore(open.expiresAt());
    }

    private static Decision<AdjustmentEvent, AdjustmentRejection> repeat(
            Propose again, Proposal proposal) {
        return again.proposal().equals(proposal)
                ? alreadyDone()
                : reject(new IdReused(again.adjustmentId()));
    }

    private static Decision<AdjustmentEvent, AdjustmentRejection> ended(
            AdjustmentCommand command, AdjustmentStatus status) {
        return reject(new NotOpen(command.adjustmentId(), status));
    }

    private AdjustmentDecider() {}
}
