package com.nexnum.query.ledger;

import static com.nexnum.query.history.Door.ANNA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nexnum.kernel.money.Currency;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.supply.ProviderSlug;
import com.nexnum.kernel.wallet.HoldId;
import com.nexnum.kernel.wallet.OperationId;
import com.nexnum.kernel.wallet.WalletEvent;
import com.nexnum.kernel.wallet.WalletEvent.BalanceAdjusted;
import com.nexnum.kernel.wallet.WalletEvent.ChargeRefunded;
import com.nexnum.kernel.wallet.WalletEvent.Direction;
import com.nexnum.kernel.wallet.WalletEvent.HoldCaptured;
import com.nexnum.kernel.wallet.WalletId;
import com.nexnum.query.history.Wallets;
import org.junit.jupiter.api.Test;

class JournalEntryTest {

    private static final WalletId WALLET = WalletId.of(ANNA);
    private static final OperationId OPERATION = new OperationId("op");
    private static final HoldId HOLD = new HoldId("hold_number1");
    private static final ProviderSlug PROVIDER = new ProviderSlug("sandbox");

    @Test
    void opening_a_wallet_moves_nothing() {
        assertThat(JournalEntry.of(Wallets.opened(ANNA))).isEmpty();
    }

    @Test
    void a_deposit_comes_from_its_gateway() {
        var entry = entry(Wallets.deposited(ANNA, "5"));

        assertThat(entry.type()).isEqualTo(EntryType.DEPOSIT);
        assertThat(entry.postings())
                .containsExactly(
                        new Posting("gateway:sandbox", -5_000_000),
                        new Posting("customer:cus_annaaa:available", 5_000_000));
    }

    @Test
    void a_purchase_splits_the_hold_between_supplier_and_revenue() {
        var entry = entry(captured("0.15", Money.usd("0.10")));

        assertThat(entry.type()).isEqualTo(EntryType.PURCHASE);
        assertThat(entry.postings())
                .containsExactly(
                        new Posting("customer:cus_annaaa:held", -150_000),
                        new Posting("supplier:sandbox:payable", 100_000),
                        new Posting("revenue", 50_000));
    }

    @Test
    void a_purchase_below_cost_is_a_loss_and_still_balances() {
        assertThat(entry(captured("0.15", Money.usd("0.20"))).postings())
                .contains(new Posting("revenue", -50_000));
    }

    @Test
    void a_refund_gives_all_back_even_where_the_supplier_does_not() {
        var refund =
                new ChargeRefunded(
                        WALLET, OPERATION, HOLD, Money.usd("0.15"), PROVIDER, Money.usd("0"));

        assertThat(entry(refund).postings())
                .containsExactly(
                        new Posting("customer:cus_annaaa:available", 150_000),
                        new Posting("supplier:sandbox:payable", 0),
                        new Posting("revenue", -150_000));
    }

    @Test
    void an_adjustment_goes_either_way() {
        assertThat(entry(adjusted(Direction.CREDIT)).postings())
                .contains(new Posting("adjustments", -1_000_000));
        assertThat(entry(adjusted(Direction.DEBIT)).postings())
                .contains(new Posting("adjustments", 1_000_000));
    }

    @Test
    void refuses_to_mix_currencies() {
        assertThatThrownBy(
                        () -> JournalEntry.of(captured("0.15", Money.parse("0.1", Currency.EUR))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static JournalEntry entry(WalletEvent event) {
        return JournalEntry.of(event).orElseThrow();
    }

    private static WalletEvent captured(String amount, Money cost) {
        return new HoldCaptured(WALLET, OPERATION, HOLD, Money.usd(amount), PROVIDER, cost);
    }

    private static WalletEvent adjusted(Direction direction) {
        return new BalanceAdjusted(
                WALLET, OPERATION, direction, Money.usd("1"), "goodwill", "ticket 1", "one", "two");
    }
}
