package com.nexnum.kernel.language;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexnum.kernel.wallet.WalletEvent.BalanceAdjusted;
import org.junit.jupiter.api.Test;

/** What was stored when one administrator was enough. */
class BalanceAdjustedHistoryTest {

    private static final String NAME = "wallet.balance-adjusted";

    private final StoredEvents store = new StoredEvents(History.chain());

    @Test
    void an_adjustment_of_one_person_tells_that_it_had_one() {
        var old =
                """
                {"amount":{"currency":"USD","micros":1000000},"approvedBy":"adm_7","direction":"CREDIT",\
                "operationId":"adjust:1","reason":"goodwill","walletId":"wallet-cus_000001"}\
                """;
        assertThat(store.read(NAME, "1", old))
                .isInstanceOfSatisfying(
                        BalanceAdjusted.class,
                        event -> {
                            assertThat(event.proposedBy()).isEqualTo("adm_7");
                            assertThat(event.approvedBy()).isEqualTo("adm_7");
                            assertThat(event.evidence()).isEqualTo("not recorded");
                            assertThat(event.reason()).isEqualTo("goodwill");
                        });
    }

    @Test
    void an_adjustment_of_two_stays_as_it_was_stored() {
        var today = Contract.of(BalanceAdjusted.class);
        assertThat(today).hasToString("wallet/BalanceAdjusted.r2");
        assertThat(((BalanceAdjusted) store.read(today)).proposedBy())
                .isNotEqualTo(((BalanceAdjusted) store.read(today)).approvedBy());
    }
}
