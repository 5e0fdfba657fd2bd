package com.nexnum.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nexnum.command.identity.FirstAccounts;
import com.nexnum.command.supply.Protocol;
import com.nexnum.command.supply.engine.Shipped;
import com.nexnum.command.supply.sandbox.SandboxServer;
import com.nexnum.command.supply.sandbox.SandboxSettings;
import com.nexnum.story.Api.Answer;
import com.nexnum.story.Buyer.Wish;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An administrator adds providers while everything runs, and customers buy from them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestPropertySource(properties = "nexnum.identity.demo-accounts=true") // a system of its own
@ExtendWith(OutputCaptureExtension.class)
class ProvidersStoryIT extends Story {

    private static final String KEY = "a-key-that-nobody-may-see-4711";
    private static final String HOOK = "a-hook-that-nobody-may-see-4712";
    private static final String PROVIDERS = "/api/v1/admin/providers";
    private static final Duration SOON = Duration.ofMillis(200);
    private static final Duration LONG = Duration.ofSeconds(30);

    private final SandboxServer upstream =
            SandboxServer.start(
                    new SandboxSettings(
                            0,
                            KEY,
                            SOON,
                            Duration.ZERO,
                            Duration.ofMinutes(20),
                            10_000_000_000L,
                            42),
                    Clock.systemUTC());
    private final List<String> answers = new ArrayList<>();
    private Buyer admin;

    @BeforeAll
    void an_administrator() {
        admin = Buyer.signedIn(api(), FirstAccounts.DEMO_ADMIN, FirstAccounts.DEMO_PASSWORD);
    }

    @AfterAll
    void closed() {
        upstream.close();
    }

    @Test
    void a_provider_added_at_run_time_sells_to_customers_at_once() {
        var added = put("acme", document("acme"), null);
        assertThat(added.status()).as(added.body()).isEqualTo(200);
        assertThat(added.text("/status")).isEqualTo("INCOMPLETE");
        assertThat(added.text("/missingSecrets/0")).isEqualTo("apiKey");
        assertThat(added.headers().firstValue("ETag")).hasValue("\"1\"");

        var complete = secret("acme", "apiKey", KEY);
        assertThat(complete.text("/status")).isEqualTo("ACTIVE");
        assertThat(complete.text("/secrets/0/name")).isEqualTo("apiKey");

        upstream.script().sms("whatsapp", "US", SOON, "Your WhatsApp code: 123-456");
        var buyer = buyer().with("5.00");
        var number = buys(buyer, "acme");
        assertThat(upstream.market().counts().sold()).isPositive();
        assertThat(buyer.awaits(number, "RECEIVED").at("/sms/0/code").asString())
                .isEqualTo("123456");
    }

    @Test
    void a_paused_provider_sells_nothing_and_its_open_numbers_go_on() {
        added("paused");
        var buyer = buyer().with("5.00");
        upstream.script().sms("telegram", "GB", Duration.ofSeconds(3), "Telegram code: 55555");
        var number = buys(buyer, "paused", "telegram", "GB");

        var paused = does("paused", "pause", "{\"reason\":\"its prices are wrong\"}");
        assertThat(paused.text("/status")).isEqualTo("PAUSED");
        assertThat(paused.text("/pause/reason")).isEqualTo("its prices are wrong");
        long sold = upstream.market().counts().sold();
        var refused = buyer.buys(of("paused", "telegram", "GB"));
        assertThat(refused.status()).isNotEqualTo(201);
        await().atMost(LONG)
                .until(() ->
                        buyer.buys(of("paused", "telegram", "GB")).code().equals("NO_NUMBERS"));
        assertThat(upstream.market().counts().sold()).isEqualTo(sold);

        assertThat(buyer.awaits(number, "RECEIVED").at("/sms/0/code").asString())
                .isEqualTo("55555");
        assertThat(does("paused", "resume", "{\"reason\":\"they are right\"}").text("/status"))
                .isEqualTo("ACTIVE");
        buys(buyer, "paused", "telegram", "GB");
    }

