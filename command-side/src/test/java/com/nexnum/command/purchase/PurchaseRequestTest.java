package com.nexnum.command.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nexnum.command.purchase.PurchaseEndpoint.PurchaseRequest;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.routing.RouteSort;
import com.nexnum.platform.web.ProblemException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a purchase request is read, and how its failure is told. */
class PurchaseRequestTest {

    private static final PurchaseProperties PROPERTIES =
            new PurchaseProperties(
                    Duration.ofSeconds(90),
                    Duration.ofMinutes(30),
                    Duration.ofMinutes(30),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(60));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "wait=5 | 5",
                "Wait=5 | 5",
                "respond-async, wait=20 | 20",
                "wait=\"7\" | 7",
                "wait=0 | 0",
                "wait=61 | 60",
                "wait=999999 | 60"
            })
    void a_wait_is_heard_up_to_the_longest(String prefer, long seconds) {
        assertThat(WaitPreference.of(prefer, PROPERTIES)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "wait", "wait=", "wait=-1", "wait=soon", "await=3"})
    void what_is_no_wait_is_ignored(String prefer) {
        assertThat(WaitPreference.of(prefer, PROPERTIES)).isEqualTo(Duration.ofSeconds(10));
        assertThat(WaitPreference.of(null, PROPERTIES)).isEqualTo(Duration.ofSeconds(10));
        assertThat(WaitPreference.of("wait=5" + " ".repeat(200), PROPERTIES))
                .isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void a_wish_is_read_by_code_or_alias() {
        var wish = wish("WhatsApp", "us", "0.50", "acme");
        assertThat(wish.service().code().value()).isEqualTo("whatsapp");
        assertThat(wish.country().code().value()).isEqualTo("US");
        assertThat(wish.maxPrice()).isEqualTo(Money.usd("0.50"));
        assertThat(wish("whatsapp", "US", null, null).maxPrice()).isNull();
    }

    @Test
    void a_wish_that_makes_no_sense_names_its_field() {
        refuses(400, "service", null, "US", null, null);
        refuses(400, "service", " ", "US", null, null);
        refuses(400, "country", "whatsapp", null, null, null);
        refuses(404, "service", "no such thing", "US", null, null);
        refuses(404, "country", "whatsapp", "Atlantis", null, null);
        for (var price : new String[] {"0", "-1", "1e3", "0.1234567", "", "free"}) {
            refuses(400, "maxPrice", "whatsapp", "US", price, null);
        }
        refuses(400, "provider", "whatsapp", "US", null, "Not A Slug");
    }

    @Test
    void a_wish_says_what_matters_most_or_wants_both() {
        assertThat(sorted(null)).isEqualTo(RouteSort.BALANCED);
        assertThat(sorted("balanced")).isEqualTo(RouteSort.BALANCED);
        assertThat(sorted("price")).isEqualTo(RouteSort.PRICE);
        assertThat(sorted("Quality")).isEqualTo(RouteSort.QUALITY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "speed", "price,quality"})
    void refuses_to_sort_by_what_nobody_knows(String sort) {
        assertThatThrownBy(() -> sorted(sort))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> {
                            assertThat(e.problem().status()).isEqualTo(400);
                            assertThat(e.problem().code()).isEqualTo("VALIDATION_FAILED");
                            assertThat(e.problem().details()).containsEntry("field", "sort");
                        });
    }

    private static RouteSort sorted(@Nullable String sort) {
        return PurchaseWish.of(new PurchaseRequest("whatsapp", "US", null, null, sort)).sort();
    }

    @ParameterizedTest
    @CsvSource({
        "INSUFFICIENT_FUNDS, 402, INSUFFICIENT_FUNDS",
        "NO_NUMBERS, 409, NO_NUMBERS",
        "NOT_SOLD, 502, PROVIDER_FAILED",
        "PURCHASE_REFUSED, 409, PURCHASE_REFUSED",
        "ANYTHING_ELSE, 409, PURCHASE_REFUSED"
    })
    void a_failure_has_its_stable_code(String reason, int status, String code) {
        var problem = PurchaseFailures.problem(reason);
        assertThat(problem.status()).isEqualTo(status);
        assertThat(problem.code()).isEqualTo(code);
    }

    private static PurchaseWish wish(
            @Nullable String service,
            @Nullable String country,
            @Nullable String maxPrice,
            @Nullable String provider) {
        return PurchaseWish.of(new PurchaseRequest(service, country, maxPrice, provider, null));
    }

    private static void refuses(
            int status,
            String field,
            @Nullable String service,
            @Nullable String country,
            @Nullable String maxPrice,
            @Nullable String provider) {
        assertThatThrownBy(() -> wish(service, country, maxPrice, provider))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> {
                            assertThat(e.problem().status()).isEqualTo(status);
                            assertThat(e.problem().details()).containsEntry("field", field);
                        });
    }
}
