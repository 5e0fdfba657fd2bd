package com.nexnum.faults;

import static org.awaitility.Awaitility.await;

import com.nexnum.faults.Door.Answer;
import java.math.BigDecimal;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Somebody with an account and enough money, who repeats what is not answered. */
final class Customer {

    private static final String JSON = "application/json";

    private final Door door;
    private final Journal journal;
    private final String name;
    private volatile String token = "";

    private Customer(Door door, Journal journal, String name) {
        this.door = door;
        this.journal = journal;
        this.name = name;
    }

    static Customer registered(Door door, Journal journal, String name) {
        var customer = new Customer(door, journal, name);
        door.untilAnswered("/api/v1/auth/register", post(customer.credentials()));
        customer.signIn();
        customer.deposit();
        return customer;
    }

    private String credentials() {
        return "{\"email\":\"%s@example.com\",\"password\":\"correct horse battery\"}"
                .formatted(name);
    }

    private void signIn() {
        var session = door.untilAnswered("/api/v1/auth/login", post(credentials()));
        token = session.text("/accessToken");
    }

    private void deposit() {
        ask(
                "/api/v1/wallet/deposits",
                post("{\"amount\":\"5000.00\",\"currency\":\"USD\",\"gateway\":\"sandbox\"}")
                                .andThen(request ->
                                        request.header("Idempotency-Key", name + "-deposit"))
                        ::apply);
        await().atMost(Duration.ofMinutes(2))
                .until(() -> available().compareTo(BigDecimal.valueOf(100)) > 0);
    }

    private BigDecimal available() {
        var said = get("/api/v1/wallet").text("/available");
        return said.isEmpty() ? BigDecimal.ZERO : new BigDecimal(said);
    }

    String name() {
        return name;
    }

    /** The activation, or nothing when the purchase was refused. */
    String buys(String wish, String key) {
        var answer = ask("/api/v1/numbers/purchase", purchase(wish, key));
        if (answer.status() != 201 && answer.status() != 202) {
            return "";
        }
        var id = answer.text("/id");
        journal.bought(key, id);
        return id;
    }

    /** Once; null when there is no answer. */
    @Nullable Answer triesToBuy(Upstream upstream, String key) throws InterruptedException {
        return door.once(
                "/api/v1/numbers/purchase", signed(purchase(upstream.talking(new Random(0)), key)));
    }

    private static UnaryOperator<HttpRequest.Builder> purchase(String wish, String key) {
        var body = post(wish);
        return request ->
                body.apply(request).header("Idempotency-Key", key).header("Prefer", "wait=3");
    }

    Answer number(String id) {
        var answer = get("/api/v1/numbers/" + id);
        for (var sms : answer.json().at("/sms")) {
            journal.read(id, sms.path("text").asString(""));
        }
        return answer;
    }

    void cancels(String id) {
        if (does("cancel", id).status() == 200) {
            journal.cancelled(id);
        }
    }

    Answer does(String what, String id) {
        return ask("/api/v1/numbers/" + id + "/" + what, post(""));
    }

    private Answer get(String path) {
        return ask(path, UnaryOperator.identity());
    }

    private Answer ask(String path, UnaryOperator<HttpRequest.Builder> request) {
        var answer = door.untilAnswered(path, signed(request));
        if (answer.status() == 401) {
            signIn();
            return door.untilAnswered(path, signed(request));
        }
        return answer;
    }

    private UnaryOperator<HttpRequest.Builder> signed(UnaryOperator<HttpRequest.Builder> request) {
        return builder -> request.apply(builder).header("Authorization", "Bearer " + token);
    }

    private static UnaryOperator<HttpRequest.Builder> post(String json) {
        return request -> request.header("Content-Type", JSON).POST(BodyPublishers.ofString(json));
    }
}
