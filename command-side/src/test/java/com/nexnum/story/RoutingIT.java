package com.nexnum.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nexnum.command.identity.FirstAccounts;
import com.nexnum.command.supply.sandbox.SandboxScript.Refusal;
import com.nexnum.story.Buyer.Wish;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Who is bought from, and why, as customers ask for it and as support reads it. */
class RoutingIT extends Story {

    private static final String SIMULATE = "/api/v1/admin/routing/simulate";
    private static final String WHATSAPP_US = "{\"service\":\"WhatsApp\",\"country\":\"US\"%s}";

    @Test
    void support_reads_why_an_order_was_bought_where_it_was() {
        price("whatsapp", "US");
        var buyer = buyer().with("10.00");
        sandbox.script().refuseNext(1, Refusal.NO_NUMBERS);
        var wish = new Wish("whatsapp", "US", ",\"maxPrice\":\"2.00\",\"sort\":\"quality\"");
        var number = buyer.bought(wish);
        var order = number.replace("act_", "ord_");

        var route = admin().read(route(order));
        assertThat(route.at("/numberId").asString()).isEqualTo(number);
        assertThat(route.at("/customerId").asString()).isEqualTo(buyer.id());
        assertThat(route.at("/sort").asString()).isEqualTo("quality");
        assertThat(route.at("/maxPrice/amount").asString()).isEqualTo("2.00");
        assertThat(route.at("/candidates").findValuesAsString("provider"))
                .containsExactlyInAnyOrder("sandbox", "sandbox5");
        assertThat(route.at("/candidates/0/place").asInt()).isEqualTo(1);
        assertThat(route.at("/candidates/0/merits/drawnChance").asDouble()).isBetween(0.0, 1.0);
        assertThat(route.at("/attempts/0/outcome").asString()).isEqualTo("REFUSED");
        assertThat(route.at("/attempts/1/outcome").asString()).isEqualTo("FULFILLED");
        assertThat(route.at("/attempts").findValuesAsString("provider"))
                .isEqualTo(route.at("/candidates").findValuesAsString("provider"));

        assertThat(buyer.get(route(order)).code()).isEqualTo("FORBIDDEN");
        assertThat(api().get(route(order)).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({"ord_000000000", "nonsense", "act_000001"})
    void an_order_that_is_none_has_no_route(String order) {
        assertThat(admin().get(route(order)).code()).isEqualTo("ORDER_NOT_FOUND");
    }

    @Test
    void an_administrator_sees_who_would_get_a_purchase_now_and_nothing_is_bought() {
        price("whatsapp", "US");
        var admin = admin();
        long placed = orders();
        var asked = WHATSAPP_US.formatted(",\"maxPrice\":\"2.00\",\"seed\":7");
        var answer = admin.post(SIMULATE, asked);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        var simulated = answer.json();
        assertThat(simulated.at("/outcome").asString()).isEqualTo("FOUND");
        assertThat(simulated.at("/sort").asString()).isEqualTo("balanced");
        assertThat(simulated.at("/seed").asLong()).isEqualTo(7);
        assertThat(simulated.at("/chosen").asString())
                .isEqualTo(simulated.at("/candidates/0/provider").asString());
        assertThat(
                        simulated.at("/candidates/0/share").asDouble()
                                + simulated.at("/candidates/1/share").asDouble())
                .isEqualTo(1.0);
        assertThat(admin.post(SIMULATE, asked).text("/chosen"))
                .isEqualTo(simulated.at("/chosen").asString());
        assertThat(orders()).isEqualTo(placed);
    }

    @Test
    void what_a_number_delivered_is_known_to_the_next_decision() {
        price("telegram", "DE");
        sandbox.script().sms("telegram", "DE", Duration.ofMillis(200), "Telegram code 12345");
        var buyer = buyer().with("10.00");
        assertThat(evidence()).isZero();
        buyer.awaits(buyer.bought(Wish.ofSandbox("telegram", "DE")), "RECEIVED");
        await().atMost(Duration.ofSeconds(30)).until(() -> evidence() == 1);
        await().atMost(Duration.ofSeconds(30)).until(() -> expected() > 0.6);
    }

    private int evidence() {
        return sandboxInGermany().at("/candidates/0/evidence").asInt();
    }

    private double expected() {
        return sandboxInGermany().at("/candidates/0/expectedChance").asDouble();
    }

    private JsonNode sandboxInGermany() {
        var asked = "{\"service\":\"telegram\",\"country\":\"DE\",\"provider\":\"sandbox\"}";
        return admin().post(SIMULATE, asked).json();
    }

    @Test
    void a_simulation_says_with_which_code_a_purchase_would_be_refused() {
        price("whatsapp", "US");
        var low = admin().post(SIMULATE, WHATSAPP_US.formatted(",\"maxPrice\":\"0.000001\""));
        assertThat(low.text("/outcome")).isEqualTo("MAX_PRICE_TOO_LOW");
        assertThat(low.text("/bestPrice/amount")).isNotEmpty();
        assertThat(low.text("/candidates/0/skipped")).isEqualTo("TOO_DEAR");
        var nobody = admin().post(SIMULATE, WHATSAPP_US.formatted(",\"provider\":\"nobody\""));
        assertThat(nobody.text("/outcome")).isEqualTo("NO_NUMBERS");
        assertThat(nobody.text("/candidates/0/skipped")).isEqualTo("NOT_NAMED");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ",\"sort\":\"fastest\" | 400",
                ",\"maxPrice\":\"0\"   | 400",
                ",\"seed\":\"x\"       | 400",
                ",\"what\":1           | 400"
            })
    void refuses_to_simulate_what_makes_no_sense(String more, int status) {
        var answer = admin().post(SIMULATE, WHATSAPP_US.formatted(more));
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.code()).isNotEmpty();
    }

    @Test
    void only_administrators_simulate() {
        assertThat(buyer().post(SIMULATE, WHATSAPP_US.formatted("")).code()).isEqualTo("FORBIDDEN");
    }

    @ParameterizedTest
    @CsvSource({"price", "quality", "balanced"})
    void a_number_never_costs_more_than_its_buyer_said(String sort) {
        var price = price("whatsapp", "US");
        var limit = price.multiply(new BigDecimal("1.05"));
        var buyer = buyer().with("10.00");
        var more =
                ",\"maxPrice\":\"%s\",\"sort\":\"%s\""
                        .formatted(limit.setScale(6, RoundingMode.DOWN), sort);
        var bought = buyer.buys(new Wish("whatsapp", "US", more));
        assertThat(bought.status()).as(bought.body()).isEqualTo(201);
        assertThat(Buyer.decimal(bought.json().at("/price/amount"))).isLessThanOrEqualTo(limit);
        buyer.awaits(
                new BigDecimal("10.00")
                        .subtract(Buyer.decimal(bought.json().at("/price/amount")))
                        .toPlainString());
    }

    @Test
    void refuses_to_sort_by_what_nobody_knows() {
        var refused = buyer().buys(new Wish("whatsapp", "US", ",\"sort\":\"fastest\""));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("VALIDATION_FAILED");
        assertThat(refused.text("/error/details/field")).isEqualTo("sort");
    }

    private Buyer admin() {
        return Buyer.signedIn(api(), FirstAccounts.DEMO_ADMIN, FirstAccounts.DEMO_PASSWORD);
    }

    private static String route(String order) {
        return "/api/v1/admin/orders/" + order + "/route";
    }

    private long orders() {
        return sql.sql("select count(*) from event where name = 'activation.requested'")
                .query(Long.class)
                .single();
    }
}