    @Test
    void even_a_provider_of_the_properties_can_be_paused_and_not_be_changed() {
        assertThat(does("sandbox5", "pause", "{\"reason\":\"a look at it\"}").text("/status"))
                .isEqualTo("PAUSED");
        assertThat(get("/sandbox5").text("/source")).isEqualTo("PROPERTIES");
        assertThat(put("sandbox5", document("sandbox5"), null).code())
                .isEqualTo("PROVIDER_IN_PROPERTIES");
        assertThat(does("sandbox5", "resume", "{\"reason\":\"fine\"}").text("/status"))
                .isEqualTo("ACTIVE");
    }

    @Test
    void every_change_is_a_version_that_can_be_restored() {
        added("changing");
        var slow = document("changing");
        policy(slow).put("callsPerSecond", 7);
        assertThat(put("changing", slow, null).code()).isEqualTo("VERSION_REQUIRED");
        assertThat(put("changing", slow, "\"9\"").code()).isEqualTo("PROVIDER_CHANGED");
        assertThat(put("changing", slow, "\"1\"").headers().firstValue("ETag")).hasValue("\"2\"");
        assertThat(put("changing", slow, "\"2\"").headers().firstValue("ETag"))
                .as("the same once more is no change")
                .hasValue("\"2\"");

        var restored = does("changing", "versions/1/restore", "");
        assertThat(restored.text("/version")).isEqualTo("3");
        assertThat(restored.text("/restores")).isEqualTo("1");
        assertThat(restored.text("/policy/callsPerSecond")).isEqualTo("1000");
        assertThat(does("changing", "versions/9/restore", "").code())
                .isEqualTo("PROVIDER_VERSION_NOT_FOUND");
        var versions = get("/changing/versions?limit=2").json();
        assertThat(versions.at("/items").findValuesAsString("version")).containsExactly("3", "2");
        assertThat(versions.at("/items/1/changes").toString())
                .isEqualTo(
                        "[{\"op\":\"replace\",\"path\":\"/policy/callsPerSecond\",\"value\":7}]");
        assertThat(
                        get("/changing/versions?cursor=" + versions.at("/nextCursor").asString())
                                .text("/items/0/version"))
                .isEqualTo("1");
        assertThat(events("changing"))
                .containsExactly(
                        "supply.provider-registered",
                        "supply.provider-configured",
                        "supply.provider-secrets-replaced",
                        "supply.provider-configured",
                        "supply.provider-configured");
    }

    @Test
    void a_document_with_mistakes_is_refused_with_each_of_them() {
        var wrong = document("wrong");
        ((ObjectNode) wrong.at("/document")).put("baseUrl", upstream.address() + "/v1");
        ((ObjectNode) wrong.at("/document/endpoints/sms")).put("state", "$eval(status)");
        var refused = put("wrong", wrong, null);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("PROVIDER_CONFIGURATION_INVALID");
        assertThat(refused.json().at("/error/details/mistakes").findValuesAsString("pointer"))
                .containsExactly("/document/endpoints/sms/state");

        var doubled = document("wrong");
        ((ObjectNode) doubled.at("/document")).put("baseUrl", upstream.address() + "/v1");
        assertThat(put("wrong", doubled, null).json().at("/error/details/mistakes"))
                .anySatisfy(mistake -> {
                    assertThat(mistake.at("/pointer").asString())
                            .isEqualTo("/document/endpoints/buy/request/path");
                    assertThat(mistake.at("/reason").asString()).contains("repeats");
                });
        var insecure = document("wrong");
        policy(insecure).put("baseUrl", "http://example.com");
        assertThat(put("wrong", insecure, null).text("/error/details/mistakes/0/pointer"))
                .isEqualTo("/policy/baseUrl");
        assertThat(get("/wrong").code()).isEqualTo("PROVIDER_NOT_FOUND");
    }

