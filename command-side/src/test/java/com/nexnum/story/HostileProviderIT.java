package com.nexnum.story;

import static com.nexnum.story.Twister.says;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nexnum.command.identity.FirstAccounts;
import com.nexnum.command.supply.Protocol;
import com.nexnum.command.supply.engine.Shipped;
import com.nexnum.command.supply.sandbox.SandboxServer;
import com.nexnum.command.supply.sandbox.SandboxSettings;
import com.nexnum.story.Buyer.Wish;
import com.nexnum.story.Twister.Manners;
import com.nexnum.story.Twister.Twist;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.json.JsonMapper;

/**
 * A registered provider answers purchases with nonsense, having sold or not: nobody is charged for
 * nothing, no purchase is sent twice, and no number that was paid for is lost.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DirtiesContext
@TestPropertySource(
        properties = {
            "nexnum.story=hostile",
            "nexnum.supply.circuit.first-wait=1s",
            "nexnum.supply.circuit.longest-wait=2s",
            "nexnum.supply.balance.read-every=1s"
        })
class HostileProviderIT extends Story {

    private static final String ACME = "/api/v1/admin/providers/acme";
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String SOLD_NONSENSE =
            "{\"id\":{},\"phone\":[[7]],\"status\":null,\"price\":\"-1\"}";

    private final SandboxServer upstream =
            SandboxServer.start(
                    SandboxSettings.USUAL.onPort(0).with(Duration.ofHours(1), Duration.ZERO),
                    Clock.systemUTC());
    private Twister twister;
    private Buyer admin;

    @BeforeAll
    void a_provider_behind_a_twister() throws IOException {
        twister = new Twister(upstream.address());
        admin = Buyer.signedIn(api(), FirstAccounts.DEMO_ADMIN, FirstAccounts.DEMO_PASSWORD);
        var document = Shipped.json(Protocol.FIVE_SIM);
        document.put("name", "acme").put("baseUrl", twister.address());
        var body = JsonMapper.shared().createObjectNode();
        body.set("document", document);
        body.putObject("policy")
                .put("callsPerSecond", 500)
                .put("minCancelAge", "PT0S")
                .put("timeout", "PT3S");
        put("", body.toString());
        put(
                "/secrets",
                "{\"secrets\":{\"apiKey\":\"%s\"}}".formatted(SandboxSettings.USUAL.apiKey()));
    }

    @AfterAll
    void closed() {
        twister.close();
        upstream.close();
    }

    @Test
    void whatever_it_answers_to_a_purchase_money_and_numbers_are_accounted_for() {
        circuit("closed", "only its purchases are bad");
        price("whatsapp", "US");
        var first = buyer().with("20.00");
        within(() -> assertThat(first.buys(of("US")).status()).isEqualTo(201));

        var nonsense = nonsense();
        var orders = new ArrayList<Order>();
        var countries = new ArrayList<>(COUNTRIES.keySet());
        for (var answer : nonsense.entrySet()) {
            for (var sells : List.of(false, true)) {
                var country = countries.removeFirst();
                twister.twist(COUNTRIES.get(country), new Twist(sells, answer.getValue()));
                var buyer = buyer().with("20.00");
                var asked =
                        buyer.post(
                                "/api/v1/numbers/purchase",
                                of(country).json(),
                                "Prefer",
                                "wait=0",
                                "Idempotency-Key",
                                "hostile-" + country);
                assertThat(asked.status()).as(asked.body()).isEqualTo(202);
                orders.add(new Order(answer.getKey(), sells, country, buyer, asked.text("/id")));
            }
        }

        orders.forEach(this::ends);
        assertThat(twister.followed).hasValue(0);
        assertThat(count("dead_letter_entry")).isZero();
        within(() ->
                assertThat(upstream.market().counts().sold())
                        .isEqualTo(
                                count("activations where phone_number is not null")
                                        - sandbox.market().counts().sold()));
        assertThat(
                        count(
                                "(select currency from ledger_posting group by currency having sum(amount) <> 0) x"))
                .isZero();
    }

    @Test
    void one_that_turns_into_babble_is_left_alone_until_it_makes_sense_again() {
        price("telegram", "US");
        var wish = new Wish("telegram", "US", ",\"provider\":\"acme\"");
        var buyer = buyer().with("20.00");
        within(() -> assertThat(buyer.buys(wish).status()).isEqualTo(201));
        circuit("auto", "on its own");
        twister.babbles(true);
        within(() ->
                assertThat(admin.read(ACME + "/circuit").at("/state").asString())
                        .isEqualTo("open"));
        assertThat(admin.read(ACME + "/circuit").at("/reason").asString()).contains("UNREADABLE");
        int asked = twister.askedToSell("usa");
        var before = buyer.wallet().available();
        var refused = buyer.buys(wish);
        assertThat(refused.code()).as(refused.body()).isEqualTo("NO_NUMBERS");
        assertThat(twister.askedToSell("usa")).isEqualTo(asked);
        buyer.awaits(before.toPlainString());

        twister.babbles(false);
        within(() ->
                assertThat(admin.read(ACME + "/circuit").at("/state").asString())
                        .isEqualTo("closed"));
        within(() -> assertThat(buyer.buys(wish).status()).isEqualTo(201));
    }

    /** One purchase, and what its provider was made to do. */
    private record Order(String answer, boolean sells, String country, Buyer buyer, String number) {

        @Override
        public String toString() {
            return (sells ? "sold, then answered " : "answered ") + answer;
        }
    }

    /** By our codes, with the provider's words; those of the United States pass untouched. */
    private static final Map<String, String> COUNTRIES = countries();

    private static Map<String, String> countries() {
        var countries = new LinkedHashMap<String, String>();
        countries.put("GB", "england");
        countries.put("CA", "canada");
        countries.put("DE", "germany");
        countries.put("FR", "france");
        countries.put("ES", "spain");
        countries.put("NL", "netherlands");
        countries.put("PL", "poland");
        countries.put("SE", "sweden");
        countries.put("UA", "ukraine");
        countries.put("KZ", "kazakhstan");
        countries.put("IN", "india");
        countries.put("ID", "indonesia");
        countries.put("PH", "philippines");
        countries.put("BR", "brazil");
        return countries;
    }

    /** Each is answered once by a provider that did not sell and once by one that did. */
    private Map<String, Manners> nonsense() {
        var all = new LinkedHashMap<String, Manners>();
        all.put("nothing", exchange -> says(exchange, 200, ""));
        all.put("wrong types", exchange -> says(exchange, 200, SOLD_NONSENSE));
        all.put("a huge body", exchange -> says(exchange, 200, "{".repeat(6_000_000)));
        all.put("trouble of its own", exchange -> says(exchange, 502, "<html>bad gateway</html>"));
        all.put(
                "half a body",
                exchange -> {
                    exchange.sendResponseHeaders(200, 500);
                    exchange.getResponseBody().write("{\"id\":1,".getBytes(UTF_8));
                });
        all.put(
                "a way elsewhere",
                exchange -> {
                    exchange.getResponseHeaders()
                            .set("Location", twister.address() + Twister.ELSEWHERE);
                    says(exchange, 302, "");
                });
        all.put(
                "a number that it sold before",
                exchange -> says(exchange, 200, twister.firstSale()));
        return all;
    }

    private void ends(Order order) {
        var buyer = order.buyer();
        await().atMost(LONG)
                .untilAsserted(() ->
                        assertThat(buyer.number(order.number()).at("/status").asString())
                                .as(order.toString())
                                .isEqualTo(order.sells() ? "ACTIVE" : "FAILED"));
        assertThat(twister.askedToSell(COUNTRIES.get(order.country())))
                .as(order.toString())
                .isEqualTo(1);
        assertThat(unknowns(order)).as(order.toString()).isEqualTo(1);
        if (!order.sells()) {
            buyer.awaits("20.00");
        } else {
            within(() -> {
                assertThat(buyer.wallet().available()).isLessThan(new BigDecimal("20.00"));
                assertThat(buyer.wallet().held()).isZero();
            });
        }
    }

    /** Told with a code alone: what the provider said is kept nowhere. */
    private long unknowns(Order order) {
        return count(
                "event where name = 'purchase.supply-outcome-unknown' and payload ->> 'reason' ~ '^[A-Z_]+$' and stream = '%s'"
                        .formatted(order.number().replace("act_", "ord_")));
    }

    private static Wish of(String country) {
        return new Wish("whatsapp", country, ",\"provider\":\"acme\"");
    }

    private void circuit(String state, String reason) {
        var set =
                admin.post(
                        ACME + "/circuit",
                        "{\"state\":\"%s\",\"reason\":\"%s\"}".formatted(state, reason));
        assertThat(set.status()).as(set.body()).isEqualTo(200);
    }

    private void put(String path, String json) {
        var answer =
                Api.send(
                        admin.request(ACME + path)
                                .header("Content-Type", "application/json")
                                .PUT(BodyPublishers.ofString(json)));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private static void within(ThrowingRunnable assertion) {
        await().atMost(LONG).untilAsserted(assertion);
    }
}
