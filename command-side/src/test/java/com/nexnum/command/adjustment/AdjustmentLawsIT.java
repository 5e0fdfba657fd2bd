package com.nexnum.command.adjustment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.nexnum.command.adjustment.AdjustmentCommand.Approve;
import com.nexnum.command.adjustment.AdjustmentCommand.Propose;
import com.nexnum.command.adjustment.AdjustmentCommand.RecordRefusal;
import com.nexnum.command.adjustment.AdjustmentCommand.Reject;
import com.nexnum.command.adjustment.AdjustmentCommand.Withdraw;
import com.nexnum.command.decision.CommandRejected;
import com.nexnum.command.wallet.WalletCommand.AdjustBalance;
import com.nexnum.command.wallet.WalletCommand.DepositFunds;
import com.nexnum.command.wallet.WalletCommand.OpenWallet;
import com.nexnum.kernel.adjustment.AdjustmentId;
import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.kernel.money.Currency;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.wallet.OperationId;
import com.nexnum.kernel.wallet.WalletEvent.Direction;
import com.nexnum.kernel.wallet.WalletId;
import com.nexnum.platform.database.TestDatabase;
import com.nexnum.trial.command.CommandProcess;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whatever administrators do at once, and whoever dies between an approval and the wallet's entry:
 * what two approved is in the wallet exactly once or refused for ever, and nothing else is.
 */
class AdjustmentLawsIT {

    private static final List<CustomerId> STAFF =
            List.of(
                    new CustomerId("cus_ada001"),
                    new CustomerId("cus_ben001"),
                    new CustomerId("cus_cyd001"));
    private static final Instant LATER = Instant.parse("2100-01-01T00:00:00Z");
    private static final TestDatabase DATABASE = TestDatabase.empty();

    private static CommandProcess process = start();

    private static CommandProcess start() {
        return CommandProcess.on(DATABASE, "nexnum.roles=command");
    }

