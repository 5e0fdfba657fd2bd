package com.nexnum.query.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nexnum.kernel.wallet.WalletEvent;
import com.nexnum.kernel.wallet.WalletEvent.WalletOpened;
import com.nexnum.query.history.RandomHistory;
import com.nexnum.query.history.ReadModels;
import com.nexnum.query.ledger.asof.AccountBalances;
import com.nexnum.query.ledger.asof.JournalPoints;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;

class LedgerProjectionTest {

    private final ReadModels models = new ReadModels();
    private final LedgerProjection projection = new LedgerProjection(models.live, models.changes);
    private final TrialBalances trialBalances =
            new TrialBalances(
                    models.sql,
                    new JournalPoints(models.sql, Clock.systemUTC()),
                    new AccountBalances(models.sql));

    @Test
    void every_entry_balances_and_so_does_the_whole_ledger() {
        for (var seed = 100L; seed < 110; seed++) {
            RandomHistory.into(models.history, seed);
        }
        models.deliver(projection, models.history.events());

        var trial = trialBalances.now();
        assertThat(trial.balanced()).isTrue();
        assertThat(trial.lopsidedEntries()).isZero();
        assertThat(trial.differingWallets()).isZero();
        assertThat(trial.sums()).singleElement().hasFieldOrPropertyWithValue("amount", "0.00");
        assertThat(trial.entries())
                .isEqualTo(
                        models.history.events().stream()
                                .filter(event -> event.getPayload() instanceof WalletEvent)
                                .filter(event -> !(event.getPayload() instanceof WalletOpened))
                                .count());
        assertThat(trial.accounts())
                .extracting(TrialBalance.AccountTotal::account)
                .contains("customers:available", "customers:held", "revenue", "gateway:sandbox");
    }

    @Test
    void a_forged_posting_shows_in_the_trial_balance() {
        RandomHistory.into(models.history, 5);
        models.deliver(projection, models.history.events());
        models.sql
                .sql(
                        """
                        update ledger_posting set amount = amount + 1
                         where account like 'customer:%:available' and sequence = 1
                        """)
                .update();

        var trial = trialBalances.now();
        assertThat(trial.balanced()).isFalse();
        assertThat(trial.lopsidedEntries()).isEqualTo(3);
        assertThat(trial.differingWallets()).isEqualTo(3);
    }

    @Test
    void the_database_refuses_an_entry_that_does_not_balance() {
        assertThatThrownBy(() ->
                        models.sql
                                .sql(
                                        """
                                        insert into ledger_posting (wallet_id, sequence, position, line, account, currency, amount) values
                                        ('wallet-cus_annaaa', 1, 1, 1, 'revenue', 'USD', 5),
                                        ('wallet-cus_annaaa', 1, 1, 2, 'penalties', 'USD', -4)
                                        """)
                                .update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("does not balance");
    }
}
