package com.nexnum.command.wallet;

import com.nexnum.command.decision.Rejection;
import com.nexnum.kernel.money.Currency;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.wallet.HoldId;
import com.nexnum.kernel.wallet.OperationId;

/** Why a wallet said no. */
public sealed interface WalletRejection extends Rejection {

    record NotOpen() implements WalletRejection {}

    record InsufficientFunds(Money available, Money needed) implements WalletRejection {}

    /** The operation was done before, with other content. */
    record OperationReused(OperationId operationId) implements WalletRejection {}

    record HoldUnknown(HoldId holdId) implements WalletRejection {}

    /** The hold was settled another way. */
    record HoldNotHeld(HoldId holdId, HoldFate fate) implements WalletRejection {}

    /** The hold is no charge: it is still held, or was released. */
    record ChargeNotRefundable(HoldId holdId, HoldFate fate) implements WalletRejection {}

    /** A provider does not give back more than it charged. */
    record SupplierCreditTooLarge(Money cost, Money credit) implements WalletRejection {}

    record CurrencyMismatch(Currency wallet, Currency asked) implements WalletRejection {}

    record AmountNotPositive() implements WalletRejection {}

    /**
     * @param limit the most that may be available in one wallet
     */
    record BalanceLimit(Money limit) implements WalletRejection {}
}
