package com.nexnum.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nexnum.story.Api.Answer;
import com.nexnum.story.Buyer.Wish;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an auditor finds out about a purchase, from the sum of all books down to the request. */
class AuditorStoryIT extends Story {

    private static final String AUDIT = "/api/v1/audit";

    @Test
    void an_auditor_follows_the_money_from_the_trial_balance_to_the_request() {
        price("whatsapp", "US");
        var buyer = buyer().with("20.00");
        var request = "audited-" + UUID.randomUUID();
        var bought =
                buyer.post(
                        "/api/v1/numbers/purchase",
                        Wish.of("whatsapp", "US").json(),
                        "Idempotency-Key",
                        request,
                        "X-Request-Id",
                        request);
        assertThat(bought.status()).as(bought.body()).isEqualTo(201);
        buyer.awaitsStatement("PURCHASE", "HOLD", "DEPOSIT");
        var auditor = auditor();
        var account = "customer:" + buyer.id() + ":available";

        var postings = auditor.read(AUDIT + "/accounts/" + account + "/postings").at("/items");
        assertThat(postings.findValuesAsString("type")).containsExactly("HOLD", "DEPOSIT");
        assertThat(Buyer.decimal(postings.at("/1/balance/amount"))).isEqualByComparingTo("20");
        assertThat(Buyer.decimal(postings.at("/0/balance/amount")))
                .isEqualByComparingTo(buyer.wallet().available());

        atTheTimeOfTheDeposit(auditor, account, postings.at("/1"));
        theHoldCameFromTheRequest(auditor, postings.at("/0/entryId").asString(), request);
        thePurchaseKnowsItsOrderAndItsCost(auditor, buyer);
    }

    private static void atTheTimeOfTheDeposit(Buyer auditor, String account, JsonNode deposit) {
        for (var asOf :
                List.of(deposit.at("/entry").asString(), deposit.at("/occurredAt").asString())) {
            var balance = auditor.read(AUDIT + "/accounts/" + account + "/balance?asOf=" + asOf);
            assertThat(balance.at("/asOf/entry")).isEqualTo(deposit.at("/entry"));
            assertThat(Buyer.decimal(balance.at("/balances/0/amount"))).isEqualByComparingTo("20");
            var trial = auditor.read(AUDIT + "/trial-balance?asOf=" + asOf);
            assertThat(trial.at("/balanced").asBoolean()).isTrue();
            assertThat(trial.at("/sums/0/amount").asString()).isEqualTo("0.00");
        }
        var change =
                auditor.read(
                        AUDIT
                                + "/accounts/"
                                + account
                                + "/compare?from="
                                + deposit.at("/entry").asString());
        assertThat(change.at("/change/postings").asInt()).isEqualTo(1);
        assertThat(Buyer.decimal(change.at("/change/change/0/amount"))).isNegative();
    }

    private void theHoldCameFromTheRequest(Buyer auditor, String entryId, String request) {
        var hold = auditor.read(AUDIT + "/entries/" + entryId);
        assertThat(hold.at("/entry/postings")).hasSize(2);
        assertThat(hold.at("/requestId").asString()).isEqualTo(request);
        assertThat(hold.at("/event/name").asString()).isEqualTo("wallet.funds-held");
        assertThat(hold.at("/event/payload").asString())
                .isEqualTo(
                        sql.sql("select payload from domain_event_entry where event_identifier = ?")
                                .param(entryId)
                                .query(String.class)
                                .single());
        assertThat(hold.at("/order/requestId").asString()).isEqualTo(request);
    }

    private static void thePurchaseKnowsItsOrderAndItsCost(Buyer auditor, Buyer buyer) {
        var held = "customer:" + buyer.id() + ":held";
        var newest = auditor.read(AUDIT + "/accounts/" + held + "/postings?limit=1").at("/items/0");
        assertThat(newest.at("/type").asString()).isEqualTo("PURCHASE");
        assertThat(newest.at("/balance/amount").asString()).isEqualTo("0.00");
        var purchase = auditor.read(AUDIT + "/entries/" + newest.at("/entry").asString());
        assertThat(purchase.at("/order/customerId").asString()).isEqualTo(buyer.id());
        var cost = Buyer.decimal(purchase.at("/purchase/cost/amount"));
        assertThat(cost).isPositive();
        assertThat(StreamSupport.stream(purchase.at("/entry/postings").spliterator(), false))
                .anySatisfy(posting -> {
                    assertThat(posting.at("/account").asString())
                            .isEqualTo(
                                    "supplier:"
                                            + purchase.at("/purchase/provider").asString()
                                            + ":payable");
                    assertThat(Buyer.decimal(posting.at("/amount/amount")))
                            .isEqualByComparingTo(cost);
                });
    }

