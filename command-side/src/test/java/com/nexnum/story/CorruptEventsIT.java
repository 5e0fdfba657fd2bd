package com.nexnum.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nexnum.command.identity.FirstAccounts;
import com.nexnum.story.Api.Answer;
import com.nexnum.story.Buyer.Wish;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/**
 * An event that cannot be read stops its own sequence, says so, lets everybody else go on, and goes
 * on itself when it is mended.
 */
@DirtiesContext
@TestPropertySource(
        properties = {
            "nexnum.story=corrupt",
            "nexnum.processors.token-claim-interval=500ms",
            "nexnum.dead-letters.look-every=300ms",
            "nexnum.dead-letters.retry-after=1h",
            "nexnum.dead-letters.retry-at-most=1h"
        })
@ExtendWith(OutputCaptureExtension.class)
class CorruptEventsIT extends Story {

    private static final String LETTERS = "/api/v1/admin/dead-letters";
    private static final Wish WISH = Wish.of("whatsapp", "DE");

    @Autowired PlatformTransactionManager transactions;

    private Damage damage;
    private Buyer admin;
    private Buyer victim;

    @BeforeEach
    void a_buyer_with_bad_luck() {
        damage = new Damage(sql, new TransactionTemplate(transactions));
        damage.prepare();
        price("whatsapp", "DE");
        admin = Buyer.signedIn(api(), FirstAccounts.DEMO_ADMIN, FirstAccounts.DEMO_PASSWORD);
        victim = buyer();
    }

    @AfterEach
    void all_is_well_again() {
        within(() -> assertThat(status()).as(detailed().toString()).isEqualTo("UP"));
        within(() -> assertThat(metric("nexnum_dead_letters", "purchase")).isZero());
        new Books(sql, sandbox).agree();
    }

    @Test
    void a_request_that_cannot_be_read_stops_its_own_purchase_alone(CapturedOutput log) {
        victim.with("5.00");
        damage.cutsOff("activation.requested", victim.id());
        var id = asks();
        within(() -> assertThat(waiting("purchase", id)).isEqualTo(1));
        others_buy();
        assertThat(log)
                .contains("purchase parks event")
                .contains("(activation.requested, 0 of " + id);
        says_so("purchase");

        var letter = letter("purchase", id);
        assertThat(letter.at("/eventName").asString()).isEqualTo("activation.requested");
        assertThat(letter.at("/position").asLong()).isPositive();
        assertThat(letter.at("/causeType").asString()).isNotEmpty();
        assertThat(letter.toString()).doesNotContain("payload", victim.id());

        within(() -> assertThat(letter("purchase", id).at("/attempts").asInt()).isEqualTo(1));
        assertThat(retried("purchase").status()).isEqualTo(202);
        within(() -> assertThat(letter("purchase", id).at("/attempts").asInt()).isEqualTo(2));
        assertThat(waiting("purchase", id)).isEqualTo(1);

        damage.repair();
        retryAll();
        victim.awaits(id, "ACTIVE");
        victim.awaitsStatement("PURCHASE", "HOLD", "DEPOSIT");
        assertThat(waiting("purchase", id)).isZero();
    }

    @Test
    void an_outcome_that_cannot_be_read_keeps_the_money_held_until_it_is_mended() {
        victim.with("5.00");
        damage.cutsOff("purchase.order-fulfilled", victim.id());
        var id = asks();
        within(() -> assertThat(waiting("purchase", id)).isEqualTo(1));
        others_buy();
        assertThat(victim.wallet().held()).isPositive();

        damage.repair();
        retryAll();
        victim.awaits(id, "ACTIVE");
        within(() -> assertThat(victim.wallet().held()).isZero());
    }

