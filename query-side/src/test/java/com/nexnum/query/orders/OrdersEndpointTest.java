package com.nexnum.query.orders;

import static com.nexnum.query.history.Door.ANNA;
import static com.nexnum.query.history.Door.BERT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.kernel.money.Money;
import com.nexnum.query.history.Door;
import com.nexnum.query.history.Purchase;
import com.nexnum.query.history.ReadModels;
import com.nexnum.query.platform.Freshness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class OrdersEndpointTest {

    private final ReadModels models = new ReadModels();
    private final OrdersProjection projection = new OrdersProjection(models.live, models.changes);
    private final Purchase purchase =
            new Purchase(models.history, ANNA, "number1", Money.usd("0.15"), Money.usd("0.10"));

    @Test
    void an_order_tells_whom_we_asked() {
        purchase.requested().placed().asked().refused().asked().unknown();
        project();

        assertThat(get(ANNA, "/ord_number1"))
                .hasStatusOk()
                .bodyJson()
                .isStrictlyEqualTo(
                        """
                        {"id": "ord_number1", "numberId": "act_number1", "status": "PLACED", "service": "whatsapp", "country": "US",
                         "price": {"amount": "0.15", "currency": "USD"}, "createdAt": "2026-03-01T10:00:02Z", "endedAt": null,
                         "attempts": [
                           {"attempt": 1, "provider": "sandbox", "outcome": "REFUSED", "reason": "NO_NUMBERS", "askedAt": "2026-03-01T10:00:03Z"},
                           {"attempt": 2, "provider": "sandbox", "outcome": "UNKNOWN", "reason": "TIMEOUT", "askedAt": "2026-03-01T10:00:05Z"}]}
                        """);
    }

    @Test
    void an_unknown_outcome_may_turn_out_well_and_be_refunded_later() {
        purchase.requested().placed().asked().unknown().assigned("+12025550100").expired();
        project();

        assertThat(get(ANNA, "/ord_number1"))
                .bodyJson()
                .isLenientlyEqualTo(
                        """
                        {"status": "REFUNDED", "refund": {"amount": {"amount": "0.15", "currency": "USD"}, "reason": "EXPIRED"},
                         "attempts": [{"attempt": 1, "outcome": "FULFILLED"}]}
                        """);
    }

    @Test
    void a_failed_order_tells_why() {
        purchase.requested().placed().asked().refused().failed();
        project();

        assertThat(get(ANNA, ""))
                .bodyJson()
                .isLenientlyEqualTo(
                        """
                        {"items": [{"status": "FAILED", "failureReason": "NO_NUMBERS", "attempts": [{"outcome": "REFUSED"}]}],
                         "nextCursor": null}
                        """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ord_number1", "/ord_nosuch", "/act_number1"})
    void refuses_what_is_not_the_callers_as_if_it_did_not_exist(String path) {
        purchase.requested().placed();
        project();

        assertThat(get(BERT, path)).hasStatus(404);
        assertThat(get(BERT, "")).bodyJson().extractingPath("items").asArray().isEmpty();
    }

    @Test
    void refuses_to_go_on_when_an_event_is_missing() {
        purchase.requested().placed().asked();

        assertThatThrownBy(() -> models.deliver(projection, models.history.events().getLast()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("cannot take event 1");
    }

    private void project() {
        models.deliver(projection, models.history.events());
    }

    private MvcTestResult get(CustomerId customer, String path) {
        var freshness = new Freshness(models.sql, models.changes);
        var endpoint = new OrdersEndpoint(new Orders(models.sql), freshness);
        return Door.of(endpoint, customer).get().uri("/api/v1/orders" + path).exchange();
    }
}
