package com.nexnum.command.deposit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nexnum.command.platform.idempotency.IdempotencyKey;
import com.nexnum.command.wallet.WalletsInMemory;
import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.wallet.OperationId;
import com.nexnum.kernel.wallet.WalletEvent.FundsDeposited;
import com.nexnum.kernel.wallet.WalletId;
import com.nexnum.platform.database.TestDatabase;
import com.nexnum.platform.webhook.WebhookSignature;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A customer tops up over real HTTP, and nobody else can pretend that money came. */
class DepositStoryTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String NEVER = "nexnum.deposits.sandbox.delay=1h";
    private static final String AT_ONCE = "nexnum.deposits.sandbox.delay=10ms";
    private static final CustomerId ANN = new CustomerId("cus_ann001");
    private static final String DEPOSIT =
            new IdempotencyKey(ANN, "key001").derivedId("dep_", "deposit");
    private static final CustomerId BOB = new CustomerId("cus_bob001");
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

    private final Clock clock = Clock.fixed(NOW, java.time.ZoneOffset.UTC);
    private final DataSource database = TestDatabase.migrated().dataSource();
    private final WalletsInMemory wallets = new WalletsInMemory();
    private final HttpClient http = HttpClient.newHttpClient();
    private ConfigurableApplicationContext server = start(NEVER);

    @BeforeEach
    void ann_has_a_wallet() {
        wallets.open(ANN);
    }

    @AfterEach
    void stop() {
        server.close();
        wallets.close();
        http.close();
    }

    @Test
    void a_deposit_confirms_itself() throws Exception {
        restart(AT_ONCE);
        var started = deposit(ANN, "key001", "10.00");
        assertThat(started.statusCode()).isEqualTo(201);
        var reply = json(started);
        assertThat(reply.at("/status").asString()).isEqualTo("PENDING");
        assertThat(reply.at("/amount/amount").asString()).isEqualTo("10.00");
        assertThat(reply.at("/amount/currency").asString()).isEqualTo("USD");
        becomesConfirmed(reply.at("/depositId").asString());
        assertThat(deposits()).containsExactly(funds(DEPOSIT, "10.00"));
    }

    @Test
    void a_repeated_request_is_one_deposit_and_another_amount_is_refused() throws Exception {
        deposit(ANN, "key001", "10.00");
        assertThat(deposit(ANN, "key001", "10.00").statusCode()).isEqualTo(201);
        assertThat(deposit(ANN, "key001", "11.00").statusCode()).isEqualTo(422);
        assertThat(succeeds(DEPOSIT, "10.00")).isEqualTo(204);
        assertThat(deposits()).hasSize(1);
        assertThat(json(deposit(ANN, "key001", "10.00")).at("/status").asString())
                .isEqualTo("CONFIRMED");
    }

    @Test
    void a_repeat_asks_the_gateway_again_when_a_crash_came_before_the_first_asking()
            throws Exception {
        restart(AT_ONCE);
        new Deposits(JdbcClient.create(database))
                .add(
                        new Deposit(
                                new DepositId(DEPOSIT),
                                ANN,
                                Money.usd("10.00"),
                                "sandbox",
                                Deposit.Status.PENDING,
                                NOW));
        assertThat(deposit(ANN, "key001", "11.00").statusCode()).isEqualTo(422);
        assertThat(json(get(ANN, DEPOSIT)).at("/status").asString()).isEqualTo("PENDING");
        assertThat(deposit(ANN, "key001", "10.00").statusCode()).isEqualTo(201);
        becomesConfirmed(DEPOSIT);
        assertThat(deposits()).containsExactly(funds(DEPOSIT, "10.00"));
    }

    @Test
    void refuses_what_is_not_within_terms() throws Exception {
        assertThat(code(deposit(ANN, "key001", "0.50"))).isEqualTo("AMOUNT_TOO_SMALL");
        assertThat(code(post(ANN, "key001", "{\"amount\":\"5\",\"currency\":\"USD\"}")))
                .isEqualTo("GATEWAY_UNKNOWN");
        assertThat(get(ANN, DEPOSIT).statusCode()).isEqualTo(404);
    }

    @Test
    void a_deposit_is_shown_to_its_owner_only() throws Exception {
        deposit(ANN, "key001", "10.00");
        assertThat(get(ANN, DEPOSIT).statusCode()).isEqualTo(200);
        assertThat(code(get(BOB, DEPOSIT))).isEqualTo("DEPOSIT_NOT_FOUND");
        assertThat(code(get(ANN, "no-such-thing"))).isEqualTo("DEPOSIT_NOT_FOUND");
    }

    @Test
    void a_replayed_callback_brings_nothing_more() throws Exception {
        deposit(ANN, "key001", "10.00");
        for (int i = 0; i < 3; i++) {
            assertThat(succeeds(DEPOSIT, "10.00")).isEqualTo(204);
        }
        assertThat(deposits()).hasSize(1);
    }

    @Test
    void a_forged_or_unsigned_callback_brings_nothing() throws Exception {
        deposit(ANN, "key001", "10.00");
        var body = succeeded(DEPOSIT, "10.00");
        var other = WebhookSignature.of(new byte[32]).sign("msg_1", NOW, bytes(body));
        assertThat(callback("sandbox", other, NOW, body)).isEqualTo(401);
        assertThat(callback("sandbox", "", NOW, body)).isEqualTo(401);
        assertThat(callback("sandbox", signed(NOW, body), NOW, body + " ")).isEqualTo(401);
        assertThat(deposits()).isEmpty();
    }

    @Test
    void a_callback_from_another_time_brings_nothing() throws Exception {
        deposit(ANN, "key001", "10.00");
        var body = succeeded(DEPOSIT, "10.00");
        for (var sent : List.of(NOW.minusSeconds(301), NOW.plusSeconds(301))) {
            assertThat(callback("sandbox", signed(sent, body), sent, body)).isEqualTo(401);
        }
        assertThat(deposits()).isEmpty();
    }

    @Test
    void a_callback_about_something_else_brings_nothing() throws Exception {
        deposit(ANN, "key001", "10.00");
        assertThat(succeeds(DEPOSIT, "10.01")).isEqualTo(409);
        assertThat(succeeds("dep_nobody", "10.00")).isEqualTo(404);
        assertThat(signedCallback("{}")).isEqualTo(400);
        assertThat(signedCallback("<xml/>")).isEqualTo(400);
        assertThat(callback("other", "", NOW, "{}")).isEqualTo(404);
        assertThat(deposits()).isEmpty();
    }

    @Test
    void one_payment_pays_one_deposit() throws Exception {
        wallets.open(BOB);
        deposit(ANN, "key001", "10.00");
        deposit(BOB, "key001", "10.00");
        var bobs = new IdempotencyKey(BOB, "key001").derivedId("dep_", "deposit");
        assertThat(signedCallback(paid(DEPOSIT, "pay_1"))).isEqualTo(204);
        assertThat(signedCallback(paid(bobs, "pay_1"))).isEqualTo(409);
        assertThat(wallets.past(BOB)).hasSize(1);
        assertThat(signedCallback(paid(bobs, "not a reference"))).isEqualTo(400);
        assertThat(signedCallback(paid(bobs, "pay_2"))).isEqualTo(204);
        assertThat(signedCallback(paid(bobs, "pay_2"))).isEqualTo(204);
        assertThat(wallets.past(BOB)).hasSize(2);
    }

    private static String paid(String id, String reference) {
        return succeeded(id, "10.00")
                .replace("\"amount\"", "\"reference\":\"" + reference + "\",\"amount\"");
    }

    @Test
    void a_deposit_that_failed_is_shown_as_failed() throws Exception {
        deposit(ANN, "key001", "10.00");
        var failed = succeeded(DEPOSIT, "10.00").replace("succeeded", "failed");
        assertThat(signedCallback(failed)).isEqualTo(204);
        assertThat(json(get(ANN, DEPOSIT)).at("/status").asString()).isEqualTo("FAILED");
        assertThat(deposits()).isEmpty();
    }

    @Test
    void a_callback_that_is_not_accepted_is_sent_again() throws Exception {
        restart(AT_ONCE);
        deposit(BOB, "key001", "10.00");
        var refused = server.getBean(DepositServer.Errors.class).missingWallets;
        await().atMost(Duration.ofSeconds(20)).until(() -> refused.get() > 0);
        wallets.open(BOB);
        await().atMost(Duration.ofSeconds(20)).until(() -> wallets.past(BOB).size() == 2);
    }

    @Test
    void a_deposit_that_was_pending_is_confirmed_after_a_restart() throws Exception {
        deposit(ANN, "key001", "10.00");
        restart(AT_ONCE);
        becomesConfirmed(DEPOSIT);
        assertThat(deposits()).hasSize(1);
    }

    private ConfigurableApplicationContext start(String delay) {
        return DepositServer.start(
                database, wallets, clock, "nexnum.deposits.sandbox.secret=" + SECRET, delay);
    }

    private void restart(String delay) {
        server.close();
        server = start(delay);
    }

    private void becomesConfirmed(String id) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> json(get(ANN, id)).at("/status").asString().equals("CONFIRMED"));
    }

    private List<Object> deposits() {
        return wallets.past(ANN).stream().filter(FundsDeposited.class::isInstance).toList();
    }

    private static FundsDeposited funds(String id, String amount) {
        return new FundsDeposited(
                WalletId.of(ANN), new OperationId("deposit:" + id), Money.usd(amount), "sandbox");
    }

    private int succeeds(String id, String amount) throws Exception {
        return signedCallback(succeeded(id, amount));
    }

    private int signedCallback(String body) throws Exception {
        return callback("sandbox", signed(NOW, body), NOW, body);
    }

    private static String succeeded(String id, String amount) {
        return """
        {"type":"deposit.succeeded","data":{"depositId":"%s","amount":"%s","currency":"USD"}}\
        """
                .formatted(id, amount);
    }

    private static String signed(Instant sent, String body) {
        return WebhookSignature.of(SECRET).sign("msg_1", sent, bytes(body));
    }

    private int callback(String gateway, String signature, Instant sent, String body)
            throws Exception {
        var request =
                request("/api/v1/gateways/" + gateway + "/callbacks")
                        .header("content-type", "application/json")
                        .header("Webhook-Id", "msg_1")
                        .header("Webhook-Timestamp", Long.toString(sent.getEpochSecond()))
                        .header("Webhook-Signature", signature)
                        .POST(BodyPublishers.ofString(body));
        return send(request).statusCode();
    }

    private HttpResponse<String> deposit(CustomerId customer, String key, String amount)
            throws Exception {
        return post(
                customer,
                key,
                """
                {"amount":"%s","currency":"USD","gateway":"sandbox"}\
                """
                        .formatted(amount));
    }

    private HttpResponse<String> post(CustomerId customer, String key, String body)
            throws Exception {
        return send(
                request("/api/v1/wallet/deposits")
                        .header("content-type", "application/json")
                        .header("X-Customer", customer.value())
                        .header("Idempotency-Key", key)
                        .POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> get(CustomerId customer, String id) throws Exception {
        return send(
                request("/api/v1/wallet/deposits/" + id).header("X-Customer", customer.value()));
    }

    private HttpRequest.Builder request(String path) {
        var port = server.getEnvironment().getRequiredProperty("local.server.port");
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return http.send(request.timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofString());
    }

    private static String code(HttpResponse<String> response) {
        return json(response).at("/code").asString();
    }

    private static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