    @Test
    void a_deposit_that_cannot_be_read_stops_that_wallets_read_models_alone() {
        damage.cutsOff("wallet.funds-deposited", victim.id());
        assertThat(victim.asksForDeposit("5.00").status()).isEqualTo(201);
        var wallet = "wallet-" + victim.id();
        for (var group : List.of("balance", "ledger", "feed")) {
            within(() -> assertThat(waiting(group, wallet)).isPositive());
        }
        others_buy();
        says_so("balance");
        assertThat(victim.wallet().available()).isZero();

        damage.repair();
        retryAll();
        victim.awaits("5.00");
        victim.awaitsStatement("DEPOSIT");
    }

    @Test
    void an_event_of_an_unknown_name_waits_in_every_group(CapturedOutput log) {
        victim.with("5.00");
        damage.renames("activation.requested", victim.id());
        var id = asks();
        for (var group : List.of("purchase", "activations", "orders", "balance", "pricing")) {
            within(() -> assertThat(waiting(group, id)).isPositive());
        }
        others_buy();
        assertThat(log)
                .contains(
                        "(unknown to this version, 0 of " + id + ")",
                        "No event is called activation.requested-in-the-future",
                        "Start a version that knows it");
        says_so("pricing");

        damage.repair();
        retryAll();
        victim.awaits(id, "ACTIVE");
    }

    @Test
    void a_saga_that_cannot_be_read_waits_until_it_is_mended() {
        victim.with("5.00");
        sandbox.script().sms("whatsapp", "DE", Duration.ofHours(1));
        var id = victim.bought(WISH);
        var saga =
                "saga_id in (select saga_id from association_value_entry"
                        + " where association_value = '"
                        + id
                        + "')";
        within(() -> assertThat(count("saga_entry where " + saga)).isEqualTo(1));
        sql.sql("create table lost_saga as select * from saga_entry where " + saga).update();
        sql.sql("update saga_entry set serialized_saga = '{' where " + saga).update();
        assertThat(victim.cancels(id).status()).isEqualTo(200);
        within(() -> assertThat(waiting("purchase", id)).isEqualTo(1));
        others_buy();
        assertThat(victim.wallet().available()).isLessThan(new BigDecimal("5.00"));

        sql.sql(
                        """
                        update saga_entry s set serialized_saga = l.serialized_saga
                          from lost_saga l where l.saga_id = s.saga_id
                        """)
                .update();
        retryAll();
        victim.awaits("5.00");
        victim.awaitsStatement("REFUND", "PURCHASE", "HOLD", "DEPOSIT");
    }

    @Test
    void an_administrator_gives_up_an_event_with_a_reason_and_nobody_else_does(CapturedOutput log) {
        damage.renames("wallet.funds-deposited", victim.id());
        assertThat(victim.asksForDeposit("5.00").status()).isEqualTo(201);
        var wallet = "wallet-" + victim.id();
        within(() -> assertThat(waiting("pricing", wallet)).isEqualTo(1));
        var event = letter("pricing", wallet).at("/eventId").asString();
        var path = LETTERS + "/pricing/" + event;

        assertThat(deleted(victim, path + "?reason=mine").code()).isEqualTo("FORBIDDEN");
        assertThat(victim.get(LETTERS).code()).isEqualTo("FORBIDDEN");
        assertThat(victim.post(LETTERS + "/pricing/retry", "").code()).isEqualTo("FORBIDDEN");
        assertThat(deleted(admin, path).code()).isEqualTo("VALIDATION_FAILED");
        assertThat(deleted(admin, LETTERS + "/pricing/nothing?reason=why").code())
                .isEqualTo("DEAD_LETTER_NOT_FOUND");
        assertThat(waiting("pricing", wallet)).isEqualTo(1);

        var id = letter("pricing", wallet).at("/id").asString();
        assertThat(admin.read(LETTERS + "/" + id).at("/eventId").asString()).isEqualTo(event);
        assertThat(admin.get(LETTERS + "/nothing").code()).isEqualTo("DEAD_LETTER_NOT_FOUND");
        assertThat(admin.post(LETTERS + "/pricing/" + event + "/retry", "").text("/sequences"))
                .isEqualTo("1");
        assertThat(admin.post(LETTERS + "/pricing/nothing/retry", "").code())
                .isEqualTo("DEAD_LETTER_NOT_FOUND");

        assertThat(deleted(admin, path + "?reason=no%0Aprices%20in%20it").status()).isEqualTo(204);
        var gone = admin.read(LETTERS + "/discarded").at("/items/0");
        assertThat(gone.at("/eventId").asString()).isEqualTo(event);
        assertThat(gone.at("/by").asString()).isEqualTo(admin.id());
        assertThat(gone.at("/reason").asString()).isEqualTo("no prices in it");
        assertThat(waiting("pricing", wallet)).isZero();
        assertThat(log).contains(admin.id() + " gave up event " + event, "no prices in it");

        damage.repair();
        retryAll();
        victim.awaits("5.00");
    }