    @Test
    void the_tree_and_the_export_say_the_same() {
        var buyer = buyer().with("7.00");
        buyer.awaitsStatement("DEPOSIT");
        var auditor = auditor();
        var mine = auditor.read(AUDIT + "/accounts?prefix=customer:" + buyer.id());
        assertThat(mine.at("/items/0/account").asString())
                .isEqualTo("customer:" + buyer.id() + ":available");

        var export = auditor.get(AUDIT + "/exports?account=customer:" + buyer.id());
        assertThat(export.status()).isEqualTo(200);
        var lines = export.body().lines().toList();
        assertThat(lines).hasSize(2);
        assertThat(json(lines.getFirst()).at("/postings/1/amount/amount").asString())
                .isEqualTo("7.00");
        assertThat(json(lines.getLast()).at("/trailer/entries").asInt()).isEqualTo(1);
    }

    @Test
    void every_view_is_taken_down_and_so_is_every_refused_one() {
        var auditor = auditor();
        var buyer = buyer();
        assertThat(auditor.get(AUDIT + "/trial-balance?api_key=hush").status()).isEqualTo(200);
        assertThat(auditor.get(AUDIT + "/entries/nothing").status()).isEqualTo(404);
        assertThat(buyer.get(AUDIT + "/entries").status()).isEqualTo(403);
        assertThat(buyer.get("/api/v1/%61udit/entries").status()).isIn(400, 403);
        assertThat(api().get(AUDIT + "/entries").status()).isEqualTo(401);

        var views =
                await().atMost(Duration.ofSeconds(10))
                        .until(() -> views(auditor, auditor.id()), all -> all.size() > 2);
        assertThat(
                        views.stream()
                                .filter(view -> view.at("/query").asString("").contains("api_key")))
                .singleElement()
                .satisfies(view -> {
                    assertThat(view.at("/query").asString()).isEqualTo("api_key=***");
                    assertThat(view.at("/status").asInt()).isEqualTo(200);
                    assertThat(view.at("/address").asString()).isEqualTo("127.0.0.1");
                    assertThat(view.at("/requestId").asString()).isNotEmpty();
                    assertThat(view.at("/roles").toString()).contains("AUDITOR");
                });
        assertThat(views)
                .anySatisfy(view -> {
                    assertThat(view.at("/path").asString()).isEqualTo(AUDIT + "/entries/nothing");
                    assertThat(view.at("/status").asInt()).isEqualTo(404);
                });
        assertThat(views(auditor, buyer.id()))
                .isNotEmpty()
                .allSatisfy(view -> assertThat(view.at("/status").asInt()).isEqualTo(403));
    }

    @Test
    void asks_for_what_the_ledger_cannot_tell_and_hears_what_it_can() {
        buyer().with("1.00");
        var auditor = auditor();
        refused(
                auditor.get(AUDIT + "/trial-balance?asOf=2999-01-01T00:00:00Z"),
                "AS_OF_OUT_OF_RANGE");
        var early = auditor.get(AUDIT + "/accounts/revenue/balance?asOf=1999-01-01T00:00:00Z");
        refused(early, "AS_OF_OUT_OF_RANGE");
        assertThat(early.text("/error/details/from")).isNotEmpty();
        assertThat(early.text("/error/details/to")).isNotEmpty();
        refused(auditor.get(AUDIT + "/trial-balance?asOf=noon"), "INVALID_PARAMETER");
        refused(auditor.get(AUDIT + "/compare"), "MISSING_PARAMETER");
        assertThat(auditor.get(AUDIT + "/accounts/customer:cus_nobody:held/balance").code())
                .isEqualTo("ACCOUNT_NOT_FOUND");
    }

    private static void refused(Answer answer, String code) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo(code);
    }

    private static List<JsonNode> views(Buyer auditor, String caller) {
        return auditor.read(AUDIT + "/views?limit=50&caller=" + caller)
                .at("/items")
                .valueStream()
                .toList();
    }

    private static JsonNode json(String line) {
        return JsonMapper.shared().readTree(line);
    }
}
