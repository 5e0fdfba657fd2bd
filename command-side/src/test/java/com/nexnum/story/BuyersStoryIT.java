package com.nexnum.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nexnum.command.supply.sandbox.Hooks;
import com.nexnum.command.supply.sandbox.SandboxScript.Refusal;
import com.nexnum.story.Buyer.Wish;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a customer does with NexNum, from the first sign-in to the refund. */
class BuyersStoryIT extends Story {

    private static final Duration SOON = Duration.ofMillis(200);
    private static final Duration LONG = Duration.ofSeconds(30);

    @Test
    void a_newcomer_signs_up_and_in_and_owns_an_empty_wallet() {
        var buyer = buyer();
        assertThat(buyer.read("/api/v1/auth/me").at("/user/email").asString())
                .isEqualTo(buyer.email());
        assertThat(buyer.wallet().available()).isZero();
        assertThat(buyer.read("/api/v1/numbers").at("/items")).isEmpty();
    }

    @Test
    void a_deposit_is_pending_until_its_gateway_confirms_it() {
        var buyer = buyer();
        var asked = buyer.asksForDeposit("25.00");
        assertThat(asked.status()).isEqualTo(201);
        assertThat(asked.text("/status")).isEqualTo("PENDING");
        var deposit = "/api/v1/wallet/deposits/" + asked.text("/depositId");
        await().atMost(LONG)
                .until(() -> buyer.read(deposit).at("/status").asString().equals("CONFIRMED"));
        buyer.awaits("25.00");
        var newest = buyer.read("/api/v1/wallet/transactions").at("/items/0");
        assertThat(newest.at("/type").asString()).isEqualTo("DEPOSIT");
        assertThat(newest.at("/direction").asString()).isEqualTo("CREDIT");
        assertThat(Buyer.decimal(newest.at("/balanceAfter/amount"))).isEqualByComparingTo("25");
    }

    @Test
    void anybody_sees_what_can_be_bought() {
        assertThat(price("whatsapp", "US")).isPositive();
        assertThat(api().get("/api/v1/services").json().at("/items").findValuesAsString("code"))
                .contains("whatsapp", "telegram");
        assertThat(api().get("/api/v1/countries").json().at("/items").findValuesAsString("code"))
                .contains("US", "GB");
        var cheap = api().get("/api/v1/offers?service=whatsapp&maxPrice=0.000001");
        assertThat(cheap.json().at("/items")).isEmpty();
    }

    @Test
    void a_bought_number_receives_its_code_and_is_completed() {
        sandbox.script().sms("whatsapp", "US", SOON, "Your WhatsApp code: 123-456");
        var price = price("whatsapp", "US");
        var buyer = buyer().with("10.00");
        var bought = buyer.buys(Wish.of("WhatsApp", "usa"));
        assertThat(bought.status()).as(bought.body()).isEqualTo(201);
        assertThat(bought.text("/status")).isEqualTo("ACTIVE");
        assertThat(bought.text("/phoneNumber")).matches("\\+1[0-9]{10}");
        assertThat(Buyer.decimal(bought.json().at("/price/amount"))).isEqualByComparingTo(price);

        var id = bought.text("/id");
        assertThat(bought.headers().firstValue("Location")).hasValue("/api/v1/numbers/" + id);
        var received = buyer.awaits(id, "RECEIVED");
        assertThat(received.at("/phoneNumber").asString()).isEqualTo(bought.text("/phoneNumber"));
        assertThat(received.at("/sms")).hasSize(1);
        assertThat(received.at("/sms/0/code").asString()).isEqualTo("123456");
        assertThat(received.at("/sms/0/text").asString()).isEqualTo("Your WhatsApp code: 123-456");

        assertThat(buyer.does("complete", id).status()).isEqualTo(200);
        buyer.awaits(id, "COMPLETED");
        buyer.awaitsNumbers("?status=active", 0);
        buyer.awaits(new BigDecimal("10").subtract(price).toPlainString());
        var order = order(buyer, id, "FULFILLED");
        assertThat(order.at("/attempts/0/outcome").asString()).isEqualTo("FULFILLED");
    }

    @Test
    void a_cancelled_number_is_refunded_and_every_step_is_on_the_statement() {
        silent("facebook", "US");
        price("facebook", "US");
        var buyer = buyer().with("10.00");
        var id = buyer.bought(Wish.of("facebook", "US"));
        assertThat(buyer.wallet().available()).isLessThan(new BigDecimal("10"));
        var cancelled = buyer.cancels(id);
        assertThat(cancelled.status()).as(cancelled.body()).isEqualTo(200);
        assertThat(cancelled.text("/status")).isEqualTo("CANCELLED");
        buyer.awaits("10.00");
        buyer.awaits(id, "CANCELLED");
        buyer.awaitsStatement("REFUND", "PURCHASE", "HOLD", "DEPOSIT");
        assertThat(order(buyer, id, "REFUNDED").at("/refund/reason").asString())
                .isEqualTo("CANCELLED");
    }

    @Test
    void a_cancellation_repeated_with_its_key_gets_its_answer_and_without_one_is_refused() {
        silent("facebook", "US");
        price("facebook", "US");
        var buyer = buyer().with("10.00");
        var id = buyer.bought(Wish.of("facebook", "US"));
        var path = "/api/v1/numbers/" + id + "/cancel";
        var key = new AtomicReference<String>();
        var first =
                await().atMost(Duration.ofSeconds(30))
                        .until(
                                () -> {
                                    key.set(UUID.randomUUID().toString());
                                    return buyer.post(path, "", "Idempotency-Key", key.get());
                                },
                                answer -> !answer.code().equals("CANCEL_TOO_EARLY"));
        assertThat(first.status()).as(first.body()).isEqualTo(200);
        var repeated = buyer.post(path, "", "Idempotency-Key", key.get());
        assertThat(repeated.status()).as(repeated.body()).isEqualTo(200);
        assertThat(repeated.body()).isEqualTo(first.body());
        assertThat(buyer.does("cancel", id).code()).isEqualTo("NUMBER_CANCELLED");
        buyer.awaits("10.00");
    }

