package com.nexnum.command.wallet;

import com.nexnum.command.platform.RejectionProblems;
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
import com.nexnum.platform.web.Amount;
import com.nexnum.platform.web.Problem;
import org.springframework.stereotype.Component;

/** How a wallet's refusals look to a client. */
@Component
final class WalletProblems implements RejectionProblems<WalletRejection> {

    @Override
    public Class<WalletRejection> family() {
        return WalletRejection.class;
    }

    @Override
    public Problem problem(WalletRejection rejection) {
        return switch (rejection) {
            case NotOpen _ -> Problem.of(404, "WALLET_NOT_FOUND", "There is no such wallet");
            case InsufficientFunds(var available, var needed) ->
                    Problem.of(
                                    402,
                                    "INSUFFICIENT_FUNDS",
                                    "The wallet has less than is needed: deposit more")
                            .with("available", Amount.of(available))
                            .with("needed", Amount.of(needed));
            case OperationReused(var operation) ->
                    Problem.of(
                                    409,
                                    "OPERATION_REUSED",
                                    "This operation was done before with other content: use a new"
                                            + " id")
                            .with("operationId", operation.value());
            case HoldUnknown(var hold) ->
                    Problem.of(404, "HOLD_NOT_FOUND", "There is no such hold")
                            .with("holdId", hold.value());
            case HoldNotHeld(var hold, var fate) ->
                    Problem.of(409, "HOLD_NOT_HELD", "The hold was settled before")
                            .with("holdId", hold.value())
                            .with("fate", fate.name());
            case ChargeNotRefundable(var hold, var fate) ->
                    Problem.of(409, "CHARGE_NOT_REFUNDABLE", "There is no charge to give back")
                            .with("holdId", hold.value())
                            .with("fate", fate.name());
            case SupplierCreditTooLarge(var cost, var credit) ->
                    Problem.of(
                                    409,
                                    "SUPPLIER_CREDIT_TOO_LARGE",
                                    "A provider gives back at most what it charged")
                            .with("cost", Amount.of(cost))
                            .with("credit", Amount.of(credit));
            case CurrencyMismatch(var wallet, var asked) ->
                    Problem.of(
                                    400,
                                    "CURRENCY_NOT_SUPPORTED",
                                    "The wallet is kept in another currency")
                            .with("wallet", wallet.name())
                            .with("asked", asked.name());
            case AmountNotPositive _ ->
                    Problem.of(400, "AMOUNT_INVALID", "The amount must be more than zero");
            case BalanceLimit(var limit) ->
                    Problem.of(409, "BALANCE_LIMIT", "The wallet would hold more than it may")
                            .with("limit", Amount.of(limit));
        };
    }
}
