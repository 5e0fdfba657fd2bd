package com.nexnum.command.wallet;

import static com.nexnum.kernel.money.Money.usd;
import static org.assertj.core.api.Assertions.assertThat;

import com.nexnum.command.wallet.WalletRejection.HoldNotHeld;
import com.nexnum.command.wallet.WalletRejection.InsufficientFunds;
import com.nexnum.kernel.wallet.HoldId;
import com.nexnum.platform.web.Amount;
import org.junit.jupiter.api.Test;

class WalletProblemsTest {

    private final WalletProblems problems = new WalletProblems();

    @Test
    void insufficient_funds_say_what_there_is_and_what_is_needed() {
        var problem = problems.problem(new InsufficientFunds(usd("1"), usd("2.5")));
        assertThat(problem.status()).isEqualTo(402);
        assertThat(problem.code()).isEqualTo("INSUFFICIENT_FUNDS");
        assertThat(problem.details())
                .containsEntry("available", new Amount("1.00", "USD"))
                .containsEntry("needed", new Amount("2.50", "USD"));
    }

    @Test
    void a_settled_hold_says_what_became_of_it() {
        var problem = problems.problem(new HoldNotHeld(new HoldId("hold_1"), HoldFate.RELEASED));
        assertThat(problem.status()).isEqualTo(409);
        assertThat(problem.details()).containsEntry("fate", "RELEASED");
    }
}