    @Test
    void a_document_of_another_form_is_understood_and_sells() throws IOException {
        ObjectNode given;
        try (var in = getClass().getResourceAsStream("/providers/given/handler-by-regex.json")) {
            given = (ObjectNode) JsonMapper.shared().readTree(in);
        }
        given.put("apiBaseUrl", upstream.address() + "/stubs/handler_api.php");
        var added = put("written", given, null);
        assertThat(added.status()).as(added.body()).isEqualTo(200);
        assertThat(added.text("/given/authType")).isEqualTo("query_param");
        assertThat(added.text("/document/auth/kind")).isEqualTo("query");
        assertThat(added.text("/policy/priority")).isEqualTo("3");
        assertThat(added.json().at("/notes").findValuesAsString("pointer"))
                .contains("/endpoints/getCountriesList");
        assertThat(secret("written", "apiKey", KEY).text("/status")).isEqualTo("ACTIVE");
        upstream.script().sms("facebook", "US", SOON, "Facebook code: 77777");
        var buyer = buyer().with("5.00");
        var number = buys(buyer, "written", "facebook", "US");
        assertThat(buyer.awaits(number, "RECEIVED").at("/sms/0/code").asString())
                .isEqualTo("77777");
        given.putObject("webhooks");
        assertThat(put("written", given, "\"1\"").text("/error/details/mistakes/0/pointer"))
                .isEqualTo("/webhooks");
    }

    @Test
    void a_provider_is_tried_out_without_buying() {
        var body =
                """
                {"usa":{"whatsapp":{"any":{"cost":0.5,"count":10},"other":{"cost":0.4,"count":0}}},
                 "atlantis":{"whatsapp":{"any":{"cost":0.1,"count":3}}}}
                """;
        var tried = document("unsaved").put("endpoint", "prices").put("body", body);
        var report = does("unsaved", "dry-run", tried.toString());
        assertThat(report.status()).as(report.body()).isEqualTo(200);
        assertThat(report.json().at("/rows").findValues("dropped").stream().map(JsonNode::asString))
                .containsExactly("", "none in stock", "we have no country for it");
        assertThat(Buyer.decimal(report.json().at("/outcome/offers/0/cost/amount")))
                .isEqualByComparingTo("0.5");
        assertThat(get("/unsaved").code()).isEqualTo("PROVIDER_NOT_FOUND");
        assertThat(does("unsaved", "dry-run", "{\"endpoint\":\"prices\",\"body\":\"{}\"}").code())
                .isEqualTo("PROVIDER_NOT_FOUND");

        added("tried");
        long sold = upstream.market().counts().sold();
        var live = does("tried", "live-test", "");
        assertThat(live.status()).as(live.body()).isEqualTo(200);
        assertThat(live.json().at("/passed").asBoolean()).isTrue();
        assertThat(live.json().at("/offers").asInt()).isPositive();
        assertThat(live.text("/balance/currency")).isEqualTo("USD");
        assertThat(upstream.market().counts().sold()).isEqualTo(sold);
        secret("tried", "apiKey", "a-wrong-key");
        var failed = does("tried", "live-test", "");
        assertThat(failed.json().at("/passed").asBoolean()).isFalse();
        assertThat(failed.text("/balanceFailure")).isNotEmpty();
    }

    @Test
    void only_administrators_see_and_change_providers() {
        var buyer = buyer();
        assertThat(buyer.get(PROVIDERS).code()).isEqualTo("FORBIDDEN");
        assertThat(buyer.post(PROVIDERS + "/sandbox/pause", "{\"reason\":\"mine\"}").code())
                .isEqualTo("FORBIDDEN");
        assertThat(api().get(PROVIDERS + "/schema").status()).isEqualTo(401);
        assertThat(get("/schema").text("/title")).isNotEmpty();
        assertThat(get("").json().at("/items").findValuesAsString("slug"))
                .contains("sandbox", "sandbox5");
    }

