package com.nexnum.query.ledger;

import static com.nexnum.query.history.Door.ANNA;
import static com.nexnum.query.history.Door.BERT;
import static org.assertj.core.api.Assertions.assertThat;

import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.kernel.money.Money;
import com.nexnum.platform.security.Role;
import com.nexnum.query.history.Door;
import com.nexnum.query.history.Purchase;
import com.nexnum.query.history.ReadModels;
import com.nexnum.query.history.Wallets;
import com.nexnum.query.ledger.asof.AccountBalances;
import com.nexnum.query.ledger.asof.JournalPoints;
import com.nexnum.query.platform.Freshness;
import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

class LedgerEndpointsTest {

    private static final String TRANSACTIONS = "/api/v1/wallet/transactions";

    private final ReadModels models = new ReadModels();

    @BeforeEach
    void a_deposit_and_a_purchase() {
        models.history.add(Wallets.opened(ANNA));
        models.history.add(Wallets.deposited(ANNA, "10"));
        new Purchase(models.history, ANNA, "number1", Money.usd("0.15"), Money.usd("0.10"))
                .requested()
                .placed()
                .asked()
                .assigned("+12025550100");
        models.deliver(new LedgerProjection(models.live, models.changes), models.history.events());
    }

    @Test
    void a_customer_sees_what_moved_newest_first() {
        assertThat(transactions(ANNA).get().uri(TRANSACTIONS))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo(
                        """
                        {"items": [
                          {"type": "PURCHASE", "direction": "DEBIT", "amount": {"amount": "0.15", "currency": "USD"},
                           "balanceAfter": {"amount": "9.85"}, "heldAfter": {"amount": "0.00"}, "reference": "ord_number1"},
                          {"type": "HOLD", "direction": "DEBIT", "balanceAfter": {"amount": "9.85"},
                           "heldAfter": {"amount": "0.15"}, "reference": "ord_number1"},
                          {"type": "DEPOSIT", "direction": "CREDIT", "amount": {"amount": "10.00"},
                           "balanceAfter": {"amount": "10.00"}, "reference": "deposit:1", "createdAt": "2026-03-01T10:00:01Z"}],
                         "nextCursor": null}
                        """);
    }

    @Test
    void a_list_goes_on_where_its_cursor_says() {
        var first = transactions(ANNA).get().uri(TRANSACTIONS + "?limit=2").exchange();
        assertThat(first).bodyJson().extractingPath("items.length()").isEqualTo(2);
        var cursor = Door.nextCursor(first);

        assertThat(transactions(ANNA).get().uri(TRANSACTIONS + "?limit=2&cursor=" + cursor))
                .bodyJson()
                .isLenientlyEqualTo("{\"items\": [{\"type\": \"DEPOSIT\"}], \"nextCursor\": null}");
    }

    @Test
    void nobody_sees_what_moved_for_others() {
        assertThat(transactions(BERT).get().uri(TRANSACTIONS))
                .bodyJson()
                .isStrictlyEqualTo("{\"items\": [], \"nextCursor\": null}");
    }

    @Test
    void an_auditor_sees_every_posting() {
        assertThat(audit(Role.AUDITOR).get().uri("/api/v1/audit/entries?account=revenue"))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo(
                        """
                        {"items": [{"type": "PURCHASE", "walletId": "wallet-cus_annaaa", "sequence": 3, "postings": [
                          {"account": "customer:cus_annaaa:held", "amount": {"amount": "-0.15"}},
                          {"account": "supplier:sandbox:payable", "amount": {"amount": "0.10"}},
                          {"account": "revenue", "amount": {"amount": "0.05"}}]}]}
                        """);
        assertThat(audit(Role.ADMIN).get().uri("/api/v1/audit/trial-balance"))
                .bodyJson()
                .isLenientlyEqualTo("{\"balanced\": true, \"entries\": 3}");
    }

    @Test
    void a_customer_may_not_audit() {
        for (var path : new String[] {"trial-balance", "entries"}) {
            assertThat(audit(Role.USER).get().uri("/api/v1/audit/" + path)).hasStatus(403);
        }
    }

    private MockMvcTester transactions(CustomerId customer) {
        var freshness = new Freshness(models.sql, models.changes);
        return Door.of(
                new TransactionsEndpoint(models.sql, new Transactions(models.sql), freshness),
                customer,
                Role.USER);
    }

    private MockMvcTester audit(Role role) {
        return Door.of(
                new AuditEndpoint(
                        new TrialBalances(
                                models.sql,
                                new JournalPoints(models.sql, Clock.systemUTC()),
                                new AccountBalances(models.sql)),
                        new Entries(models.sql)),
                BERT,
                role);
    }
}
