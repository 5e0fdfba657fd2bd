package com.nexnum.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nexnum.command.CommandSide;
import com.nexnum.command.supply.sandbox.Call;
import com.nexnum.command.supply.sandbox.Fault;
import com.nexnum.command.supply.sandbox.SandboxScript.Refusal;
import com.nexnum.command.supply.sandbox.SandboxServer;
import com.nexnum.command.supply.sandbox.SandboxSettings;
import com.nexnum.kernel.money.Money;
import com.nexnum.platform.NexNum;
import com.nexnum.platform.database.TestDatabase;
import com.nexnum.platform.privacy.TestKeyset;
import com.nexnum.story.Api.Answer;
import com.nexnum.story.Buyer.Wish;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Two processes that buy from two providers over real HTTP: {@code flaky}, which fails when it is
 * told to, and {@code steady}.
 */
class FailingProviderIT {

    private static final String ADMIN = "admin@example.com";
    private static final String CIRCUIT = "/api/v1/admin/providers/flaky/circuit";
    private static final Wish FLAKY = new Wish("whatsapp", "US", ",\"provider\":\"flaky\"");
    private static final Wish ANY = new Wish("whatsapp", "US", ",\"maxPrice\":\"2.00\"");

    private static SandboxServer flaky;
    private static SandboxServer steady;
    private static ConfigurableApplicationContext first;
    private static ConfigurableApplicationContext second;
    private static Buyer admin;

    @BeforeAll
    static void started() {
        flaky = server();
        steady = server();
        var database = TestDatabase.empty();
        first = process(database);
        second = process(database);
        admin = Buyer.signedIn(api(first), ADMIN, Buyer.PASSWORD);
    }

    @AfterAll
    static void ended() {
        Stream.of(first, second).forEach(ConfigurableApplicationContext::close);
        Stream.of(flaky, steady).forEach(SandboxServer::close);
    }

    @BeforeEach
    void all_is_well() {
        flaky.script().calm();
        flaky.market().balance(Money.usd("1000"));
        sets("auto", "a new test");
        awaitState(first, "closed");
        awaitState(second, "closed");
        within(() -> {
            var offers =
                    api(first)
                            .get("/api/v1/offers?service=whatsapp&country=US")
                            .json()
                            .at("/items");
            assertThat(offers).isNotEmpty();
        });
    }

