package com.nexnum.kernel.wallet;

import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.kernel.language.Named;
import com.nexnum.kernel.money.Currency;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.supply.ProviderSlug;
import org.axonframework.serialization.Revision;

/** Everything that moves a customer's money. */
public sealed interface WalletEvent {
    WalletId walletId();

    OperationId operationId();

    @Named("wallet.opened")
    @Revision("1")
    record WalletOpened(
            WalletId walletId, OperationId operationId, CustomerId customerId, Currency currency)
            implements WalletEvent {}

    /**
     * @param gateway the payment gateway that vouches for the money
     */
    @Named("wallet.funds-deposited")
    @Revision("1")
    record FundsDeposited(WalletId walletId, OperationId operationId, Money amount, String gateway)
            implements WalletEvent {}

    @Named("wallet.funds-held")
    @Revision("1")
    record FundsHeld(WalletId walletId, OperationId operationId, HoldId holdId, Money amount)
            implements WalletEvent {}

    /**
     * The hold became a charge.
     *
     * @param supplierCost what we owe the provider for it, in the wallet's currency
     */
    @Named("wallet.hold-captured")
    @Revision("1")
    record HoldCaptured(
            WalletId walletId,
            OperationId operationId,
            HoldId holdId,
            Money amount,
            ProviderSlug provider,
            Money supplierCost)
            implements WalletEvent {}

    @Named("wallet.hold-released")
    @Revision("1")
    record HoldReleased(WalletId walletId, OperationId operationId, HoldId holdId, Money amount)
            implements WalletEvent {}

    /**
     * There was no hold of that name, and there will never be one: whoever is late with it is
     * refused.
     *
     * @param operationId that of the hold, which is done with
     */
    @Named("wallet.hold-ruled-out")
    @Revision("1")
    record HoldRuledOut(WalletId walletId, OperationId operationId, HoldId holdId)
            implements WalletEvent {}

    /**
     * The whole charge went back to the customer.
     *
     * @param supplierCredit what the provider gives back to us for it, in the wallet's currency
     */
    @Named("wallet.charge-refunded")
    @Revision("1")
    record ChargeRefunded(
            WalletId walletId,
            OperationId operationId,
            HoldId holdId,
            Money amount,
            ProviderSlug provider,
            Money supplierCredit)
            implements WalletEvent {}

    @Named("wallet.penalty-charged")
    @Revision("1")
    record PenaltyCharged(WalletId walletId, OperationId operationId, Money amount, String reason)
            implements WalletEvent {}

    /**
     * @param evidence where the proof is: a reference, an address or a digest
     * @param proposedBy the administrator who asked for it
     * @param approvedBy the other administrator, who agreed; the same in what is older than
     *     revision 2
     */
    @Named("wallet.balance-adjusted")
    @Revision("2")
    record BalanceAdjusted(
            WalletId walletId,
            OperationId operationId,
            Direction direction,
            Money amount,
            String reason,
            String evidence,
            String proposedBy,
            String approvedBy)
            implements WalletEvent {}

    /** Which way an adjustment moves the customer's balance. */
    enum Direction {
        CREDIT,
        DEBIT
    }
}
