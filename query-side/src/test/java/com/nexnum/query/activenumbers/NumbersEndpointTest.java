package com.nexnum.query.activenumbers;

import static com.nexnum.query.history.Door.ANNA;
import static com.nexnum.query.history.Door.BERT;
import static org.assertj.core.api.Assertions.assertThat;

import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.kernel.money.Money;
import com.nexnum.query.activations.ActivationsProjections;
import com.nexnum.query.history.Door;
import com.nexnum.query.history.Purchase;
import com.nexnum.query.history.ReadModels;
import com.nexnum.query.platform.Freshness;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class NumbersEndpointTest {

    private final ReadModels models = new ReadModels();

    @BeforeEach
    void four_numbers() {
        bought("number1").received("Your code is 4321", "4321");
        bought("number2").expired();
        bought("number3").cancelling();
        new Purchase(models.history, ANNA, "number4", Money.usd("1"), Money.usd("1"))
                .requested()
                .placed()
                .asked()
                .failed();
        var events = models.history.events();
        models.deliver(ActivationsProjections.activations(models), events);
        models.deliver(new ActiveNumbersProjection(models.live), events);
    }

    @Test
    void shows_one_number_with_its_codes() {
        assertThat(get(ANNA, "/act_number1"))
                .hasStatusOk()
                .bodyJson()
                .isStrictlyEqualTo(
                        """
                        {"id": "act_number1", "status": "RECEIVED", "cancelling": false, "phoneNumber": "+12025550100",
                         "service": "whatsapp", "country": "US", "price": {"amount": "0.15", "currency": "USD"},
                         "createdAt": "2026-03-01T10:00:00Z", "expiresAt": "2026-03-01T10:20:00Z",
                         "cancellableAt": "2026-03-01T10:20:00Z",
                         "sms": [{"code": "4321", "text": "Your code is 4321", "receivedAt": "2026-03-01T10:10:01Z"}]}
                        """);
    }

    @Test
    void tells_why_there_is_no_number() {
        assertThat(get(ANNA, "/act_number4"))
                .bodyJson()
                .isLenientlyEqualTo(
                        """
                        {"status": "FAILED", "failureReason": "NO_NUMBERS", "phoneNumber": null, "price": null}
                        """);
    }

    @Test
    void lists_what_is_live_newest_first() {
        assertThat(get(ANNA, "?status=active"))
                .bodyJson()
                .extractingPath("items[*].id")
                .asArray()
                .containsExactly("act_number3", "act_number1");
    }

    @Test
    void keeps_nothing_readable_of_what_ended() {
        assertThat(
                        models.sql
                                .sql(
                                        "select count(*) from activenumbers where ended_at is not null and phone_number is null and sms = '[]'")
                                .query(Long.class)
                                .single())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"EXPIRED", "expired"})
    void lists_by_status(String status) {
        assertThat(get(ANNA, "?status=" + status))
                .bodyJson()
                .extractingPath("items[*].id")
                .asArray()
                .containsExactly("act_number2");
    }

    @Test
    void lists_everything_page_by_page() {
        var first = get(ANNA, "?limit=3");
        assertThat(first)
                .bodyJson()
                .extractingPath("items[*].id")
                .asArray()
                .containsExactly("act_number4", "act_number3", "act_number2");
        assertThat(get(ANNA, "?status=all&limit=3&cursor=" + Door.nextCursor(first)))
                .bodyJson()
                .extractingPath("items[*].id")
                .asArray()
                .containsExactly("act_number1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/act_number1", "/act_nosuch", "/ord_number1", "/act_%27;--"})
    void refuses_what_is_not_the_callers_as_if_it_did_not_exist(String path) {
        assertThat(get(BERT, path)).hasStatus(404);
        assertThat(get(BERT, path))
                .bodyJson()
                .isStrictlyEqualTo("{\"code\": \"NUMBER_NOT_FOUND\"}");
    }

    @Test
    void lists_nothing_of_others_and_refuses_an_unknown_status() {
        assertThat(get(BERT, "?status=all"))
                .bodyJson()
                .isStrictlyEqualTo("{\"items\": [], \"nextCursor\": null}");
        assertThat(get(ANNA, "?status=SOLD")).hasStatus(400);
    }

    private Purchase bought(String name) {
        return new Purchase(models.history, ANNA, name, Money.usd("0.15"), Money.usd("0.10"))
                .requested()
                .placed()
                .asked()
                .assigned("+12025550100");
    }

    private MvcTestResult get(CustomerId customer, String path) {
        var endpoint = new NumbersEndpoint(models.sql, new Freshness(models.sql, models.changes));
        return Door.of(endpoint, customer)
                .get()
                .uri(URI.create("/api/v1/numbers" + path))
                .exchange();
    }
}
