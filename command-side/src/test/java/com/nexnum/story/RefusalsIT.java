package com.nexnum.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.nexnum.command.supply.sandbox.Call;
import com.nexnum.story.Api.Answer;
import com.nexnum.story.Buyer.Wish;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad input of every kind: one envelope, a stable code, and nothing left behind. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusalsIT extends Story {

    private static final String BUY = "/api/v1/numbers/purchase";
    private static final String DEPOSITS = "/api/v1/wallet/deposits";
    private static final String TRUSTED = "/sandbox/webhooks/" + WholeSystem.WEBHOOK_SECRET;
    private static final String UNKNOWN = "act_00000000000000000000000000";

    private Buyer buyer;
    private Buyer stranger;
    private String foreignNumber;
    private String foreignOrder;
    private String foreignDeposit;

    /** What somebody's requests left behind. */
    private record Trace(long events, long activations, long agenda, long deposits, Object money) {}

    @BeforeAll
    void two_buyers() {
        price("whatsapp", "DE");
        buyer = buyer().with("5.00");
        stranger = buyer();
        foreignDeposit = stranger.asksForDeposit("5.00").text("/depositId");
        stranger.awaits("5.00");
        foreignNumber = stranger.bought(Wish.of("whatsapp", "DE"));
        stranger.awaits(foreignNumber, "ACTIVE");
        foreignOrder = foreignNumber.replace("act_", "ord_");
        assertThat(stranger.read("/api/v1/orders/" + foreignOrder)).isNotEmpty();
    }

    static Stream<Arguments> purchases() {
        return Stream.of(
                buying("an unknown service", 404, "SERVICE_UNKNOWN", "\"service\":\"nothing\""),
                buying("an unknown country", 404, "COUNTRY_UNKNOWN", "\"country\":\"XX\""),
                buying("no service", 400, "VALIDATION_FAILED", "\"service\":null"),
                buying("a blank country", 400, "VALIDATION_FAILED", "\"country\":\" \""),
                buying("a negative price", 400, "VALIDATION_FAILED", "\"maxPrice\":\"-1\""),
                buying("a price of zero", 400, "VALIDATION_FAILED", "\"maxPrice\":\"0\""),
                buying("a price in words", 400, "VALIDATION_FAILED", "\"maxPrice\":\"much\""),
                buying("an exponent", 400, "VALIDATION_FAILED", "\"maxPrice\":\"1e3\""),
                buying(
                        "an absurd price",
                        400,
                        "VALIDATION_FAILED",
                        "\"maxPrice\":\"99999999999999999999\""),
                buying("a low price", 409, "MAX_PRICE_TOO_LOW", "\"maxPrice\":\"0.000001\""),
                buying("a strange provider", 400, "VALIDATION_FAILED", "\"provider\":\"../x\""),
                buying("nobody's provider", 409, "NO_NUMBERS", "\"provider\":\"nobody\""),
                buying("a field of no meaning", 400, "UNKNOWN_FIELD", "\"price\":\"1\""),
                buying("a service with parts", 400, "VALIDATION_FAILED", "\"service\":{}"));
    }

    static Stream<Arguments> deposits() {
        return Stream.of(
                depositing("-5.00", "USD", "sandbox", "AMOUNT_INVALID"),
                depositing("5.001", "USD", "sandbox", "AMOUNT_INVALID"),
                depositing("five", "USD", "sandbox", "AMOUNT_INVALID"),
                depositing("", "USD", "sandbox", "AMOUNT_INVALID"),
                depositing("0", "USD", "sandbox", "AMOUNT_TOO_SMALL"),
                depositing("0.99", "USD", "sandbox", "AMOUNT_TOO_SMALL"),
                depositing("10000.01", "USD", "sandbox", "AMOUNT_TOO_LARGE"),
                depositing("5.00", "EUR", "sandbox", "CURRENCY_NOT_SUPPORTED"),
                depositing("5.00", "USD", "mattress", "GATEWAY_UNKNOWN"));
    }

    static Stream<Arguments> requests() {
        return Stream.of(
                refused(
                        "a purchase without a key",
                        400,
                        "IDEMPOTENCY_KEY_REQUIRED",
                        who -> who.post(BUY, Wish.of("whatsapp", "DE").json())),
                refused(
                        "a deposit without a key",
                        400,
                        "IDEMPOTENCY_KEY_REQUIRED",
                        who -> who.post(DEPOSITS, "{\"amount\":\"5.00\"}")),
                refused(
                        "a key that is too long",
                        400,
                        "IDEMPOTENCY_KEY_INVALID",
                        who -> who.buys(Wish.of("whatsapp", "DE"), "k".repeat(256))),
                refused(
                        "a body that is too large",
                        413,
                        "PAYLOAD_TOO_LARGE",
                        who -> purchase(who, "\"service\":\"" + "x".repeat(70_000) + "\"")),
                refused("no JSON", 400, "MALFORMED_JSON", who -> keyed(who, BUY, "{oops")),
                refused("no body", 400, "MALFORMED_JSON", who -> keyed(who, BUY, "")),
                refused(
                        "another content type",
                        415,
                        "UNSUPPORTED_MEDIA_TYPE",
                        who ->
                                Api.send(
                                        who.request(BUY)
                                                .header("Content-Type", "text/plain")
                                                .header(
                                                        "Idempotency-Key",
                                                        UUID.randomUUID().toString())
                                                .POST(BodyPublishers.ofString("hello")))),
                refused("an unknown path", 404, "NOT_FOUND", who -> who.get("/api/v1/nothing")),
                refused(
                        "an unknown method",
                        405,
                        "METHOD_NOT_ALLOWED",
                        who -> Api.send(who.request("/api/v1/wallet").DELETE())),
                refused(
                        "a number that never was",
                        404,
                        "NUMBER_NOT_FOUND",
                        who -> who.get("/api/v1/numbers/" + UNKNOWN)),
                refused(
                        "no id at all",
                        404,
                        "NUMBER_NOT_FOUND",
                        who -> who.get("/api/v1/numbers/none")),
                refused(
                        "a page of no size",
                        400,
                        "INVALID_PARAMETER",
                        who -> who.get("/api/v1/numbers?limit=0")),
                refused(
                        "a forged cursor",
                        400,
                        "INVALID_CURSOR",
                        who -> who.get("/api/v1/numbers?cursor=abc")),
                refused("administration", 403, "FORBIDDEN", who -> who.get("/api/v1/admin/users")),
                refused(
                        "the audit",
                        403,
                        "FORBIDDEN",
                        who -> who.get("/api/v1/audit/trial-balance")),
                refused(
                        "a forged token",
                        401,
                        "INVALID_TOKEN",
                        who -> wallet(who, "Bearer " + forged(who.token()))),
                refused(
                        "a token of no kind",
                        401,
                        "INVALID_TOKEN",
                        who -> wallet(who, "Bearer nonsense")),
                refused(
                        "an unsigned token",
                        401,
                        "INVALID_TOKEN",
                        who -> wallet(who, "Bearer " + unsigned(who.token()))));
    }

    @ParameterizedTest
    @MethodSource({"purchases", "deposits", "requests"})
    void refuses(int status, String code, Function<Buyer, Answer> request) {
        leavesNothing(status, code, () -> request.apply(buyer));
    }

    static Stream<Arguments> webhooks() {
        return Stream.of(
                webhook("a wrong secret", "/sandbox/webhooks/wrong", "{}", 404, "NOT_FOUND"),
                webhook("nobody's name", "/nobody/webhooks/x", "{}", 404, "NOT_FOUND"),
                webhook("a name of no shape", "/Sand_Box/webhooks/x", "{}", 404, "NOT_FOUND"),
                webhook("no JSON", TRUSTED, "STATUS_OK:123456", 400, "MALFORMED_JSON"),
                webhook("nothing", TRUSTED, "", 400, "MALFORMED_JSON"),
                webhook("a bottomless body", TRUSTED, "[".repeat(60_000), 400, "MALFORMED_JSON"),
                webhook(
                        "a huge body",
                        TRUSTED,
                        "\"" + "x".repeat(70_000) + "\"",
                        413,
                        "PAYLOAD_TOO_LARGE"));
    }

    @ParameterizedTest
    @MethodSource("webhooks")
    void refuses_a_webhook_of_no_provider_or_of_no_sense(
            String path, String body, int status, String code) {
        leavesNothing(status, code, () -> api().post("/api/v1/providers" + path, body));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "[]",
                "7",
                "{\"activationId\":null}",
                "{\"activationId\":{\"id\":1}}",
                "{\"activationId\":\"no such number\"}",
                "{\"activationId\":-1e400}",
                "{\"activationId\":99999999999999999999999999999999999999999}"
            })
    void a_webhook_about_nothing_that_we_know_changes_nothing(String body) {
        var before = trace(buyer);
        var answer = api().post("/api/v1/providers" + TRUSTED, body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(trace(buyer)).isEqualTo(before);
    }

    @Test
    void refuses_everybody_who_is_not_signed_in() {
        refused(api().get("/api/v1/wallet"), 401, "UNAUTHENTICATED");
        refused(api().get("/api/v1/nothing"), 401, "UNAUTHENTICATED");
        refused(api().post(BUY, Wish.of("whatsapp", "DE").json()), 401, "UNAUTHENTICATED");
    }

    @Test
    void refuses_what_belongs_to_somebody_else_as_if_it_were_not_there() {
        for (var what : List.of("cancel", "complete", "next-sms")) {
            leavesNothing(404, "NUMBER_NOT_FOUND", () -> buyer.does(what, foreignNumber));
            leavesNothing(404, "NUMBER_NOT_FOUND", () -> buyer.does(what, UNKNOWN));
        }
        leavesNothing(404, "NUMBER_NOT_FOUND", () -> buyer.get("/api/v1/numbers/" + foreignNumber));
        leavesNothing(404, "ORDER_NOT_FOUND", () -> buyer.get("/api/v1/orders/" + foreignOrder));
        leavesNothing(404, "DEPOSIT_NOT_FOUND", () -> buyer.get(DEPOSITS + "/" + foreignDeposit));
        assertThat(stranger.number(foreignNumber).at("/cancelling").asBoolean()).isFalse();
    }

    @Test
    void refuses_a_purchase_that_the_wallet_does_not_cover_and_asks_no_provider() {
        var poor = buyer();
        long asked = sandbox.received(Call.BUY);
        refused(poor.buys(Wish.of("whatsapp", "DE")), 402, "INSUFFICIENT_FUNDS");
        assertThat(poor.wallet().held()).isZero();
        assertThat(poor.read("/api/v1/orders").at("/items")).isEmpty();
        assertThat(poor.read("/api/v1/wallet/transactions").at("/items")).isEmpty();
        poor.awaitsNumbers("?status=active", 0);
        assertThat(trace(poor).agenda()).isZero();
        assertThat(sandbox.received(Call.BUY)).isEqualTo(asked);
    }

    @Test
    void refuses_to_cancel_too_early_and_twice() {
        sandbox.script().sms("discord", "FR", Duration.ofSeconds(1));
        price("discord", "FR");
        var id = buyer.bought(Wish.of("discord", "FR"));
        leavesNothing(409, "CANCEL_TOO_EARLY", () -> buyer.does("cancel", id));
        leavesNothing(409, "NO_SMS_YET", () -> buyer.does("complete", id));
        leavesNothing(409, "NO_SMS_YET", () -> buyer.does("next-sms", id));
        assertThat(buyer.cancels(id).status()).isEqualTo(200);
        buyer.awaits("5.00");
        for (var what : List.of("cancel", "complete", "next-sms")) {
            leavesNothing(409, "NUMBER_CANCELLED", () -> buyer.does(what, id));
        }
    }

    @Test
    void refuses_to_cancel_after_a_code() {
        sandbox.script().sms("discord", "ES", Duration.ZERO, "Your code is: 998877");
        price("discord", "ES");
        var late = buyer().with("5.00");
        var id = late.bought(Wish.of("discord", "ES"));
        late.awaits(id, "RECEIVED");
        var before = trace(late);
        refused(late.does("cancel", id), 409, "SMS_ALREADY_RECEIVED");
        assertThat(trace(late)).isEqualTo(before);
        assertThat(late.does("complete", id).status()).isEqualTo(200);
        refused(late.does("cancel", id), 409, "NUMBER_COMPLETED");
    }

    private void leavesNothing(int status, String code, Supplier<Answer> request) {
        var before = trace(buyer);
        refused(request.get(), status, code);
        assertThat(trace(buyer)).isEqualTo(before);
    }

    private static void refused(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        var error = answer.json().at("/error");
        assertThat(answer.json().size()).isEqualTo(1);
        assertThat(error.propertyNames())
                .containsExactlyInAnyOrder("code", "message", "details", "timestamp", "requestId");
        assertThat(error.at("/message").asString()).isNotBlank();
        assertThat(error.at("/details").isObject()).isTrue();
        assertThat(Instant.parse(error.at("/timestamp").asString())).isNotNull();
        assertThat(error.at("/requestId").asString()).isNotBlank();
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
    }

    private Trace trace(Buyer who) {
        return new Trace(
                count("domain_event_entry where payload like '%" + who.id() + "%'"),
                count("activation_owner where customer_id = '" + who.id() + "'"),
                count("agenda where details like '%" + who.id() + "%'"),
                count("deposit where customer_id = '" + who.id() + "'"),
                who.wallet());
    }

    private static Arguments buying(String name, int status, String code, String field) {
        return refused("a purchase with " + name, status, code, who -> purchase(who, field));
    }

    private static Arguments depositing(
            String amount, String currency, String gateway, String code) {
        var body =
                "{\"amount\":\"%s\",\"currency\":\"%s\",\"gateway\":\"%s\"}"
                        .formatted(amount, currency, gateway);
        return refused("a deposit of " + body, 400, code, who -> keyed(who, DEPOSITS, body));
    }

    private static Arguments webhook(
            String name, String path, String body, int status, String code) {
        return argumentSet(name, path, body, status, code);
    }

    private static Arguments refused(
            String name, int status, String code, Function<Buyer, Answer> request) {
        return argumentSet(name, status, code, request);
    }

    /** With this field instead of a good one. */
    private static Answer purchase(Buyer who, String field) {
        var name = field.substring(0, field.indexOf(':'));
        var fields =
                Stream.of("\"service\":\"whatsapp\"", "\"country\":\"DE\"", field)
                        .filter(one -> one.equals(field) || !one.startsWith(name))
                        .toList();
        return keyed(who, BUY, "{" + String.join(",", fields) + "}");
    }

    private static Answer keyed(Buyer who, String path, String body) {
        return who.post(path, body, "Idempotency-Key", UUID.randomUUID().toString());
    }

    private static Answer wallet(Buyer who, String authorization) {
        return Api.send(who.request("/api/v1/wallet").setHeader("Authorization", authorization));
    }

    private static String forged(String token) {
        int at = token.lastIndexOf('.') + 10;
        return token.substring(0, at)
                + (token.charAt(at) == 'A' ? 'B' : 'A')
                + token.substring(at + 1);
    }

    /** {@code {"alg":"none","typ":"at+jwt"}} and no signature. */
    private static String unsigned(String token) {
        var claims = token.split("\\.", -1)[1];
        return "eyJhbGciOiJub25lIiwidHlwIjoiYXQrand0In0." + claims + ".";
    }
}
