package com.nexnum.query.balance;

import static com.nexnum.query.history.Door.ANNA;
import static com.nexnum.query.history.Door.BERT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nexnum.kernel.money.Money;
import com.nexnum.query.history.Door;
import com.nexnum.query.history.Purchase;
import com.nexnum.query.history.ReadModels;
import com.nexnum.query.history.Wallets;
import com.nexnum.query.platform.Freshness;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BalanceProjectionTest {

    private final ReadModels models = new ReadModels();
    private final BalanceProjection projection = new BalanceProjection(models.live, models.changes);
    private final Purchase purchase =
            new Purchase(models.history, ANNA, "number1", Money.usd("0.15"), Money.usd("0.10"));

    @BeforeEach
    void a_wallet_with_ten_dollars() {
        models.history.add(Wallets.opened(ANNA));
        models.history.add(Wallets.deposited(ANNA, "10"));
    }

    @Test
    void held_funds_are_not_available() {
        purchase.requested().placed();
        assertWallet("9.85", "0.15");
    }

    @Test
    void a_captured_hold_is_gone() {
        purchase.requested().placed().asked().assigned("+12025550100");
        assertWallet("9.85", "0.00");
    }

    @Test
    void a_released_hold_and_a_refunded_charge_come_back() {
        purchase.requested().placed().asked().failed();
        new Purchase(models.history, ANNA, "number2", Money.usd("2"), Money.usd("1"))
                .requested()
                .placed()
                .asked()
                .assigned("+12025550101")
                .expired();
        assertWallet("10.00", "0.00");
    }

    @Test
    void a_customer_without_events_has_nothing() {
        assertThat(Door.of(endpoint(), BERT).get().uri("/api/v1/wallet"))
                .bodyJson()
                .isStrictlyEqualTo(
                        "{\"currency\":\"USD\",\"available\":\"0.00\",\"held\":\"0.00\"}");
    }

    @Test
    void refuses_to_go_on_when_an_event_is_missing() {
        purchase.requested().placed();
        var events = models.history.events();
        models.deliver(projection, events.getFirst());

        assertThatThrownBy(() -> models.deliver(projection, events.get(3)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is at event 0 and cannot count event 2");
    }

    private void assertWallet(String available, String held) {
        models.deliver(projection, models.history.events());
        assertThat(Door.of(endpoint(), ANNA).get().uri("/api/v1/wallet"))
                .hasStatusOk()
                .bodyJson()
                .isStrictlyEqualTo(
                        "{\"currency\":\"USD\",\"available\":\"%s\",\"held\":\"%s\"}"
                                .formatted(available, held));
    }

    private WalletEndpoint endpoint() {
        return new WalletEndpoint(models.sql, new Freshness(models.sql, models.changes));
    }
}
