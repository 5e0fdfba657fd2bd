package com.nexnum.query.pricing;

import static com.nexnum.query.history.Door.ANNA;
import static org.assertj.core.api.Assertions.assertThat;

import com.nexnum.kernel.catalog.CatalogEvent.Listing;
import com.nexnum.kernel.catalog.CatalogEvent.OffersChanged;
import com.nexnum.kernel.catalog.CountryCode;
import com.nexnum.kernel.catalog.ServiceCode;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.supply.ProviderSlug;
import com.nexnum.query.history.Door;
import com.nexnum.query.history.ReadModels;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class OffersEndpointTest {

    private final ReadModels models = new ReadModels();
    private final PricingProjection projection = new PricingProjection(models.live);

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
                                    "stock": 12, "providers": 2}], "nextCursor": null}
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
        return Door.of(new OffersEndpoint(new Offers(models.sql)), ANNA)
                .get()
                .uri("/api/v1/offers?" + query)
                .exchange();
    }

    private static String names(MvcTestResult offers) {
        return Door.items(offers).stream()
                .map(offer -> offer.get("service").asString() + offer.get("country").asString())
                .reduce((one, other) -> one + " " + other)
                .orElse("");
    }
}