    @Test
    void a_provider_that_fails_is_left_alone_and_tried_again() {
        var buyer = Buyer.registered(api(first)).with("20.00");
        fails(200);
        awaitState(first, "open");
        awaitState(second, "open");
        assertThat(admin.read(CIRCUIT).at("/reason").asString()).contains("SERVER_ERROR");

        long asked = flaky.received(Call.BUY);
        var refused = buyer.buys(FLAKY);
        assertThat(refused.status()).as(refused.body()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("NO_NUMBERS");
        buyer.awaits("20.00");
        var elsewhere = buyer.buys(ANY);
        assertThat(elsewhere.status()).as(elsewhere.body()).isEqualTo(201);
        assertThat(flaky.received(Call.BUY)).isEqualTo(asked);

        flaky.script().calm();
        awaitState(first, "closed");
        awaitState(second, "closed");
        var again = buyer.buys(FLAKY);
        assertThat(again.status()).as(again.body()).isEqualTo(201);
        var told = told("supply.circuit-%");
        assertThat(told.getLast()).isEqualTo("supply.circuit-closed");
        assertThat(told.getFirst()).isEqualTo("supply.circuit-opened");
    }

    @Test
    void a_provider_without_numbers_is_no_provider_that_fails() {
        var buyer = Buyer.registered(api(first)).with("20.00");
        flaky.script().refuseNext(12, Refusal.NO_NUMBERS);
        for (int i = 0; i < 12; i++) {
            assertThat(buyer.buys(FLAKY).code()).isEqualTo("NO_NUMBERS");
        }
        assertThat(state(first)).isEqualTo("closed");
        assertThat(buyer.buys(FLAKY).status()).isEqualTo(201);
    }

    @Test
    void an_administrator_closes_the_door_and_opens_it_for_all_processes() {
        var buyer = Buyer.registered(api(second)).with("20.00");
        var held = sets("open", "they are moving house");
        assertThat(held.status()).as(held.body()).isEqualTo(200);
        assertThat(held.text("/state")).isEqualTo("open");
        awaitState(second, "open");
        long asked = flaky.received(Call.BUY);
        assertThat(buyer.buys(FLAKY).code()).isEqualTo("NO_NUMBERS");
        assertThat(flaky.received(Call.BUY)).isEqualTo(asked);
        var seen = Buyer.signedIn(api(second), ADMIN, Buyer.PASSWORD).read(CIRCUIT);
        assertThat(seen.at("/held").asBoolean()).isTrue();
        assertThat(seen.at("/reason").asString()).isEqualTo("they are moving house");
        assertThat(seen.at("/by").asString()).isEqualTo(admin.id());

        sets("closed", "we need them");
        within(() -> assertThat(buyer.buys(FLAKY).status()).isEqualTo(201));
        long lists = flaky.received(Call.PRICES);
        fails(30);
        within(() -> assertThat(flaky.received(Call.PRICES)).isGreaterThan(lists + 8));
        assertThat(state(first)).isEqualTo("closed");
    }

    @Test
    void a_word_that_is_none_is_refused() {
        assertThat(sets("ajar", "why not").code()).isEqualTo("VALIDATION_FAILED");
        assertThat(sets("open", " ").status()).isEqualTo(400);
        assertThat(sets("open", "x".repeat(501)).status()).isEqualTo(400);
        var nobody = admin.get("/api/v1/admin/providers/nobody/circuit");
        assertThat(nobody.status()).isEqualTo(404);
        assertThat(nobody.code()).isEqualTo("PROVIDER_NOT_FOUND");
        assertThat(admin.get("/api/v1/admin/providers/NO_BODY/health").status()).isEqualTo(404);
    }

    @Test
    void a_customer_neither_sees_nor_changes_it() {
        var buyer = Buyer.registered(api(first));
        assertThat(buyer.get(CIRCUIT).status()).isEqualTo(403);
        assertThat(buyer.post(CIRCUIT, "{\"state\":\"open\",\"reason\":\"mine\"}").status())
                .isEqualTo(403);
        assertThat(buyer.get("/api/v1/admin/providers/flaky/health").status()).isEqualTo(403);
        assertThat(api(first).get(CIRCUIT).status()).isEqualTo(401);
    }

    @Test
    void a_balance_that_runs_out_is_told_once_and_nothing_is_bought_there_until_it_is_back() {
        var buyer = Buyer.registered(api(second)).with("20.00");
        int before = told("supply.provider-balance-low").size();
        flaky.market().balance(Money.usd("0"));
        within(() -> assertThat(funds(first)).isEqualTo("exhausted"));
        within(() -> assertThat(funds(second)).isEqualTo("exhausted"));
        long asked = flaky.received(Call.BUY);
        assertThat(buyer.buys(FLAKY).code()).isEqualTo("NO_NUMBERS");
        assertThat(flaky.received(Call.BUY)).isEqualTo(asked);
        assertThat(told("supply.provider-balance-low")).hasSize(before + 1);

        flaky.market().balance(Money.usd("500"));
        within(() -> assertThat(funds(second)).isEqualTo("enough"));
        assertThat(buyer.buys(FLAKY).status()).isEqualTo(201);
    }

    @Test
    void operators_see_it() {
        sets("open", "to be seen");
        var detailed = admin.get("/api/health/detailed");
        assertThat(detailed.text("/components/supply/status")).isEqualTo("DEGRADED");
        assertThat(detailed.text("/components/supply/details/flaky/circuit")).isEqualTo("OPEN");
        assertThat(api(first).get("/api/health").status()).isEqualTo(200);
        within(() -> {
            var metrics = api(first).get("/api/metrics").body();
            assertThat(metrics)
                    .contains("nexnum_supply_circuit{provider=\"flaky\"} 2.0")
                    .contains("nexnum_supply_circuit{provider=\"steady\"} 0.0")
                    .contains("nexnum_supply_calls_seconds_count{kind=\"prices\",outcome=\"OK\"");
        });
    }

    @Test
    void the_minutes_of_a_provider_are_read_page_by_page() {
        var minute = "2026-05-04T10:0%d:00Z";
        for (int i = 0; i < 3; i++) {
            first.getBean(JdbcClient.class)
                    .sql(
                            """
                            insert into supply_health (provider, minute, kind, outcome, calls, latency)
                            values ('flaky', :minute::timestamptz, 'BUY', 'NO_ANSWER', 3, '{0,0,0,3}')
                            """)
                    .param("minute", minute.formatted(i))
                    .update();
        }
        var path = "/api/v1/admin/providers/flaky/health?from=%s&to=%s&limit=2";
        var page = admin.read(path.formatted(minute.formatted(0), minute.formatted(3)));
        assertThat(page.at("/items/0/minute").asString()).isEqualTo(minute.formatted(2));
        assertThat(page.at("/items/1/all/errors/NO_ANSWER").asLong()).isEqualTo(3);
        assertThat(page.at("/items/1/kinds/buy/successRate").decimalValue()).isZero();
        assertThat(page.at("/items")).hasSize(2);
        var rest =
                admin.read(
                        path.formatted(minute.formatted(0), minute.formatted(3))
                                + "&cursor="
                                + page.at("/nextCursor").asString());
        assertThat(rest.at("/items")).hasSize(1);
        assertThat(rest.at("/nextCursor").isNull()).isTrue();
        assertThat(admin.get("/api/v1/admin/providers/flaky/health?from=noon").status())
                .isEqualTo(400);
    }

    private static void fails(int times) {
        for (var call : List.of(Call.PRICES, Call.BALANCE, Call.ACTIVE, Call.STATUS)) {
            flaky.script().next(times, call, Fault.before(Fault.How.SERVER_ERROR));
        }
    }

    private static Answer sets(String state, String reason) {
        return admin.post(CIRCUIT, "{\"state\":\"%s\",\"reason\":\"%s\"}".formatted(state, reason));
    }

    private static void awaitState(ConfigurableApplicationContext process, String state) {
        within(() -> assertThat(state(process)).isEqualTo(state));
    }

    private static String state(ConfigurableApplicationContext process) {
        return circuit(process).text("/state");
    }

    private static String funds(ConfigurableApplicationContext process) {
        return circuit(process).text("/balance/funds");
    }

    private static Answer circuit(ConfigurableApplicationContext process) {
        return Api.send(
                api(process).request(CIRCUIT).header("Authorization", "Bearer " + admin.token()));
    }

    private static List<String> told(String like) {
        return first.getBean(JdbcClient.class)
                .sql(
                        """
                        select payload_type from domain_event_entry
                         where payload_type like :like and payload like '%flaky%'
                         order by global_index
                        """)
                .param("like", like)
                .query(String.class)
                .list();
    }

    private static void within(ThrowingRunnable assertion) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(assertion);
    }

