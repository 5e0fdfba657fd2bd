package com.nexnum.command.adjustment;

import com.nexnum.command.adjustment.AdjustmentRejection.IdReused;
import com.nexnum.command.adjustment.AdjustmentRejection.NotOpen;
import com.nexnum.command.adjustment.AdjustmentRejection.NotTheProposer;
import com.nexnum.command.adjustment.AdjustmentRejection.NotYet;
import com.nexnum.command.adjustment.AdjustmentRejection.OwnProposal;
import com.nexnum.command.adjustment.AdjustmentRejection.OwnWallet;
import com.nexnum.command.adjustment.AdjustmentRejection.Unknown;
import com.nexnum.command.platform.RejectionProblems;
import com.nexnum.platform.web.Problem;
import org.springframework.stereotype.Component;

/** How an adjustment's refusals look to a client. */
@Component
final class AdjustmentProblems implements RejectionProblems<AdjustmentRejection> {

    @Override
    public Class<AdjustmentRejection> family() {
        return AdjustmentRejection.class;
    }

    @Override
    public Problem problem(AdjustmentRejection rejection) {
        return switch (rejection) {
            case Unknown _ -> notFound();
            case IdReused _ ->
                    Problem.of(
                            409,
                            "ADJUSTMENT_REUSED",
                            "This key proposed another adjustment: use a new one");
            case OwnProposal _ ->
                    Problem.of(
                            403,
                            "OWN_PROPOSAL",
                            "Another administrator decides; withdraw it if it was wrong");
            case OwnWallet _ ->
                    Problem.of(403, "OWN_WALLET", "Nobody has a hand in adjusting his own wallet");
            case NotTheProposer _ ->
                    Problem.of(403, "NOT_THE_PROPOSER", "Who proposed it withdraws it: reject it");
            case NotOpen(_, var status) when status == AdjustmentStatus.EXPIRED ->
                    Problem.of(409, "ADJUSTMENT_EXPIRED", "Its time is over: propose it anew");
            case NotOpen(_, var status) ->
                    Problem.of(409, "ADJUSTMENT_DECIDED", "It was decided before")
                            .with("status", status.name());
            case NotYet(_, var expiresAt) ->
                    Problem.of(409, "ADJUSTMENT_NOT_EXPIRED", "It can still be decided")
                            .with("expiresAt", expiresAt.toString());
        };
    }

    static Problem notFound() {
        return Problem.of(404, "ADJUSTMENT_NOT_FOUND", "There is no such adjustment");
    }
}
