package com.nexnum.query.pricing;

import static com.nexnum.query.history.Door.ANNA;
import static org.assertj.core.api.Assertions.assertThat;

import com.nexnum.kernel.catalog.CatalogEvent.Listing;
import com.nexnum.kernel.catalog.CatalogEvent.OffersChanged;
import com.nexnum.kernel.catalog.CountryCode;
import com.nexnum.kernel.catalog.ServiceCode;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.supply.ProviderSlug;
import com.nexnum.query.activations.ActivationsProjections;
import com.nexnum.query.activations.SuccessRates;
import com.nexnum.query.history.Door;
import com.nexnum.query.history.Purchase;
import com.nexnum.query.history.ReadModels;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class OffersEndpointTest {

    private final ReadModels models = new ReadModels();
    private final PricingProjection projection = new PricingProjection(models.live);
    private Instant now = Instant.parse("2026-03-02T10:00:00Z");

    @BeforeEach
    void three_offers_of_two_providers() {
        changed(
                "sandbox",
                10,
                listing("whatsapp", "US", "0.20", 5),
                listing("telegram", "US", "0.10", 1),
                listing("whatsapp", "DE", "0.30", 0));
        changed(
                "other",
                3,
                listing("whatsapp", "US", "0.15", 7),
                listing("telegram", "DE", "0.50", 90));
    }

    @Test
    void adds_up_what_providers_have_at_the_cheapest_price() {
        assertThat(offers("service=whatsapp&country=US"))
                .hasStatusOk()
                .bodyJson()
                .isStrictlyEqualTo(
                        """
                        {"items": [{"service": "whatsapp", "country": "US", "price": {"amount": "0.15", "currency": "USD"},
                                    "stock": 12, "providers": 2, "successRate": null}], "nextCursor": null}
                        """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sort=price | telegramUS whatsappUS telegramDE",
                "sort=quality | whatsappUS telegramDE telegramUS",
                "sort=balanced | whatsappUS telegramUS telegramDE",
                "maxPrice=0.15 | telegramUS whatsappUS",
                "country=DE | telegramDE",
                "country=usa&service=WhatsApp | whatsappUS"
            })
    void offers_come_in_the_order_asked_for(String query, String expected) {
        assertThat(names(offers(query))).isEqualTo(expected);
    }

    @Test
    void tells_the_share_of_numbers_that_got_an_sms_and_sorts_by_it() {
        rented(5, 2);

        assertThat(offers("service=whatsapp&country=US"))
                .bodyJson()
                .extractingPath("items[0].successRate")
                .isEqualTo(0.4);
        assertThat(offers("service=telegram&country=DE"))
                .bodyJson()
                .extractingPath("items[0].successRate")
                .isNull();
        changed("sandbox", 11, listing("whatsapp", "US", "0.20", 0));
        assertThat(names(offers("sort=quality"))).isEqualTo("whatsappUS telegramDE telegramUS");
    }

    @Test
    void tells_no_share_of_too_few_numbers() {
        rented(4, 4);

        assertThat(offers("service=whatsapp&country=US"))
                .bodyJson()
                .extractingPath("items[0].successRate")
                .isNull();
    }

    @Test
    void tells_no_share_of_numbers_that_were_rented_long_ago() {
        rented(5, 5);
        now = now.plus(Duration.ofDays(8));

        assertThat(offers("service=whatsapp&country=US"))
                .bodyJson()
                .extractingPath("items[0].successRate")
                .isNull();
    }

    @Test
    void lists_page_by_page() {
        var first = offers("limit=2");

        assertThat(names(first)).isEqualTo("telegramUS whatsappUS");
        assertThat(names(offers("limit=2&cursor=" + Door.nextCursor(first))))
                .isEqualTo("telegramDE");
    }

    @Test
    void an_older_price_list_changes_nothing() {
        changed("sandbox", 9, listing("telegram", "US", "0.01", 99));
        changed("sandbox", 10, listing("telegram", "US", "0.02", 99));
        assertThat(offers("service=telegram&country=US"))
                .bodyJson()
                .extractingPath("items[0].price.amount")
                .isEqualTo("0.10");

        changed("sandbox", 11, listing("telegram", "US", "0.03", 99));
        assertThat(offers("service=telegram&country=US"))
                .bodyJson()
                .extractingPath("items[0].price.amount")
                .isEqualTo("0.03");
    }

    @ParameterizedTest
    @CsvSource({
        "service=nosuchthing, 404, SERVICE_UNKNOWN",
        "country=atlantis, 404, COUNTRY_UNKNOWN",
        "maxPrice=-1, 400, INVALID_PARAMETER",
        "maxPrice=1e3, 400, INVALID_PARAMETER",
        "maxPrice=cheap, 400, INVALID_PARAMETER",
        "sort=random, 400, INVALID_PARAMETER",
        "limit=0, 400, INVALID_PARAMETER",
        "cursor=nope, 400, INVALID_CURSOR"
    })
    void refuses_what_it_does_not_understand(String query, int status, String code) {
        assertThat(offers(query)).hasStatus(status);
        assertThat(offers(query)).bodyJson().extractingPath("code").isEqualTo(code);
    }

    @Test
    void the_catalogue_lists_codes_and_names() {
        var door = Door.of(new CatalogueEndpoint(), ANNA);

        assertThat(door.get().uri("/api/v1/services"))
                .bodyJson()
                .extractingPath("items[?(@.code == 'whatsapp')].name")
                .asArray()
                .containsExactly("WhatsApp");
        assertThat(door.get().uri("/api/v1/countries"))
                .bodyJson()
                .extractingPath("items[?(@.code == 'DE')].name")
                .asArray()
                .containsExactly("Germany");
    }

    @Test
    void the_catalogue_comes_whole_or_page_by_page() {
        var door = Door.of(new CatalogueEndpoint(), ANNA);

        for (var list : List.of("/api/v1/services", "/api/v1/countries")) {
            var whole = codes(door.get().uri(list).exchange());
            var first = door.get().uri(list + "?limit=2").exchange();
            var next = "&cursor=" + Door.nextCursor(first);
            var second = door.get().uri(list + "?limit=100" + next).exchange();

            assertThat(whole).hasSizeGreaterThan(3).isSorted();
            assertThat(codes(first)).isEqualTo(whole.subList(0, 2));
            assertThat(codes(second)).isEqualTo(whole.subList(2, Math.min(102, whole.size())));
        }
    }

    @ParameterizedTest
    @CsvSource({"limit=0, INVALID_PARAMETER", "cursor=nope, INVALID_CURSOR"})
    void the_catalogue_refuses_pages_that_do_not_exist(String query, String code) {
        var door = Door.of(new CatalogueEndpoint(), ANNA);

        for (var list : List.of("/api/v1/services", "/api/v1/countries")) {
            assertThat(door.get().uri(list + "?" + query))
                    .hasStatus(400)
                    .bodyJson()
                    .extractingPath("code")
                    .isEqualTo(code);
        }
    }

    /** Numbers for WhatsApp in the US, the first of which get an SMS, and one that still waits. */
    private void rented(int numbers, int delivered) {
        for (var n = 0; n <= numbers; n++) {
            var rental =
                    new Purchase(
                                    models.history,
                                    ANNA,
                                    "number" + n,
                                    Money.usd("0.15"),
                                    Money.usd("0.10"))
                            .requested()
                            .placed()
                            .asked()
                            .assigned("+1202555010" + n);
            if (n < delivered) {
                rental.received("Code 1234", "1234");
            } else if (n < numbers) {
                rental.expired();
            }
        }
        new Purchase(models.history, ANNA, "failed", Money.usd("0.15"), Money.usd("0.10"))
                .requested()
                .placed()
                .asked()
                .refused()
                .failed();
        models.deliver(ActivationsProjections.activations(models), models.history.events());
    }

    private void changed(String provider, long revision, Listing... changes) {
        models.deliver(
                projection,
                models.history.add(
                        new OffersChanged(new ProviderSlug(provider), revision, List.of(changes))));
    }

    private static Listing listing(String service, String country, String price, int stock) {
        return new Listing(
                new ServiceCode(service),
                new CountryCode(country),
                Money.usd("0.01"),
                Money.usd(price),
                stock);
    }

    private MvcTestResult offers(String query) {
        return Door.of(new OffersEndpoint(new Offers(models.sql, rates())), ANNA)
                .get()
                .uri("/api/v1/offers?" + query)
                .exchange();
    }

    private SuccessRates rates() {
        return new SuccessRates(models.sql, Clock.fixed(now, ZoneOffset.UTC), Duration.ZERO);
    }

    private static List<String> codes(MvcTestResult list) {
        return Door.items(list).stream().map(each -> each.get("code").asString()).toList();
    }

    private static String names(MvcTestResult offers) {
        return Door.items(offers).stream()
                .map(offer -> offer.get("service").asString() + offer.get("country").asString())
                .reduce((one, other) -> one + " " + other)
                .orElse("");
    }
}
