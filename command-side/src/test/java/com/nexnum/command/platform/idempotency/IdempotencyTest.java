package com.nexnum.command.platform.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.platform.security.Role;
import com.nexnum.trial.Answer;
import com.nexnum.trial.Browser;
import com.nexnum.trial.MovableClock;
import com.nexnum.trial.TrialPlatform;
import com.nexnum.trial.TrialTokens;
import com.nexnum.trial.command.TrialIdentity;
import com.nexnum.trial.command.TrialPurchase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(
        classes = {TrialIdentity.class, TrialPurchase.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {TrialPlatform.DEFAULTS, TrialPlatform.MIGRATED})
class IdempotencyTest {

    private static final String SHOP = "/api/v1/trial/purchases/main";
    private static final String ORDER = "{\"service\":\"whatsapp\",\"country\":\"US\"}";

    @LocalServerPort int port;
    @Autowired TrialTokens tokens;
    @Autowired TrialPurchase purchases;
    @Autowired IdempotencyRecords records;
    @Autowired MovableClock clock;
    @Autowired JdbcClient jdbc;

    private Browser browser;
    private String bearer;
    private String key;

    @BeforeEach
    void start_anew() {
        browser = new Browser(port);
        bearer = "Bearer " + tokens.of(Role.USER);
        key = UUID.randomUUID().toString();
        purchases.effects.set(0);
        purchases.gate = null;
    }

    @AfterEach
    void reset() {
        clock.reset();
    }

    @Test
    void two_hundred_at_once_have_one_effect() throws Exception {
        var gate = new CountDownLatch(1);
        purchases.gate = gate;
        var answered = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked =
                    IntStream.range(0, 200)
                            .mapToObj(_ ->
                                    threads.submit(() -> {
                                        var answer = buy(key, ORDER);
                                        answered.incrementAndGet();
                                        return answer;
                                    }))
                            .toList();
            // All but the one at the gate are told to come back, before it may go on.
            await().atMost(Duration.ofSeconds(60)).untilAtomic(answered, equalTo(199));
            gate.countDown();
            var created = 0;
            for (var each : asked) {
                var answer = each.get();
                if (answer.status() == 201) {
                    created++;
                } else {
                    answer.refused(409, "IDEMPOTENCY_KEY_IN_PROGRESS");
                    assertThat(answer.header("Retry-After")).isEqualTo("1");
                }
            }
            assertThat(created).isEqualTo(1);
        }
        assertThat(purchases.effects).hasValue(1);
        assertReplayed(buy(key, ORDER), 201);
        assertThat(purchases.effects).hasValue(1);
    }

    @Test
    void two_hundred_at_once_without_a_pause_have_one_effect() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked =
                    IntStream.range(0, 200)
                            .mapToObj(_ -> threads.submit(() -> buy(key, ORDER).status()))
                            .toList();
            for (var each : asked) {
                assertThat(each.get()).isIn(201, 409);
            }
        }
        assertThat(purchases.effects).hasValue(1);
    }

    @Test
    void a_repeat_gets_the_first_answer_word_for_word() {
        var first = buy(key, ORDER).is(201);
        assertThat(first.header("Idempotent-Replayed")).isEmpty();
        var again = buy(key, "{ \"country\" : \"US\", \"service\" : \"whatsapp\" }");
        assertReplayed(again, 201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Location")).isEqualTo(first.header("Location")).isNotEmpty();
        assertThat(again.header("Content-Type")).isEqualTo("application/json");
        assertReplayed(buy("\"" + key + "\"", ORDER), 201);
    }

    @Test
    void a_key_for_another_wish_is_refused() {
        buy(key, ORDER).is(201);
        buy(key, ORDER.replace("US", "DE")).refused(422, "IDEMPOTENCY_KEY_REUSED");
        browser.post("/api/v1/trial/purchases/other", ORDER, headers(key))
                .refused(422, "IDEMPOTENCY_KEY_REUSED");
        browser.post(SHOP + "?x=1", ORDER, headers(key)).refused(422, "IDEMPOTENCY_KEY_REUSED");
        assertThat(purchases.effects).hasValue(1);
    }

    @Test
    void the_same_key_of_another_caller_is_another_key() {
        var mine = buy(key, ORDER).is(201).json().get("id");
        bearer = "Bearer " + tokens.of(Role.USER);
        var theirs = buy(key, ORDER).is(201).json().get("id");
        assertThat(mine).isNotEqualTo(theirs);
        assertThat(purchases.effects).hasValue(2);
    }

    @Test
    void refuses_a_key_that_is_none() {
        browser.post(SHOP, ORDER, "Authorization", bearer).refused(400, "IDEMPOTENCY_KEY_REQUIRED");
        for (var bad : List.of("x".repeat(256), "\"open", "\"a\"b", "\"\"", "\"a\\b\"", "")) {
            buy(bad, ORDER).refused(400, "IDEMPOTENCY_KEY_INVALID");
        }
        browser.post(
                        SHOP,
                        ORDER,
                        "Authorization",
                        bearer,
                        "Idempotency-Key",
                        "a",
                        "Idempotency-Key",
                        "b")
                .refused(400, "IDEMPOTENCY_KEY_INVALID");
        browser.post(SHOP, ORDER, "Idempotency-Key", key).refused(401, "UNAUTHENTICATED");
        assertThat(purchases.effects).hasValue(0);
    }

    @Test
    void a_refusal_of_the_business_is_an_answer_too() {
        for (var service : List.of("poor", "none")) {
            var own = key + service;
            var order = ORDER.replace("whatsapp", service);
            var first = buy(own, order);
            var status = service.equals("poor") ? 402 : 409;
            assertThat(first.status()).isEqualTo(status);
            assertReplayed(buy(own, order), status);
            assertThat(buy(own, order).body()).isEqualTo(first.body());
        }
    }

    @Test
    void a_request_that_was_not_valid_leaves_the_key_free() {
        buy(key, ORDER.replace("whatsapp", "invalid")).refused(400, "VALIDATION_FAILED");
        buy(key, "{").refused(400, "MALFORMED_JSON");
        buy(key, ORDER).is(201);
        assertThat(purchases.effects).hasValue(1);
    }

    @Test
    void a_failure_of_ours_may_be_tried_again_with_the_same_content_only() {
        var busy = ORDER.replace("whatsapp", "busy");
        buy(key, busy).refused(503, "UPSTREAM_UNAVAILABLE");
        buy(key, ORDER).refused(422, "IDEMPOTENCY_KEY_REUSED");
        buy(key, busy).refused(503, "UPSTREAM_UNAVAILABLE");
        assertThat(purchases.effects).hasValue(2);
    }

    @Test
    void what_a_dead_process_left_runs_again_when_its_lease_is_over() {
        buy(key, ORDER).is(201);
        jdbc.sql("update idempotency_record set status = null, headers = null, body = null")
                .update();
        buy(key, ORDER).refused(409, "IDEMPOTENCY_KEY_IN_PROGRESS");
        clock.forward(Duration.ofSeconds(61));
        buy(key, ORDER).is(201);
        assertReplayed(buy(key, ORDER), 201);
        assertThat(purchases.effects).hasValue(2);
    }

    @Test
    void an_endpoint_that_needs_no_key_runs_each_time_without_one() {
        for (int time = 1; time <= 2; time++) {
            var answer = browser.post(SHOP + "/close", "", "Authorization", bearer).is(200);
            assertThat(answer.header("Idempotent-Replayed")).isEmpty();
        }
        assertThat(purchases.effects).hasValue(2);
    }

    @Test
    void an_endpoint_that_needs_no_key_honours_one() {
        browser.post(SHOP + "/close", "", headers(key)).is(200);
        assertReplayed(browser.post(SHOP + "/close", "", headers(key)), 200);
        browser.post(SHOP + "/close", ORDER, headers(key)).refused(422, "IDEMPOTENCY_KEY_REUSED");
        assertThat(purchases.effects).hasValue(1);
    }

    @Test
    void a_run_after_one_that_died_knows_it() {
        browser.post(SHOP + "/close", "", headers(key)).is(200);
        jdbc.sql("update idempotency_record set status = null, headers = null, body = null")
                .update();
        clock.forward(Duration.ofSeconds(61));
        var second = browser.post(SHOP + "/close", "", headers(key)).is(200);
        assertThat(second.json().at("/run").asInt()).isEqualTo(2);
    }

    @Test
    void a_run_that_was_taken_over_does_not_overwrite_the_answer() {
        var own = new IdempotencyKey(new CustomerId("cus_000001"), key);
        var print = new byte[] {1};
        var first = (Claim.Granted) records.claim(own, print);
        clock.forward(Duration.ofSeconds(61));
        var second = (Claim.Granted) records.claim(own, print);
        assertThat(second.run()).isEqualTo(2);
        records.answered(second, new StoredAnswer(201, Map.of(), new byte[] {2}));
        records.answered(first, new StoredAnswer(500, Map.of(), new byte[] {3}));
        records.forget(first);
        assertThat(records.claim(own, print))
                .isInstanceOfSatisfying(
                        Claim.Answered.class,
                        stored -> assertThat(stored.answer().status()).isEqualTo(201));
    }

    @Test
    void old_answers_are_forgotten_and_young_ones_are_not() {
        buy(key, ORDER).is(201);
        assertThat(records.forgetBefore(clock.instant().minus(Duration.ofDays(7)))).isZero();
        clock.forward(Duration.ofDays(8));
        assertThat(records.forgetBefore(clock.instant().minus(Duration.ofDays(7)))).isPositive();
    }

    @Test
    void a_derived_id_is_the_same_on_every_run_and_fits_its_kind() {
        var caller = new CustomerId("cus_000001");
        var id = new IdempotencyKey(caller, "k").derivedId("act_", "purchase");
        assertThat(id).matches("act_[a-z2-7]{26}");
        assertThat(new IdempotencyKey(caller, "k").derivedId("act_", "purchase")).isEqualTo(id);
        assertThat(new IdempotencyKey(caller, "l").derivedId("act_", "purchase")).isNotEqualTo(id);
        assertThat(new IdempotencyKey(caller, "k").derivedId("act_", "deposit")).isNotEqualTo(id);
    }

    private static void assertReplayed(Answer answer, int status) {
        answer.is(status);
        assertThat(answer.header("Idempotent-Replayed")).isEqualTo("true");
    }

    private Answer buy(String withKey, String order) {
        return browser.post(SHOP, order, headers(withKey));
    }

    private String[] headers(String withKey) {
        return new String[] {"Authorization", bearer, "Idempotency-Key", withKey};
    }
}