    private static Api api(ConfigurableApplicationContext process) {
        return new Api(
                process.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
    }

    private static SandboxServer server() {
        var settings =
                SandboxSettings.USUAL.onPort(0).with(Duration.ofSeconds(1), Duration.ofSeconds(1));
        return SandboxServer.start(settings, Clock.systemUTC());
    }

    private static ConfigurableApplicationContext process(TestDatabase database) {
        var properties =
                new ArrayList<>(
                        List.of(
                                "server.port=0",
                                "nexnum.database.url=" + database.url(),
                                "nexnum.database.username=postgres",
                                "nexnum.privacy.master-keyset=" + TestKeyset.base64(),
                                "nexnum.outbound.allowed-networks=127.0.0.0/8",
                                "nexnum.catalog.sync-every=300ms",
                                "nexnum.deposits.sandbox.delay=100ms",
                                "nexnum.identity.admin-email=" + ADMIN,
                                "nexnum.identity.admin-password=" + Buyer.PASSWORD,
                                "nexnum.supply.circuit.calls=6",
                                "nexnum.supply.circuit.minimum-calls=4",
                                "nexnum.supply.circuit.first-wait=1s",
                                "nexnum.supply.circuit.longest-wait=2s",
                                "nexnum.supply.balance.read-every=1s",
                                "nexnum.supply.sandbox.enabled=false"));
        properties.addAll(provider("flaky", flaky));
        properties.addAll(provider("steady", steady));
        return NexNum.run(
                CommandSide.class,
                properties.stream().map(property -> "--" + property).toArray(String[]::new));
    }

    private static List<String> provider(String slug, SandboxServer server) {
        var group = "nexnum.supply.providers." + slug + ".";
        return List.of(
                group + "protocol=sms-activate",
                group + "base-url=" + server.address(),
                group + "api-key=" + SandboxSettings.USUAL.apiKey(),
                group + "min-cancel-age=1s",
                group + "timeout=2s",
                group + "calls-per-second=200");
    }
}