    @Test
    void a_secret_is_never_seen_again(CapturedOutput output) {
        added("secretive");
        secret("secretive", "webhookSecret", HOOK);
        var pasted = document("secretive");
        ((ObjectNode) pasted.at("/document")).put("name", "with " + KEY);
        var refused = put("secretive", pasted, "\"1\"");
        assertThat(refused.text("/error/details/mistakes/0/pointer")).isEqualTo("/document/name");
        var literal = document("secretive");
        ((ObjectNode) literal.at("/document/endpoints/buy/request"))
                .putObject("headers")
                .put("Authorization", "Bearer xyz");
        assertThat(put("secretive", literal, "\"1\"").code())
                .isEqualTo("PROVIDER_CONFIGURATION_INVALID");
        var malformed = secret("secretive", "apiKey", "has space " + KEY);
        assertThat(malformed.status()).isEqualTo(400);
        get("");
        get("/secretive");
        get("/secretive/versions");
        var hook = api().post("/api/v1/providers/secretive/webhooks/" + HOOK, "{}");
        assertThat(hook.status()).isEqualTo(200);

        assertThat(answers).noneMatch(it -> it.contains(KEY) || it.contains(HOOK));
        assertThat(output.getAll()).doesNotContain(KEY).doesNotContain(HOOK);
        for (var table : tables()) {
            for (var secret : List.of(KEY, HOOK)) {
                assertThat(rowsWith(table, secret)).as("rows of %s", table).isZero();
            }
        }
    }

    private List<String> tables() {
        return sql.sql("select tablename from pg_tables where schemaname = 'public'")
                .query((row, _) -> row.getString(1))
                .list();
    }

    private long rowsWith(String table, String secret) {
        var hex = HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8));
        return sql.sql(
                        "select count(*) from \"%s\" t where t::text like :text or t::text like :hex"
                                .formatted(table))
                .param("text", "%" + secret + "%")
                .param("hex", "%" + hex + "%")
                .query(Long.class)
                .single();
    }

    private List<String> events(String slug) {
        return sql.sql(
                        """
                        select payload_type from domain_event_entry
                         where aggregate_identifier = :id order by sequence_number
                        """)
                .param("id", "provider-" + slug)
                .query((row, _) -> row.getString(1))
                .list();
    }

    /** The second protocol of the sandbox, at a server that no property names. */
    private ObjectNode document(String name) {
        var document = Shipped.json(Protocol.FIVE_SIM);
        document.put("name", name).put("baseUrl", upstream.address().toString());
        var body = JsonMapper.shared().createObjectNode();
        body.set("document", document);
        body.putObject("policy").put("callsPerSecond", 1000).put("minCancelAge", "PT0S");
        return body;
    }

    private static ObjectNode policy(JsonNode body) {
        return (ObjectNode) body.at("/policy");
    }

    private void added(String slug) {
        assertThat(put(slug, document(slug), null).status()).isEqualTo(200);
        assertThat(secret(slug, "apiKey", KEY).text("/status")).isEqualTo("ACTIVE");
    }

    private String buys(Buyer buyer, String provider) {
        return buys(buyer, provider, "whatsapp", "US");
    }

    private static String buys(Buyer buyer, String provider, String service, String country) {
        return await().atMost(LONG)
                .until(
                        () -> buyer.buys(of(provider, service, country)),
                        answer -> answer.status() == 201)
                .text("/id");
    }

    private static Wish of(String provider, String service, String country) {
        return new Wish(service, country, ",\"provider\":\"" + provider + "\"");
    }

    private Answer get(String path) {
        return heard(admin.get(PROVIDERS + path));
    }

    private Answer does(String slug, String what, String json) {
        return heard(admin.post(PROVIDERS + "/" + slug + "/" + what, json));
    }

    private Answer secret(String slug, String name, String value) {
        return sent(
                "/" + slug + "/secrets",
                "{\"secrets\":{\"%s\":\"%s\"}}".formatted(name, value),
                null);
    }

    private Answer put(String slug, JsonNode body, String version) {
        return sent("/" + slug, body.toString(), version);
    }

    private Answer sent(String path, String json, String version) {
        var request =
                admin.request(PROVIDERS + path)
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString(json));
        if (version != null) {
            request.header("If-Match", version);
        }
        return heard(Api.send(request));
    }

    private Answer heard(Answer answer) {
        answers.add(answer.headers() + answer.body());
        return answer;
    }
}
