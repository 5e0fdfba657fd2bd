package com.nexnum.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nexnum.command.supply.sandbox.SandboxServer;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What must be true of the whole system whatever was done to it. */
record Books(JdbcClient sql, SandboxServer sandbox) {

    /** Read models and providers may be a moment behind; then everything agrees. */
    void agree() {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> {
                    everyCurrencySumsToZero();
                    everyWalletHoldsWhatItsEventsSay();
                    everyNumberSoldIsOursOrGivenBack();
                    nobodyHoldsMoneyForNothing();
                });
    }

    private void everyCurrencySumsToZero() {
        assertThat(
                        sql.sql(
                                        """
                                        select currency from ledger_posting
                                         group by currency having sum(amount) <> 0
                                        """)
                                .query(String.class)
                                .list())
                .isEmpty();
        assertThat(sql.sql("select count(*) from ledger_posting").query(Long.class).single())
                .isPositive();
    }

    /** The fold, written once more and in another language. */
    private void everyWalletHoldsWhatItsEventsSay() {
        assertThat(
                        sql.sql(
                                        """
                                        with moved as (
                                          select stream, name,
                                                 coalesce((payload #>> '{amount,micros}')::bigint, 0) as micros,
                                                 payload ->> 'direction' as direction
                                            from event where name like 'wallet.%'),
                                        folded as (
                                          select stream,
                                                 sum(case name
                                                       when 'wallet.funds-deposited' then micros
                                                       when 'wallet.hold-released' then micros
                                                       when 'wallet.charge-refunded' then micros
                                                       when 'wallet.funds-held' then -micros
                                                       when 'wallet.penalty-charged' then -micros
                                                       when 'wallet.balance-adjusted'
                                                         then case direction when 'CREDIT' then micros else -micros end
                                                       else 0 end) as available,
                                                 sum(case name
                                                       when 'wallet.funds-held' then micros
                                                       when 'wallet.hold-released' then -micros
                                                       when 'wallet.hold-captured' then -micros
                                                       else 0 end) as held
                                            from moved group by stream)
                                        select coalesce(stream, wallet_id)
                                          from folded full join balance on stream = wallet_id
                                         where folded.available is distinct from balance.available
                                            or folded.held is distinct from balance.held
                                        """)
                                .query(String.class)
                                .list())
                .isEmpty();
    }

    private void everyNumberSoldIsOursOrGivenBack() {
        var counts = sandbox.market().counts();
        long ours =
                sql.sql(
                                """
                                select count(*) from activations
                                 where phone_number is not null and status <> 'CANCELLED'
                                """)
                        .query(Long.class)
                        .single();
        assertThat(counts.sold() - counts.cancelled()).as("numbers that we hold").isEqualTo(ours);
    }

    private void nobodyHoldsMoneyForNothing() {
        assertThat(
                        sql.sql(
                                        """
                                        select customer_id from balance where held <> 0 and customer_id not in
                                         (select customer_id from activations where status = 'REQUESTED')
                                        """)
                                .query(String.class)
                                .list())
                .isEmpty();
    }
}
