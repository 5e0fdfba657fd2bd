package com.nexnum.query.ledger.accounts;

import static com.nexnum.query.history.Door.ANNA;
import static org.assertj.core.api.Assertions.assertThat;

import com.nexnum.kernel.money.Money;
import com.nexnum.platform.security.Role;
import com.nexnum.query.history.Door;
import com.nexnum.query.ledger.LedgerBooks;
import com.nexnum.query.ledger.LedgerBooks.Sum;
import com.nexnum.query.ledger.asof.AccountBalances;
import com.nexnum.query.ledger.asof.JournalPoints;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AccountsEndpointTest {

    private static final String ACCOUNTS = "/api/v1/audit/accounts";

    private final LedgerBooks books =
            new LedgerBooks(LongStream.rangeClosed(1, 4).toArray()).deliverAll();
    private final MockMvcTester door = door();

    @Test
    void the_tree_begins_with_kinds_whose_balances_sum_to_zero() {
        var kinds = items(ACCOUNTS);
        assertThat(kinds)
                .extracting(kind -> kind.at("/account").asString())
                .containsExactly(
                        "adjustments", "customer", "gateway", "penalties", "revenue", "supplier");
        assertThat(
                        kinds.stream()
                                .map(kind ->
                                        new BigDecimal(kind.at("/balances/0/amount").asString()))
                                .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("0");
    }

    @Test
    void every_leaf_is_reached_page_by_page_and_holds_what_addition_says() {
        for (var number : List.of(books.numbers().get(20), books.numbers().getLast())) {
            var leaves = new ArrayList<String>();
            leavesBelow("", number, leaves);
            assertThat(leaves)
                    .containsExactlyInAnyOrderElementsOf(
                            books.added(number).stream()
                                    .map(sum ->
                                            sum.account()
                                                    + " "
                                                    + decimal(sum)
                                                    + " "
                                                    + sum.postings())
                                    .toList());
        }
    }

    @Test
    void an_account_tells_what_it_held_at_any_entry() {
        var number = books.numbers().get(30);
        var sum =
                books.added(number).stream()
                        .filter(it -> it.account().startsWith("customer:"))
                        .findFirst()
                        .orElseThrow();
        assertThat(door.get().uri(ACCOUNTS + "/" + sum.account() + "/balance?asOf=" + number))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo(
                        """
                        {"asOf": {"entry": %d}, "account": "%s", "leaf": true, "postings": %d,
                         "balances": [{"amount": "%s", "currency": "USD"}]}
                        """
                                .formatted(number, sum.account(), sum.postings(), decimal(sum)));
    }

    @Test
    void two_points_differ_by_what_was_posted_between_them() {
        var from = books.numbers().get(10);
        var to = books.numbers().get(60);
        for (var change :
                items("/api/v1/audit/compare?prefix=supplier&from=" + from + "&to=" + to)) {
            var before = amount(change.at("/before/0/amount"));
            var after = amount(change.at("/after/0/amount"));
            assertThat(amount(change.at("/change/0/amount")))
                    .isEqualByComparingTo(after.subtract(before));
        }
        assertThat(door.get().uri(ACCOUNTS + "/customer/compare?from=" + from + "&to=" + from))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo(
                        "{\"change\": {\"postings\": 0, \"change\": [{\"amount\": \"0.00\"}]}}");
    }

    @Test
    void the_running_balance_of_each_posting_is_that_of_its_entry() {
        var account = "revenue";
        var uri = ACCOUNTS + "/" + account + "/postings?limit=3";
        var seen = 0;
        for (var page = read(uri);
                ;
                page = read(uri + "&cursor=" + page.at("/nextCursor").asString())) {
            for (var posting : page.at("/items")) {
                var added =
                        books.added(posting.at("/entry").asLong()).stream()
                                .filter(sum -> sum.account().equals(account))
                                .findFirst()
                                .orElseThrow();
                assertThat(posting.at("/balance/amount").asString()).isEqualTo(decimal(added));
                seen++;
            }
            if (page.at("/nextCursor").isNull()) {
                break;
            }
        }
        assertThat(seen).isGreaterThan(6);
    }

    @Test
    void refuses_unknown_accounts_and_what_cannot_be_one() {
        for (var unknown : List.of("customer:cus_nobody:held", "revenues", "supplier:nobody")) {
            assertThat(door.get().uri(ACCOUNTS + "/" + unknown + "/balance")).hasStatus(404);
            assertThat(door.get().uri(ACCOUNTS + "/" + unknown + "/postings")).hasStatus(404);
            assertThat(door.get().uri(ACCOUNTS + "?prefix=" + unknown)).hasStatus(404);
        }
        assertThat(door.get().uri(ACCOUNTS + "/customer/postings")).hasStatus(404);
        for (var wrong : List.of("revenue'--", "a b", "a::b", "x".repeat(97), "*")) {
            assertThat(door.get().uri(ACCOUNTS + "?prefix={wrong}", wrong)).hasStatus(400);
        }
        assertThat(door.get().uri(ACCOUNTS + "?asOf=yesterday")).hasStatus(400);
        assertThat(door.get().uri(ACCOUNTS + "/revenue/balance?asOf=2020-01-01T00:00:00Z"))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("AS_OF_OUT_OF_RANGE");
        var last = books.numbers().getLast();
        assertThat(door.get().uri("/api/v1/audit/compare?from=" + last + "&to=" + (last - 9)))
                .hasStatus(400);
    }

    private void leavesBelow(String prefix, long asOf, List<String> leaves) {
        var uri = ACCOUNTS + "?limit=2&asOf=" + asOf + "&prefix=" + prefix;
        for (var page = read(uri);
                ;
                page = read(uri + "&cursor=" + page.at("/nextCursor").asString())) {
            for (var node : page.at("/items")) {
                var account = node.at("/account").asString();
                if (!node.at("/leaf").asBoolean()) {
                    leavesBelow(account, asOf, leaves);
                    continue;
                }
                for (var balance : node.at("/balances")) {
                    leaves.add(
                            account
                                    + " "
                                    + balance.at("/amount").asString()
                                    + " "
                                    + node.at("/postings").asLong());
                }
            }
            if (page.at("/nextCursor").isNull()) {
                return;
            }
        }
    }

    private List<JsonNode> items(String uri) {
        return Door.items(door.get().uri(uri).exchange());
    }

    private JsonNode read(String uri) {
        var answer = door.get().uri(uri).exchange();
        assertThat(answer).hasStatusOk();
        return JsonMapper.shared().readTree(answer.getResponse().getContentAsByteArray());
    }

    private static BigDecimal amount(JsonNode amount) {
        return amount.isMissingNode() ? BigDecimal.ZERO : new BigDecimal(amount.asString());
    }

    private static String decimal(Sum sum) {
        return Money.decimal(sum.micros());
    }

    private MockMvcTester door() {
        var sql = books.models.sql;
        var journal = new JournalPoints(sql, Clock.systemUTC());
        var balances = new AccountBalances(sql);
        var tree = new AccountTree(sql, balances);
        return Door.of(
                new AccountsEndpoint(
                        new AccountHistory(journal, tree),
                        new AccountPostings(sql, journal, balances, tree)),
                ANNA,
                Role.AUDITOR);
    }
}
