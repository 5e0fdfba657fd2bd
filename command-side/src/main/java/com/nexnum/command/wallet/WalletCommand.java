package com.nexnum.command.wallet;

import com.nexnum.kernel.money.Currency;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.supply.ProviderSlug;
import com.nexnum.kernel.wallet.HoldId;
import com.nexnum.kernel.wallet.OperationId;
import com.nexnum.kernel.wallet.WalletEvent.Direction;
import com.nexnum.kernel.wallet.WalletId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Everything that can be asked of a wallet. Asking again for the same operation does nothing. */
public sealed interface WalletCommand {

    @TargetAggregateIdentifier
    WalletId walletId();

    /** Names what is asked, for ever: given by the caller, or derived from the hold. */
    OperationId operationId();

    /** What is asked, in words that stay the same across releases; at most 255 characters. */
    String content();

    record OpenWallet(WalletId walletId, Currency currency) implements WalletCommand {
        @Override
        public OperationId operationId() {
            return Operations.open(walletId);
        }

        @Override
        public String content() {
            return Operations.open(currency);
        }
    }

    /**
     * @param gateway the payment gateway that vouches for the money, 1 to 32 characters
     */
    record DepositFunds(WalletId walletId, OperationId operationId, Money amount, String gateway)
            implements WalletCommand {
        public DepositFunds {
            Operations.requireText("gateway", gateway, 32);
        }

        @Override
        public String content() {
            return Operations.deposit(amount, gateway);
        }
    }

    record HoldFunds(WalletId walletId, HoldId holdId, Money amount) implements WalletCommand {
        @Override
        public OperationId operationId() {
            return Operations.hold(holdId);
        }

        @Override
        public String content() {
            return Operations.hold(amount);
        }
    }

    /**
     * Turns the whole hold into a charge.
     *
     * @param supplierCost what we owe the provider for it, in the wallet's currency; may be zero
     */
    record CaptureHold(WalletId walletId, HoldId holdId, ProviderSlug provider, Money supplierCost)
            implements WalletCommand {
        @Override
        public OperationId operationId() {
            return Operations.capture(holdId);
        }

        @Override
        public String content() {
            return Operations.capture(provider, supplierCost);
        }
    }

    record ReleaseHold(WalletId walletId, HoldId holdId) implements WalletCommand {
        @Override
        public OperationId operationId() {
            return Operations.release(holdId);
        }

        @Override
        public String content() {
            return Operations.RELEASE;
        }
    }

    /**
     * Sees to it that no hold of that name is ever made. Refused with {@link
     * WalletRejection.OperationReused} once one was made, whatever became of it.
     */
    record RuleOutHold(WalletId walletId, HoldId holdId) implements WalletCommand {
        @Override
        public OperationId operationId() {
            return Operations.hold(holdId);
        }

        @Override
        public String content() {
            return Operations.RULE_OUT;
        }
    }

    /**
     * Gives the whole charge back.
     *
     * @param supplierCredit what the provider gives back to us, at most what it cost; may be zero
     */
    record RefundCharge(WalletId walletId, HoldId holdId, Money supplierCredit)
            implements WalletCommand {
        @Override
        public OperationId operationId() {
            return Operations.refund(holdId);
        }

        @Override
        public String content() {
            return Operations.refund(supplierCredit);
        }
    }

    /**
     * @param reason 1 to 120 characters
     */
    record ChargePenalty(WalletId walletId, OperationId operationId, Money amount, String reason)
            implements WalletCommand {
        public ChargePenalty {
            Operations.requireText("reason", reason, 120);
        }

        @Override
        public String content() {
            return Operations.penalty(amount, reason);
        }
    }

    /**
     * @param reason 1 to 120 characters
     * @param evidence where the proof is, 1 to 500 characters
     * @param proposedBy the administrator who asked for it, 1 to 64 characters
     * @param approvedBy the administrator who agreed: never the same, 1 to 64 characters
     */
    record AdjustBalance(
            WalletId walletId,
            OperationId operationId,
            Direction direction,
            Money amount,
            String reason,
            String evidence,
            String proposedBy,
            String approvedBy)
            implements WalletCommand {
        public AdjustBalance {
            Operations.requireText("reason", reason, 120);
            Operations.requireText("evidence", evidence, 500);
            Operations.requireText("proposedBy", proposedBy, 64);
            Operations.requireText("approvedBy", approvedBy, 64);
            if (proposedBy.equals(approvedBy)) {
                throw new IllegalArgumentException("Nobody approves what he proposed");
            }
        }

        @Override
        public String content() {
            return Operations.adjust(direction, amount, reason, approvedBy);
        }
    }
}