    /** Whoever asks does not wait; the number is not there. */
    private String asks() {
        var answer =
                victim.post(
                        "/api/v1/numbers/purchase",
                        WISH.json(),
                        "Idempotency-Key",
                        UUID.randomUUID().toString(),
                        "Prefer",
                        "wait=0");
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        return answer.text("/id");
    }

    private void others_buy() {
        for (int i = 0; i < 3; i++) {
            var other = buyer().with("5.00");
            other.awaits(other.bought(WISH), "ACTIVE");
            other.awaitsStatement("PURCHASE", "HOLD", "DEPOSIT");
        }
    }

    private void says_so(String group) {
        within(() -> assertThat(status()).isEqualTo("DEGRADED"));
        var health = detailed().at("/components/processors");
        assertThat(health.at("/details/" + group + "/deadLetters").asLong()).isPositive();
        assertThat(health.at("/details/" + group + "/running").asBoolean()).isTrue();
        assertThat(metric("nexnum_dead_letters", group)).isPositive();
        assertThat(metric("nexnum_processor_errors", group)).isGreaterThanOrEqualTo(0);
        assertThat(metric("nexnum_processor_lag", group)).isGreaterThanOrEqualTo(0);
        for (var plain : List.of("/api/health", "/api/health/ready")) {
            assertThat(api().get(plain).status()).isEqualTo(200);
            assertThat(api().get(plain).text("/status")).isEqualTo("UP");
        }
    }

    private JsonNode detailed() {
        return admin.read("/api/health/detailed");
    }

    private String status() {
        return detailed().at("/components/processors/status").asString();
    }

    private long metric(String name, String group) {
        return api().get("/api/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith(name + "{") && line.contains("\"" + group + "\""))
                .mapToLong(line ->
                        Double.valueOf(line.substring(line.lastIndexOf(' ') + 1)).longValue())
                .findFirst()
                .orElseThrow();
    }

    private void retryAll() {
        for (var item : admin.read(LETTERS + "?limit=100").at("/items")) {
            assertThat(retried(item.at("/group").asString()).status()).isEqualTo(202);
        }
        within(() -> assertThat(admin.read(LETTERS).at("/items")).isEmpty());
    }

    private Answer retried(String group) {
        return admin.post(LETTERS + "/" + group + "/retry", "");
    }

    private JsonNode letter(String group, String sequence) {
        for (var item : admin.read(LETTERS + "?limit=100").at("/items")) {
            if (item.at("/group").asString().equals(group)
                    && item.at("/sequence").asString().equals(sequence)) {
                return item;
            }
        }
        throw new AssertionError("nothing waits in " + group + " for " + sequence);
    }

    private long waiting(String group, String sequence) {
        return count(
                "dead_letter_entry where processing_group = '%s' and sequence_identifier = '%s'"
                        .formatted(group, sequence));
    }

    private static Answer deleted(Buyer who, String path) {
        return Api.send(who.request(path).DELETE());
    }

    private static void within(ThrowingRunnable assertion) {
        await().atMost(Duration.ofSeconds(40)).untilAsserted(assertion);
    }
}
