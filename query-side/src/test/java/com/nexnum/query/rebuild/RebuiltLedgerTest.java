package com.nexnum.query.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexnum.query.history.RandomHistory;
import com.nexnum.query.ledger.asof.AccountBalances;
import com.nexnum.query.ledger.asof.AccountSum;
import com.nexnum.query.ledger.asof.JournalPoint;
import com.nexnum.query.ledger.asof.JournalPoints;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

class RebuiltLedgerTest {

    private static final int PLENTY = 100_000;

    private final RebuildFixture fixture = new RebuildFixture();
    private final AccountBalances balances = new AccountBalances(fixture.models.sql);

    @Test
    void sums_of_the_old_tables_count_no_more_in_the_new_ones() throws Exception {
        RandomHistory.into(fixture.models.history, 21);
        var ledger = fixture.model("ledger");
        fixture.live(ledger, fixture.models.history.events());
        var right = balances.ofAll(last());
        wrongCheckpoint();
        assertThat(balances.ofAll(last())).isNotEqualTo(right);

        fixture.run(PLENTY, ledger);

        assertThat(balances.ofAll(last())).isEqualTo(right);
    }

    @Test
    void in_rebuilt_tables_a_late_posting_still_takes_a_checkpoint_away() throws Exception {
        RandomHistory.into(fixture.models.history, 22);
        var ledger = fixture.model("ledger");
        fixture.run(PLENTY, ledger);
        wrongCheckpoint();
        assertThat(checkpoints()).isOne();

        fixture.models
                .sql
                .sql(
                        """
                        insert into ledger_posting (wallet_id, sequence, position, line, account, currency, amount) values
                        ('wallet-cus_late00', 1, 0, 1, 'revenue', 'USD', 5),
                        ('wallet-cus_late00', 1, 0, 2, 'penalties', 'USD', -5)
                        """)
                .update();

        assertThat(checkpoints()).isZero();
        assertThat(balances.of(List.of("revenue"), new JournalPoint(0, null)))
                .extracting(AccountSum::micros)
                .containsExactly(5L);
    }

    private JournalPoint last() {
        return new JournalPoints(fixture.models.sql, Clock.systemUTC()).last();
    }

    private long checkpoints() {
        return fixture.models
                .sql
                .sql("select count(*) from ledger_checkpoint")
                .query(Long.class)
                .single();
    }

    private void wrongCheckpoint() {
        fixture.models
                .sql
                .sql(
                        """
                        insert into ledger_checkpoint
                        select pg_relation_filenode('ledger_posting')::bigint, max(position), count(*), now() from ledger_entry
                        """)
                .update();
    }
}
