package com.nexnum.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nexnum.story.Api.Answer;
import java.math.BigDecimal;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Somebody with an account, signed in. */
final class Buyer {

    static final String PASSWORD = "correct horse battery";

    private final Api api;
    private final String email;
    private final String password;
    private String id = "";
    private String token = "";

    private Buyer(Api api, String email, String password) {
        this.api = api;
        this.email = email;
        this.password = password;
    }

    /** Millionths of a cent do not hide here. */
    record Wallet(BigDecimal available, BigDecimal held) {}

    /** Of a purchase: {@code {"service":"whatsapp","country":"US"}}. */
    record Wish(String service, String country, String more) {
        static Wish of(String service, String country) {
            return new Wish(service, country, "");
        }

        /** From the sandbox's SMS-Activate side alone. */
        static Wish ofSandbox(String service, String country) {
            return new Wish(service, country, ",\"provider\":\"sandbox\"");
        }

        String json() {
            return "{\"service\":\"%s\",\"country\":\"%s\"%s}".formatted(service, country, more);
        }
    }

    static Buyer registered(Api api) {
        var email = "buyer-" + UUID.randomUUID() + "@example.com";
        var buyer = new Buyer(api, email, PASSWORD);
        var account = api.post("/api/v1/auth/register", buyer.credentials());
        assertThat(account.status()).as(account.body()).isEqualTo(201);
        buyer.signIn();
        return buyer;
    }

    static Buyer signedIn(Api api, String email, String password) {
        var buyer = new Buyer(api, email, password);
        buyer.signIn();
        return buyer;
    }

    /** The same person with the same token, at another process. */
    Buyer at(Api other) {
        var there = new Buyer(other, email, password);
        there.token = token;
        there.id = id;
        return there;
    }

    Answer signIn() {
        var session = api.post("/api/v1/auth/login", credentials());
        assertThat(session.status()).as(session.body()).isEqualTo(200);
        token = session.text("/accessToken");
        id = session.text("/user/id");
        return session;
    }

    private String credentials() {
        return "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password);
    }

    String id() {
        return id;
    }

    String email() {
        return email;
    }

    String token() {
        return token;
    }

    HttpRequest.Builder request(String path) {
        return api.request(path).header("Authorization", "Bearer " + token);
    }

    Answer get(String path) {
        return Api.send(request(path));
    }

    JsonNode read(String path) {
        var answer = get(path);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    /**
     * @param headers names and values in turn
     */
    Answer post(String path, String json, String... headers) {
        var request = request(path).header("Content-Type", "application/json");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return Api.send(request.POST(BodyPublishers.ofString(json)));
    }

    Answer buys(Wish wish) {
        return buys(wish, UUID.randomUUID().toString());
    }

    Answer buys(Wish wish, String key) {
        return post("/api/v1/numbers/purchase", wish.json(), "Idempotency-Key", key);
    }

    /** The id of the number that was bought. */
    String bought(Wish wish) {
        var answer = buys(wish);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.text("/id");
    }

    Answer does(String what, String number) {
        return post("/api/v1/numbers/" + number + "/" + what, "");
    }

    JsonNode number(String number) {
        return read("/api/v1/numbers/" + number);
    }

    JsonNode awaits(String number, String status) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> number(number).at("/status").asString().equals(status));
        return number(number);
    }

    /** Only once the provider's minimum age is over is a number given back. */
    Answer cancels(String number) {
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> does("cancel", number),
                        answer -> !answer.code().equals("CANCEL_TOO_EARLY"));
    }

    Wallet wallet() {
        var wallet = read("/api/v1/wallet");
        return new Wallet(decimal(wallet.at("/available")), decimal(wallet.at("/held")));
    }

    Answer asksForDeposit(String amount) {
        return post(
                "/api/v1/wallet/deposits",
                "{\"amount\":\"%s\",\"currency\":\"USD\",\"gateway\":\"sandbox\"}"
                        .formatted(amount),
                "Idempotency-Key",
                UUID.randomUUID().toString());
    }

    /** With that much in a wallet that was empty. */
    Buyer with(String amount) {
        assertThat(asksForDeposit(amount).status()).isEqualTo(201);
        awaits(amount);
        return this;
    }

    void awaits(String available) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> {
                    assertThat(wallet().available()).isEqualByComparingTo(available);
                    assertThat(wallet().held()).isZero();
                });
    }

    /** Lists may be a moment behind what happened. */
    void awaitsNumbers(String query, int count) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(read("/api/v1/numbers" + query).at("/items")).hasSize(count));
    }

    /**
     * @param types newest first
     */
    void awaitsStatement(String... types) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(
                                        read("/api/v1/wallet/transactions")
                                                .at("/items")
                                                .findValuesAsString("type"))
                                .containsExactly(types));
    }

    static BigDecimal decimal(JsonNode amount) {
        return new BigDecimal(amount.asString());
    }
}
