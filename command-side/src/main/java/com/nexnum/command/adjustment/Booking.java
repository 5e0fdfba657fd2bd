package com.nexnum.command.adjustment;

import com.nexnum.command.adjustment.AdjustmentCommand.RecordRefusal;
import com.nexnum.command.decision.CommandRejected;
import com.nexnum.command.decision.Rejection;
import com.nexnum.command.platform.Commands;
import com.nexnum.command.wallet.WalletCommand.AdjustBalance;
import com.nexnum.command.wallet.WalletRejection;
import com.nexnum.command.wallet.WalletRejection.AmountNotPositive;
import com.nexnum.command.wallet.WalletRejection.BalanceLimit;
import com.nexnum.command.wallet.WalletRejection.ChargeNotRefundable;
import com.nexnum.command.wallet.WalletRejection.CurrencyMismatch;
import com.nexnum.command.wallet.WalletRejection.HoldNotHeld;
import com.nexnum.command.wallet.WalletRejection.HoldUnknown;
import com.nexnum.command.wallet.WalletRejection.InsufficientFunds;
import com.nexnum.command.wallet.WalletRejection.NotOpen;
import com.nexnum.command.wallet.WalletRejection.OperationReused;
import com.nexnum.command.wallet.WalletRejection.SupplierCreditTooLarge;
import com.nexnum.command.wallet.WouldAdjust;
import com.nexnum.kernel.adjustment.AdjustmentId;
import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.kernel.wallet.WalletId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Brings what was approved into the wallet. It may be called by many at once and again after a
 * crash: the wallet does one operation once, and the adjustment's row lets either the wallet's
 * entry or its refusal commit.
 */
@Component
class Booking {

    private final AdjustmentTable table;
    private final Commands commands;

    Booking(AdjustmentTable table, Commands commands) {
        this.table = table;
        this.commands = commands;
    }

    /** Why the wallet would refuse it now; empty when it would not. */
    Optional<Rejection> objection(AdjustmentId id, Proposal proposal, CustomerId approver) {
        return commands.trySend(new WouldAdjust(asked(id, proposal, approver)));
    }

    /** Why the wallet refused it; empty when the wallet has it, or nothing is to be done. */
    Optional<Rejection> book(AdjustmentId id) {
        var row = table.find(id).orElseThrow();
        var approver = row.decidedBy();
        if (row.status() != AdjustmentStatus.APPROVED || approver == null) {
            return Optional.empty();
        }
        var refusal = commands.trySend(asked(id, row.proposal(), approver));
        refusal.ifPresent(why -> commands.send(new RecordRefusal(id, code(why))));
        return refusal;
    }

    private static AdjustBalance asked(AdjustmentId id, Proposal proposal, CustomerId approver) {
        return new AdjustBalance(
                WalletId.of(proposal.customer()),
                id.operation(),
                proposal.direction(),
                proposal.amount(),
                proposal.reason(),
                proposal.evidence(),
                proposal.by().value(),
                approver.value());
    }

    private static String code(Rejection refusal) {
        return switch ((WalletRejection) refusal) {
            case InsufficientFunds _ -> "INSUFFICIENT_FUNDS";
            case BalanceLimit _ -> "BALANCE_LIMIT";
            case CurrencyMismatch _ -> "CURRENCY_NOT_SUPPORTED";
            case NotOpen _ -> "WALLET_NOT_FOUND";
            case AmountNotPositive _,
                    OperationReused _,
                    HoldUnknown _,
                    HoldNotHeld _,
                    ChargeNotRefundable _,
                    SupplierCreditTooLarge _ ->
                    throw new CommandRejected(refusal);
        };
    }
}
