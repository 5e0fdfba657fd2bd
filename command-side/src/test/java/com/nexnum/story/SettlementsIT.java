package com.nexnum.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nexnum.command.identity.FirstAccounts;
import com.nexnum.story.Api.Answer;
import com.nexnum.story.Buyer.Wish;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Finance compares deposits, charges and margins with what others say. */
class SettlementsIT extends Story {

    private static final String DEPOSITS = "/api/v1/audit/reconciliation/deposits";
    private static final Duration LONG = Duration.ofSeconds(30);

    private final String name = "t" + UUID.randomUUID();
    private Buyer admin;
    private Buyer auditor;

    @BeforeEach
    void finance() {
        admin = Buyer.signedIn(api(), FirstAccounts.DEMO_ADMIN, FirstAccounts.DEMO_PASSWORD);
        auditor = auditor();
    }

    @Test
    void each_deposit_is_matched_with_what_its_gateway_settled() {
        var settled = reference(buyer().with("10.00"));
        var short5 = reference(buyer().with("15.00"));
        var late = reference(buyer().with("20.00"));
        var unknown = "sbx_" + name;
        var csv =
                "\uFEFFDate,Amount,Currency,Reference,Id,Comment\r\n"
                        + row(settled, "10.00", "1", "\"paid, as agreed\"")
                        + row(short5, "14.5", "2", "")
                        + row(unknown, "3.00", "3", "\"said \"\"thanks\"\"\"");

        var first = imports(csv);
        assertThat(first.status()).as(first.body()).isEqualTo(201);
        assertThat(first.json().at("/lines").asInt()).isEqualTo(3);
        var again = imports(csv);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text("/importedAt")).isEqualTo(first.text("/importedAt"));

