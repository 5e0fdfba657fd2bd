package com.nexnum.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nexnum.command.identity.FirstAccounts;
import com.nexnum.story.Api.Answer;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Two administrators correct a balance, and an auditor sees who did what. */
class FourEyesIT extends Story {

    private static final String ALL = "/api/v1/admin/adjustments";

    private Buyer ada;
    private Buyer ben;
    private Buyer customer;

    @BeforeEach
    void two_administrators_and_a_customer() {
        ada = Buyer.signedIn(api(), FirstAccounts.DEMO_ADMIN, FirstAccounts.DEMO_PASSWORD);
        ben = secondAdministrator();
        customer = buyer().with("10.00");
    }

    @Test
    void what_one_proposes_and_another_approves_is_in_the_wallet_and_names_both() {
        var key = UUID.randomUUID().toString();
        var first = proposes(ada, key, "CREDIT", "2.50");
        assertThat(first.status()).as(first.body()).isEqualTo(201);
        var id = first.text("/id");
        assertThat(first.headers().firstValue("Location")).contains(ALL + "/" + id);
        assertThat(proposes(ada, key, "CREDIT", "2.50").text("/id")).isEqualTo(id);
        assertThat(proposes(ada, key, "CREDIT", "9.50").status()).isEqualTo(422);
        assertThat(listed("PROPOSED")).contains(id);
        customer.awaits("10.00");

        assertThat(decides(ada, id, "approve").code()).isEqualTo("OWN_PROPOSAL");
        var otherToken =
                Buyer.signedIn(api(), FirstAccounts.DEMO_ADMIN, FirstAccounts.DEMO_PASSWORD);
        assertThat(decides(otherToken, id, "approve").code()).isEqualTo("OWN_PROPOSAL");

        var approved = decides(ben, id, "approve");
        assertThat(approved.text("/status")).as(approved.body()).isEqualTo("BOOKED");
        assertThat(decides(ben, id, "approve").text("/status")).isEqualTo("BOOKED");
        customer.awaits("12.50");
        customer.awaitsStatement("ADJUSTMENT", "DEPOSIT");
        assertThat(listed("PROPOSED")).doesNotContain(id);

        var entry = entry(id);
        assertThat(entry.at("/proposedBy").asString()).isEqualTo(ada.id());
        assertThat(entry.at("/approvedBy").asString()).isEqualTo(ben.id());
        assertThat(entry.at("/reason").asString()).isEqualTo("goodwill");
        assertThat(entry.at("/evidence").asString()).isEqualTo("ticket 4711");
        isRecorded(id, approved);
        isSeenByAuditors(id);
        assertThat(auditor().read("/api/v1/audit/trial-balance").at("/balanced").asBoolean())
                .isTrue();
    }

    @Test
    void what_the_wallet_does_not_cover_is_refused_and_leaves_nothing() {
        var id = proposed(ada, "DEBIT", "10.01");
        var refused = decides(ben, id, "approve");
        assertThat(refused.status()).isEqualTo(402);
        assertThat(refused.code()).isEqualTo("INSUFFICIENT_FUNDS");
        assertThat(ben.read(ALL + "/" + id).at("/status").asString()).isEqualTo("PROPOSED");
        customer.awaits("10.00");

        assertThat(decides(ben, id, "withdraw").code()).isEqualTo("NOT_THE_PROPOSER");
        var rejected =
                ben.post(ALL + "/" + id + "/reject", "{\"reason\":\"he has no such money\"}");
        assertThat(rejected.text("/status")).isEqualTo("REJECTED");
        assertThat(rejected.text("/note")).isEqualTo("he has no such money");
        assertThat(decides(ben, id, "approve").code()).isEqualTo("ADJUSTMENT_DECIDED");
        assertThat(decides(ada, id, "withdraw").code()).isEqualTo("ADJUSTMENT_DECIDED");
    }

    @Test
    void whoever_proposed_it_withdraws_it() {
        var id = proposed(ada, "DEBIT", "1.00");
        assertThat(decides(ada, id, "withdraw").text("/status")).isEqualTo("WITHDRAWN");
        assertThat(decides(ben, id, "approve").code()).isEqualTo("ADJUSTMENT_DECIDED");
        customer.awaits("10.00");
    }

    @Test
    void nobody_has_a_hand_in_his_own_wallet() {
        var own = body(ada.id(), "CREDIT", "1.00");
        var refused = ada.post(ALL, own, "Idempotency-Key", UUID.randomUUID().toString());
        assertThat(refused.code()).isEqualTo("OWN_WALLET");
        var ofBen =
                ada.post(
                        ALL,
                        body(ben.id(), "CREDIT", "1.00"),
                        "Idempotency-Key",
                        UUID.randomUUID().toString());
        assertThat(decides(ben, ofBen.text("/id"), "approve").code()).isEqualTo("OWN_WALLET");
    }

    @Test
    void an_auditor_and_a_customer_change_nothing() {
        var id = proposed(ada, "CREDIT", "1.00");
        for (var nobody : new Buyer[] {auditor(), customer}) {
            assertThat(proposes(nobody, "k", "CREDIT", "1.00").code()).isEqualTo("FORBIDDEN");
            for (var what : new String[] {"approve", "reject", "withdraw"}) {
                var answer = nobody.post(ALL + "/" + id + "/" + what, "{\"reason\":\"x\"}");
                assertThat(answer.status()).isEqualTo(403);
                assertThat(answer.code()).isEqualTo("FORBIDDEN");
            }
            assertThat(nobody.get(ALL).status()).isEqualTo(403);
        }
        assertThat(customer.get("/api/v1/audit/changes").code()).isEqualTo("FORBIDDEN");
    }