    @Test
    void a_provider_without_numbers_is_passed_over() {
        price("tiktok", "GB");
        var buyer = buyer().with("10.00");
        sandbox.script().refuseNext(1, Refusal.NO_NUMBERS);
        var id = buyer.bought(Wish.of("tiktok", "GB"));
        var attempts = order(buyer, id, "FULFILLED").at("/attempts");
        assertThat(attempts.findValuesAsString("outcome")).containsExactly("REFUSED", "FULFILLED");
        assertThat(attempts.at("/0/reason").asString()).isEqualTo("NO_NUMBERS");
        assertThat(attempts.findValuesAsString("provider")).doesNotHaveDuplicates();
        buyer.awaitsStatement("PURCHASE", "HOLD", "DEPOSIT");
    }

    @Test
    void a_second_code_comes_when_it_is_asked_for() {
        sandbox.script().sms("telegram", "GB", SOON, "Telegram code: 11111", "Code: 22222");
        price("telegram", "GB");
        var buyer = buyer().with("10.00");
        var id = buyer.bought(Wish.ofSandbox("telegram", "GB"));
        buyer.awaits(id, "RECEIVED");
        assertThat(buyer.does("next-sms", id).status()).isEqualTo(200);
        await().atMost(LONG).until(() -> buyer.number(id).at("/sms").size() == 2);
        assertThat(buyer.number(id).at("/sms").findValuesAsString("code"))
                .containsExactly("11111", "22222");
    }

    @Test
    void the_stream_tells_of_all_of_it_and_goes_on_where_it_was_left() throws Exception {
        sandbox.script().sms("google", "US", SOON, "G-654321 is your Google verification code.");
        price("google", "US");
        var buyer = buyer().with("10.00");
        String id;
        String left;
        try (var stream = OpenStream.of(buyer, null)) {
            id = buyer.bought(Wish.of("google", "US"));
            await().atMost(LONG).until(() -> !stream.of("sms").isEmpty());
            assertThat(stream.of("status")).anyMatch(news -> news.says("/status", "ACTIVE"));
            assertThat(stream.of("sms").getFirst().data().at("/code").asString())
                    .isEqualTo("654321");
            assertThat(stream.of("balance")).isNotEmpty();
            assertThat(stream.news()).extracting(OpenStream.News::id).doesNotHaveDuplicates();
            left = stream.of("sms").getFirst().id();
        }
        assertThat(buyer.does("complete", id).status()).isEqualTo(200);
        try (var again = OpenStream.of(buyer, left)) {
            await().atMost(LONG)
                    .until(() ->
                            again.of("status").stream()
                                    .anyMatch(news -> news.says("/status", "COMPLETED")));
            assertThat(again.of("sms")).isEmpty();
        }
    }

    @Test
    void a_webhook_brings_the_code_at_once_and_twice_is_once() {
        var delay = Duration.ofSeconds(3);
        sandbox.script().sms("amazon", "US", delay, "445566 is your Amazon OTP.");
        price("amazon", "US");
        var buyer = buyer().with("10.00");
        var hook = api().at("/api/v1/providers/sandbox/webhooks/" + WholeSystem.WEBHOOK_SECRET);
        sandbox.script().webhooks(new Hooks(hook, Hooks.Style.TWICE));
        try {
            var id = buyer.bought(Wish.ofSandbox("amazon", "US"));
            neverPolled(id);
            assertThat(buyer.awaits(id, "RECEIVED").at("/sms/0/code").asString())
                    .isEqualTo("445566");
            assertThat(buyer.number(id).at("/sms")).hasSize(1);
        } finally {
            sandbox.script().webhooks(null);
        }
    }

    @Test
    void the_books_balance() {
        var buyer = buyer().with("10.00");
        price("whatsapp", "GB");
        buyer.bought(Wish.of("whatsapp", "GB"));
        var auditor = auditor();
        await().atMost(LONG)
                .untilAsserted(() -> {
                    var trial = auditor.read("/api/v1/audit/trial-balance");
                    assertThat(trial.at("/balanced").asBoolean()).as(trial.toString()).isTrue();
                    assertThat(trial.at("/sums"))
                            .allSatisfy(
                                    sum -> assertThat(Buyer.decimal(sum.at("/amount"))).isZero());
                });
    }

    private void silent(String service, String country) {
        sandbox.script().sms(service, country, SOON);
    }

    /** Takes the poll out of the way, so that only a webhook can bring the code. */
    private void neverPolled(String number) {
        await().until(() ->
                sql.sql(
                                        """
                                        update polling set due_at = due_at + interval '1 hour'
                                         where activation_id = ?
                                        """)
                                .param(number)
                                .update()
                        == 1);
    }

    private static JsonNode order(Buyer buyer, String number, String status) {
        return await().atMost(LONG)
                .until(
                        () -> buyer.read("/api/v1/orders").at("/items/0"),
                        order ->
                                order.at("/numberId").asString("").equals(number)
                                        && order.at("/status").asString("").equals(status));
    }
}