    @AfterAll
    static void stop() {
        process.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void what_two_approved_is_in_the_wallet_once(long seed) {
        var random = new SplittableRandom(seed);
        var customer = new CustomerId("cus_seed%02d".formatted(seed));
        open(customer, "5.00");
        var asked = new ArrayList<CompletableFuture<?>>();
        for (int number = 0; number < 12; number++) {
            var id = new AdjustmentId("adj_seed%02dn%02d".formatted(seed, number));
            var proposer = STAFF.get(random.nextInt(3));
            process.send(new Propose(id, proposal(customer, proposer, random), LATER));
            for (int step = 0; step < 4; step++) {
                asked.add(anything(id, random));
            }
        }
        if (random.nextBoolean()) {
            // Dies with approvals that nobody brought into the wallet.
            settled(asked);
            process.close();
            process = start();
        }
        settled(asked);
        await().atMost(Duration.ofSeconds(60)).until(() -> count("status = 'APPROVED'") == 0);
        holds(customer);
    }

    /** Somebody decides, or somebody carries it out, perhaps before it was decided. */
    private static CompletableFuture<?> anything(AdjustmentId id, SplittableRandom random) {
        var by = STAFF.get(random.nextInt(3));
        var now = Instant.parse("2026-01-01T00:00:00Z");
        return switch (random.nextInt(8)) {
            case 0 -> process.start(new Reject(id, by, "no", now));
            case 1 -> process.start(new Withdraw(id, by, now));
            case 2, 3 -> CompletableFuture.runAsync(() -> process.bean(Booking.class).book(id));
            default -> process.start(new Approve(id, by, now));
        };
    }

    private static void settled(List<CompletableFuture<?>> asked) {
        asked.forEach(each -> each.handle((_, _) -> "refused or not").join());
        asked.clear();
    }

    private static void holds(CustomerId customer) {
        assertThat(
                        sql().sql(
                                        """
                                        select a.id || ' ' || a.status || ' ' || count(e.*) from adjustment a
                                          left join event e on e.name = 'wallet.balance-adjusted'
                                               and e.payload ->> 'operationId' = 'adjustment:' || a.id
                                         where a.customer_id = :customer group by a.id, a.status
                                        having count(e.*) <> case when a.status = 'BOOKED' then 1 else 0 end
                                        """)
                                .param("customer", customer.value())
                                .query(String.class)
                                .list())
                .as("booked, and not there exactly once; or there, and not booked")
                .isEmpty();
        assertThat(
                        sql().sql(
                                        """
                                        select payload::text from event where name = 'wallet.balance-adjusted'
                                           and payload ->> 'proposedBy' = payload ->> 'approvedBy'
                                        """)
                                .query(String.class)
                                .list())
                .as("by one person")
                .isEmpty();
        assertThat(balance(customer)).isNotNegative().isEqualTo(5_000_000 + booked(customer));
        assertThat(
                        sql().sql(
                                        """
                                        select (select count(*) from audit_change where what like 'adjustment.%')
                                             - (select count(*) from event where name like 'adjustment.%')
                                        """)
                                .query(Long.class)
                                .single())
                .as("events that were not recorded, or records without an event")
                .isZero();
    }

    @Test
    void what_one_approved_dies_with_nobody() {
        var customer = new CustomerId("cus_orphan1");
        open(customer, "1.00");
        var id = new AdjustmentId("adj_orphan1");
        propose(id, customer, Direction.CREDIT, "2.00");
        process.send(new Approve(id, STAFF.get(1), Instant.parse("2026-01-01T00:00:00Z")));
        process.close();
        process = start();
        await().atMost(Duration.ofSeconds(30)).until(() -> status(id).equals("BOOKED"));
        assertThat(balance(customer)).isEqualTo(3_000_000);
        assertThat(count("status = 'BOOKED' and id = 'adj_orphan1'")).isEqualTo(1);
        assertThat(agenda(id)).isZero();
    }

    @Test
    void what_the_wallet_cannot_take_is_refused_and_leaves_nothing() {
        var customer = new CustomerId("cus_poor001");
        open(customer, "1.00");
        var id = new AdjustmentId("adj_poor001");
        propose(id, customer, Direction.DEBIT, "1.01");
        var adjustments = process.bean(Adjustments.class);
        assertThatThrownBy(() -> adjustments.approve(id, STAFF.get(1)))
                .isInstanceOf(CommandRejected.class);
        assertThat(status(id)).isEqualTo("PROPOSED");
        assertThat(balance(customer)).isEqualTo(1_000_000);

        process.send(new Approve(id, STAFF.get(1), Instant.parse("2026-01-01T00:00:00Z")));
        await().atMost(Duration.ofSeconds(30)).until(() -> status(id).equals("REFUSED"));
        assertThat(balance(customer)).isEqualTo(1_000_000);
        assertThat(agenda(id)).isZero();
    }

    @Test
    void a_refusal_and_the_wallets_entry_exclude_each_other() {
        var customer = new CustomerId("cus_late001");
        open(customer, "1.00");
        var refused = new AdjustmentId("adj_late001");
        propose(refused, customer, Direction.CREDIT, "1.00");
        process.bean(JdbcClient.class)
                .sql("delete from agenda where kind = 'book-adjustment'")
                .update();
        var now = Instant.parse("2026-01-01T00:00:00Z");
        process.send(new Approve(refused, STAFF.get(1), now));
        process.send(new RecordRefusal(refused, "INSUFFICIENT_FUNDS"));
        assertThatThrownBy(() -> process.send(adjust(refused, customer, "1.00")))
                .hasStackTraceContaining("does not stand where it should");
        assertThat(balance(customer)).isEqualTo(1_000_000);

        var booked = new AdjustmentId("adj_late002");
        propose(booked, customer, Direction.CREDIT, "1.00");
        process.send(new Approve(booked, STAFF.get(1), now));
        process.send(adjust(booked, customer, "1.00"));
        assertThatThrownBy(() -> process.send(new RecordRefusal(booked, "INSUFFICIENT_FUNDS")))
                .hasStackTraceContaining("does not stand where it should");
        assertThat(status(booked)).isEqualTo("BOOKED");
        assertThat(balance(customer)).isEqualTo(2_000_000);
        process.send(deposit(customer, "after", "1.00"));
        assertThat(balance(customer)).isEqualTo(3_000_000);
    }

    @Test
    void no_wallet_is_adjusted_by_what_nobody_or_one_approved() {
        var customer = new CustomerId("cus_thief01");
        open(customer, "1.00");
        var id = new AdjustmentId("adj_thief01");
        assertThatThrownBy(() -> process.send(adjust(id, customer, "1.00")))
                .hasStackTraceContaining("does not stand where it should");
        propose(id, customer, Direction.CREDIT, "1.00");
        assertThatThrownBy(() -> process.send(adjust(id, customer, "1.00")))
                .hasStackTraceContaining("does not stand where it should");
        process.send(new Approve(id, STAFF.get(1), Instant.parse("2026-01-01T00:00:00Z")));
        assertThatThrownBy(() -> process.send(adjust(id, customer, "9.00")))
                .hasStackTraceContaining("does not stand where it should");
        assertThatThrownBy(() ->
                        process.send(
                                new AdjustBalance(
                                        WalletId.of(customer),
                                        new OperationId("by-hand:1"),
                                        Direction.CREDIT,
                                        Money.usd("1"),
                                        "goodwill",
                                        "ticket 1",
                                        "one",
                                        "two")))
                .hasStackTraceContaining("No wallet is adjusted but by two");
        await().atMost(Duration.ofSeconds(30)).until(() -> status(id).equals("BOOKED"));
        assertThat(balance(customer)).isEqualTo(2_000_000);
    }

    @Test
    void a_proposal_that_nobody_decides_expires_by_itself() {
        var customer = new CustomerId("cus_slow001");
        open(customer, "1.00");
        var id = new AdjustmentId("adj_slow001");
        var wanted =
                new Proposal(customer, Direction.CREDIT, Money.usd("1"), "r", "e", STAFF.get(0));
        process.send(new Propose(id, wanted, Instant.now().plusMillis(500)));
        await().atMost(Duration.ofSeconds(30)).until(() -> status(id).equals("EXPIRED"));
        assertThatThrownBy(() -> process.bean(Adjustments.class).approve(id, STAFF.get(1)))
                .isInstanceOf(CommandRejected.class);
        assertThat(balance(customer)).isEqualTo(1_000_000);
    }

    private static Proposal proposal(CustomerId customer, CustomerId by, SplittableRandom random) {
        var direction = random.nextBoolean() ? Direction.CREDIT : Direction.DEBIT;
        var amount = new Money(Currency.USD, 1 + random.nextLong(4_000_000));
        return new Proposal(customer, direction, amount, "goodwill", "ticket 1", by);
    }

    private static void propose(
            AdjustmentId id, CustomerId customer, Direction direction, String amount) {
        var wanted =
                new Proposal(
                        customer,
                        direction,
                        Money.usd(amount),
                        "goodwill",
                        "ticket 1",
                        STAFF.get(0));
        process.send(new Propose(id, wanted, LATER));
    }

    private static AdjustBalance adjust(AdjustmentId id, CustomerId customer, String amount) {
        return new AdjustBalance(
                WalletId.of(customer),
                id.operation(),
                Direction.CREDIT,
                Money.usd(amount),
                "goodwill",
                "ticket 1",
                STAFF.get(0).value(),
                STAFF.get(1).value());
    }

    private static void open(CustomerId customer, String amount) {
        process.send(new OpenWallet(WalletId.of(customer), Currency.USD));
        process.send(deposit(customer, "first", amount));
    }

    private static DepositFunds deposit(CustomerId customer, String name, String amount) {
        return new DepositFunds(
                WalletId.of(customer), new OperationId(name), Money.usd(amount), "sandbox");
    }

    /** What the wallet has, by its events alone. */
    private static long balance(CustomerId customer) {
        return sql().sql(
                        """
                        select sum(case when name = 'wallet.funds-deposited' or payload ->> 'direction' = 'CREDIT'
                                        then (payload #>> '{amount,micros}')::bigint
                                        else -(payload #>> '{amount,micros}')::bigint end)
                          from event where stream = :wallet
                           and name in ('wallet.funds-deposited', 'wallet.balance-adjusted')
                        """)
                .param("wallet", WalletId.of(customer).value())
                .query(Long.class)
                .single();
    }

    private static long booked(CustomerId customer) {
        return sql().sql(
                        """
                        select coalesce(sum(case direction when 'CREDIT' then amount else -amount end), 0)
                          from adjustment where customer_id = :customer and status = 'BOOKED'
                        """)
                .param("customer", customer.value())
                .query(Long.class)
                .single();
    }

    private static String status(AdjustmentId id) {
        return sql().sql("select status from adjustment where id = :id")
                .param("id", id.value())
                .query(String.class)
                .single();
    }

    private static long agenda(AdjustmentId id) {
        return sql().sql("select count(*) from agenda where subject = :id")
                .param("id", id.value())
                .query(Long.class)
                .single();
    }

    private static long count(String where) {
        return sql().sql("select count(*) from adjustment where " + where)
                .query(Long.class)
                .single();
    }

    private static JdbcClient sql() {
        return process.sql();
    }
}