    @Test
    void refuses_what_is_no_adjustment() {
        var wrong =
                ada.post(
                        ALL,
                        """
                        {"customer":"ann","amount":"-1","currency":"XXX","direction":"UP",
                         "reason":" ","evidence":"asked by ann@example.com"}
                        """,
                        "Idempotency-Key",
                        UUID.randomUUID().toString());
        assertThat(wrong.code()).isEqualTo("VALIDATION_FAILED");
        assertThat(wrong.json().at("/error/details/fields").propertyNames())
                .containsExactlyInAnyOrder("customer", "amount", "direction", "reason", "evidence");
        assertThat(ada.post(ALL, "{}").code()).isEqualTo("IDEMPOTENCY_KEY_REQUIRED");
        var nobody = body("cus_00000000000000000000000000", "CREDIT", "1.00");
        assertThat(ada.post(ALL, nobody, "Idempotency-Key", UUID.randomUUID().toString()).code())
                .isEqualTo("WALLET_NOT_FOUND");
        for (var id : new String[] {"adj_00000000000000000000000000", "what"}) {
            assertThat(ada.get(ALL + "/" + id).code()).isEqualTo("ADJUSTMENT_NOT_FOUND");
            assertThat(decides(ben, id, "approve").code()).isEqualTo("ADJUSTMENT_NOT_FOUND");
        }
    }

    @Test
    void bans_and_erasures_are_recorded_without_a_word_about_the_person() {
        var victim = buyer();
        assertThat(
                        ada.post(
                                        "/api/v1/admin/users/" + victim.id() + "/ban",
                                        "{\"reason\":\"Ann Example cheated\"}")
                                .status())
                .isEqualTo(200);
        var erased =
                Api.send(
                        ada.request("/api/v1/admin/users/" + victim.id() + "/personal-data")
                                .DELETE());
        assertThat(erased.status()).isEqualTo(204);
        var changes = changes("/api/v1/audit/changes?subject=" + victim.id());
        assertThat(changes.findValuesAsString("what"))
                .containsExactly("user.erased", "user.banned");
        assertThat(changes.findValuesAsString("actor")).containsOnly(ada.id());
        assertThat(changes.toString()).doesNotContain("Ann Example").doesNotContain(victim.email());
    }

    private void isRecorded(String id, Answer approved) {
        var changes = changes("/api/v1/audit/changes?what=adjustment&subject=" + id);
        assertThat(changes.findValuesAsString("what"))
                .containsExactly("adjustment.approved", "adjustment.proposed");
        assertThat(changes.findValuesAsString("actor")).containsExactly(ben.id(), ada.id());
        assertThat(changes.findValuesAsString("address")).containsOnly("127.0.0.1");
        assertThat(changes.at("/0/requestId").asString())
                .isEqualTo(approved.headers().firstValue("X-Request-Id").orElseThrow());
        assertThat(changes.at("/0/before/status").asString()).isEqualTo("PROPOSED");
        assertThat(changes.at("/0/after/status").asString()).isEqualTo("APPROVED");
        assertThat(changes.at("/1/after/amount").asString()).isEqualTo("2.50");
        assertThat(changes("/api/v1/audit/changes?actor=cus_nobody1")).isEmpty();
        assertThat(changes("/api/v1/audit/changes?to=2000-01-01T00:00:00Z")).isEmpty();
        assertThat(ada.get("/api/v1/audit/changes").status()).isEqualTo(200);
        assertThat(auditor().get("/api/v1/audit/changes?from=yesterday").status()).isEqualTo(400);
    }

    private void isSeenByAuditors(String id) {
        var path = "/api/v1/audit/adjustments?status=BOOKED&customer=" + customer.id();
        var seen = auditor().read(path).at("/items");
        assertThat(seen).hasSize(1);
        assertThat(seen.at("/0")).isEqualTo(ben.read(ALL + "/" + id));
        assertThat(customer.get(path).code()).isEqualTo("FORBIDDEN");
    }

    private JsonNode changes(String path) {
        return auditor().read(path).at("/items");
    }

    private JsonNode entry(String id) {
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () ->
                                auditor()
                                        .read("/api/v1/audit/entries?account=adjustments")
                                        .at("/items")
                                        .valueStream()
                                        .filter(each ->
                                                each.at("/operationId")
                                                        .asString()
                                                        .equals("adjustment:" + id))
                                        .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private String listed(String status) {
        return ben.read(ALL + "?limit=100&status=" + status).toString();
    }

    private String proposed(Buyer by, String direction, String amount) {
        return proposes(by, UUID.randomUUID().toString(), direction, amount).text("/id");
    }

    private Answer proposes(Buyer by, String key, String direction, String amount) {
        return by.post(ALL, body(customer.id(), direction, amount), "Idempotency-Key", key);
    }

    private static String body(String customer, String direction, String amount) {
        return """
        {"customer":"%s","amount":"%s","currency":"USD","direction":"%s",
         "reason":"goodwill","evidence":"ticket 4711"}
        """
                .formatted(customer, amount, direction);
    }

    private static Answer decides(Buyer by, String id, String what) {
        return by.post(ALL + "/" + id + "/" + what, "{}");
    }
}
