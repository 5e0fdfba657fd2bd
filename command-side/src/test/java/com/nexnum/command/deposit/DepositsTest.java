package com.nexnum.command.deposit;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexnum.command.deposit.Deposit.Status;
import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.kernel.money.Money;
import com.nexnum.platform.database.TestDatabase;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class DepositsTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final JdbcClient JDBC = JdbcClient.create(TestDatabase.migrated().dataSource());

    private final Deposits deposits = new Deposits(JDBC);

    @Test
    void keeps_what_was_asked() {
        var deposit = deposit("dep_kept01");
        assertThat(deposits.add(deposit)).isTrue();
        assertThat(deposits.find(deposit.id())).contains(deposit);
    }

    @Test
    void adds_a_deposit_once_and_keeps_the_first() {
        var deposit = deposit("dep_once01");
        deposits.add(deposit);
        var other =
                new Deposit(
                        deposit.id(),
                        deposit.customerId(),
                        Money.usd("99"),
                        "sandbox",
                        Status.PENDING,
                        NOON);
        assertThat(deposits.add(other)).isFalse();
        assertThat(deposits.find(deposit.id())).contains(deposit);
        assertThat(deposit.asks(other)).isFalse();
    }

    @Test
    void money_that_came_is_confirmed_even_when_it_was_given_up() {
        var deposit = deposit("dep_late01");
        deposits.add(deposit);
        deposits.fail(deposit.id(), NOON);
        deposits.confirm(deposit.id(), NOON);
        assertThat(status(deposit)).isEqualTo(Status.CONFIRMED);
    }

    @Test
    void money_that_came_is_never_given_up() {
        var deposit = deposit("dep_came01");
        deposits.add(deposit);
        deposits.confirm(deposit.id(), NOON);
        deposits.fail(deposit.id(), NOON);
        assertThat(status(deposit)).isEqualTo(Status.CONFIRMED);
    }

    @Test
    void finds_what_is_pending_at_one_gateway() {
        var pending = deposit("dep_pend01");
        var settled = deposit("dep_done01");
        deposits.add(pending);
        deposits.add(settled);
        deposits.confirm(settled.id(), NOON);
        assertThat(deposits.pending("sandbox")).contains(pending).doesNotContain(settled);
        assertThat(deposits.pending("other")).isEmpty();
        assertThat(deposits.find(new DepositId("dep_nobody"))).isEmpty();
    }

    private Status status(Deposit deposit) {
        return deposits.find(deposit.id()).orElseThrow().status();
    }

    private static Deposit deposit(String id) {
        return new Deposit(
                new DepositId(id),
                new CustomerId("cus_000001"),
                Money.usd("10.00"),
                "sandbox",
                Status.PENDING,
                NOON);
    }
}