        awaits(late, "NOT_SETTLED");
        var differs = awaits(short5, "AMOUNT_DIFFERS");
        assertThat(differs.at("/ours/amount").asString()).isEqualTo("15.00");
        assertThat(differs.at("/theirs/amount").asString()).isEqualTo("14.50");
        assertThat(differs.at("/subject").asString()).startsWith("dep_");
        var nobodys = awaits(unknown, "NOT_CREDITED");
        assertThat(nobodys.at("/ours").isNull() || nobodys.at("/ours").isMissingNode()).isTrue();
        awaits(settled, "MATCHED");
        assertThat(found(settled, "NOT_SETTLED")).isEmpty();
        assertThat(
                        auditor.read(DEPOSITS + "/summary")
                                .at("/items")
                                .valueStream()
                                .map(each -> each.at("/kind").asString()))
                .contains("MATCHED", "NOT_SETTLED", "NOT_CREDITED", "AMOUNT_DIFFERS");
        isRecorded();
    }

    @Test
    void a_statement_that_is_wrong_anywhere_is_not_imported_at_all() {
        var csv =
                "id,reference,amount,currency,date\n"
                        + line("1", "a" + name, "1.00", "USD", "2026-01-01")
                        + line("1", "b" + name, "1.00", "USD", "2026-01-01")
                        + line("2", "c" + name, "-1.00", "USD", "2026-01-01")
                        + line("3", "a" + name, "1,00", "USD", "2026-01-01")
                        + line("4", "", "1.00", "XXX", "01.01.2026");
        var refused = imports(csv);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("STATEMENT_INVALID");
        assertThat(
                        refused.json()
                                .at("/error/details/faults")
                                .valueStream()
                                .map(each ->
                                        each.at("/line").asInt()
                                                + " "
                                                + each.at("/field").asString()
                                                + " "
                                                + each.at("/code").asString()))
                .containsExactly(
                        "3 id DUPLICATE",
                        "4 amount NEGATIVE",
                        "5 line COLUMNS",
                        "6 reference MISSING",
                        "6 currency UNKNOWN",
                        "6 date MALFORMED");
        assertThat(count("settlement_line where statement = '" + name + "'")).isZero();
        assertThat(count("settlement_statement where statement = '" + name + "'")).isZero();
        assertThat(count("audit_change where subject = 'sandbox/" + name + "'")).isZero();
    }

    @Test
    void a_statement_comes_as_json_too_and_no_line_a_second_time() {
        var json =
                """
                {"lines":[{"id":"%1$s","reference":"r%1$s","amount":"1.00","currency":"USD","date":"2026-01-01"}]}
                """
                        .formatted(name);
        assertThat(imports(name, "application/json", json).status()).isEqualTo(201);
        var csv =
                "id,reference,amount,currency,date\n" + name + ",r" + name + ",1,USD,2026-01-01\n";
        assertThat(imports(name, "text/csv", csv).status()).isEqualTo(200);
        var changed = csv.replace(",1,", ",2,");
        assertThat(imports(name, "text/csv", changed).code()).isEqualTo("STATEMENT_DIFFERS");
        var elsewhere = imports(name + "b", "text/csv", csv);
        assertThat(elsewhere.code()).isEqualTo("STATEMENT_INVALID");
        assertThat(elsewhere.json().at("/error/details/faults").findValuesAsString("code"))
                .containsExactly("IMPORTED_BEFORE", "IMPORTED_BEFORE");
        assertThat(imports(name + "c", "application/json", json.replace("\"1.00\"", "1.00")).body())
                .contains("NOT_A_STRING");
        assertThat(imports(name + "d", "application/json", "{").body()).contains("NOT_JSON");
        assertThat(imports(name + "e", "text/csv", "what\n1\n").body()).contains("HEADER");
        assertThat(imports(name + "f", "text/csv", csv.replace(",1,", ",\"1,")).body())
                .contains("QUOTING");
    }

    @Test
    void nobody_but_administrators_imports() {
        for (var nobody : List.of(auditor, buyer())) {
            var answer =
                    Api.send(
                            nobody.request(path(name))
                                    .header("Content-Type", "text/csv")
                                    .POST(BodyPublishers.ofString("id\n1\n")));
            assertThat(answer.code()).isEqualTo("FORBIDDEN");
            assertThat(nobody.post(path(name), "{}").code()).isEqualTo("FORBIDDEN");
        }
        var customer = buyer();
        for (var path : List.of("reconciliation/deposits", "reconciliation/charges", "margins")) {
            assertThat(customer.get("/api/v1/audit/" + path).code()).isEqualTo("FORBIDDEN");
            assertThat(auditor.get("/api/v1/audit/" + path).status()).isEqualTo(200);
        }
        assertThat(imports(name, "text/csv", "").body()).contains("STATEMENT_INVALID", "EMPTY");
        assertThat(imports(name, "text/plain", "id\n1\n").status()).isEqualTo(415);
        assertThat(imports("no name", "text/csv", "").code()).isEqualTo("VALIDATION_FAILED");
    }

    @Test
    void margins_add_up_to_the_ledgers_revenue() {
        price("whatsapp", "US");
        var buyer = buyer().with("10.00");
        var number = buyer.bought(Wish.ofSandbox("whatsapp", "US"));
        buyer.awaits(number, "RECEIVED");
        for (var by : List.of("service", "country", "provider")) {
            var key =
                    switch (by) {
                        case "service" -> "whatsapp";
                        case "country" -> "US";
                        default -> "sandbox";
                    };
            await().atMost(LONG)
                    .untilAsserted(() -> {
                        var report = auditor.read("/api/v1/audit/margins?by=" + by);
                        assertThat(report.at("/agrees").asBoolean()).isTrue();
                        assertThat(report.at("/items").findValuesAsString("key")).contains(key);
                        assertThat(report.at("/totals")).isEqualTo(report.at("/revenue"));
                    });
        }
        assertThat(auditor.get("/api/v1/audit/margins?by=customer").code())
                .isEqualTo("INVALID_PARAMETER");
        assertThat(
                        auditor.get(
                                        "/api/v1/audit/margins?from=2026-02-01T00:00:00Z&to=2026-01-01T00:00:00Z")
                                .code())
                .isEqualTo("INVALID_PARAMETER");
        assertThat(auditor.read("/api/v1/audit/reconciliation/charges/summary").at("/items"))
                .isNotEmpty();
    }

    private void isRecorded() {
        var changes = auditor.read("/api/v1/audit/changes?subject=sandbox/" + name).at("/items");
        assertThat(changes.findValuesAsString("what")).containsExactly("settlement.imported");
        assertThat(changes.at("/0/after/lines").asInt()).isEqualTo(3);
        assertThat(changes.at("/0/after/totals/USD").asString()).isEqualTo("27.50");
        assertThat(changes.at("/0/actor").asString()).isEqualTo(admin.id());
    }

    /** How the gateway calls the one payment of this customer. */
    private String reference(Buyer buyer) {
        return await().atMost(LONG)
                .until(
                        () ->
                                sql.sql(
                                                "select payment_reference from deposit where customer_id = ? and status = 'CONFIRMED'")
                                        .param(buyer.id())
                                        .query(String.class)
                                        .optional(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private JsonNode awaits(String reference, String kind) {
        return await().atMost(LONG)
                .until(() -> found(reference, kind), Optional::isPresent)
                .orElseThrow();
    }

    private Optional<JsonNode> found(String reference, String kind) {
        var path = DEPOSITS + "?limit=100&kind=" + kind;
        for (var page = auditor.read(path); ; ) {
            for (var item : page.at("/items")) {
                if (item.at("/reference").asString().equals(reference)) {
                    return Optional.of(item);
                }
            }
            var next = page.at("/nextCursor").asString("");
            if (next.isEmpty()) {
                return Optional.empty();
            }
            page = auditor.read(path + "&cursor=" + next);
        }
    }

    private String row(String reference, String amount, String id, String comment) {
        return "2026-01-01,%s,USD,%s,%s-%s,%s\r\n".formatted(amount, reference, name, id, comment);
    }

    private static String line(
            String id, String reference, String amount, String currency, String date) {
        return String.join(",", id, reference, amount, currency, date) + "\n";
    }

    private Answer imports(String csv) {
        return imports(name, "text/csv", csv);
    }

    private Answer imports(String statement, String type, String body) {
        return Api.send(
                admin.request(path(statement))
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofString(body)));
    }

    private static String path(String statement) {
        return "/api/v1/admin/settlements?gateway=sandbox&statement="
                + statement.replace(" ", "%20");
    }
}
