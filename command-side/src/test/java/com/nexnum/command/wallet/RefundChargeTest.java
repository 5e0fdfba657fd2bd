package com.nexnum.command.wallet;

import com.nexnum.command.wallet.WalletCommand.RefundCharge;
import com.nexnum.command.wallet.WalletRejection.ChargeNotRefundable;
import com.nexnum.command.wallet.WalletRejection.CurrencyMismatch;
import com.nexnum.command.wallet.WalletRejection.HoldUnknown;
import com.nexnum.command.wallet.WalletRejection.OperationReused;
import com.nexnum.command.wallet.WalletRejection.SupplierCreditTooLarge;
import com.nexnum.kernel.money.Currency;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.wallet.WalletEvent;
import org.junit.jupiter.api.Test;

class RefundChargeTest extends WalletStory {

    private static final WalletEvent[] CHARGED = {
        opened(), deposited("5.00"), held("2.00"), captured("2.00", "1.20")
    };

    @Test
    void gives_the_whole_charge_back() {
        does(refunded("2.00", "1.20"), refund("1.20"), CHARGED);
    }

    @Test
    void gives_it_back_also_when_the_provider_does_not() {
        does(refunded("2.00", "0"), refund("0"), CHARGED);
    }

    @Test
    void gives_it_back_once() {
        doesNothing(
                refund("1.20"),
                opened(),
                deposited("5.00"),
                held("2.00"),
                captured("2.00", "1.20"),
                refunded("2.00", "1.20"));
    }

    @Test
    void refuses_the_same_refund_with_another_credit() {
        refuses(
                new OperationReused(operation("refund:hold_1")),
                refund("0"),
                opened(),
                deposited("5.00"),
                held("2.00"),
                captured("2.00", "1.20"),
                refunded("2.00", "1.20"));
    }

    @Test
    void refuses_what_was_never_captured() {
        refuses(new HoldUnknown(HOLD), refund("0"), opened(), deposited("5.00"));
        refuses(
                new ChargeNotRefundable(HOLD, HoldFate.HELD),
                refund("0"),
                opened(),
                deposited("5.00"),
                held("2.00"));
        refuses(
                new ChargeNotRefundable(HOLD, HoldFate.RELEASED),
                refund("0"),
                opened(),
                deposited("5.00"),
                held("2.00"),
                released("2.00"));
    }

    @Test
    void refuses_a_provider_credit_above_its_cost_or_in_foreign_money() {
        refuses(new SupplierCreditTooLarge(usd("1.20"), usd("1.21")), refund("1.21"), CHARGED);
        refuses(
                new CurrencyMismatch(Currency.USD, Currency.EUR),
                new RefundCharge(WALLET, HOLD, Money.parse("1", Currency.EUR)),
                CHARGED);
    }

    private static RefundCharge refund(String credit) {
        return new RefundCharge(WALLET, HOLD, usd(credit));
    }
}
