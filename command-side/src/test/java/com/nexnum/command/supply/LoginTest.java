package com.nexnum.command.supply;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexnum.command.supply.BuyAnswer.Reason;
import com.nexnum.command.supply.BuyAnswer.Refused;
import com.nexnum.command.supply.CannedProvider.Answer;
import com.nexnum.command.supply.Supply.BalanceAnswer;
import com.nexnum.command.supply.http.Tariff;
import java.time.Duration;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** A provider that wants a login first, and takes no token for ever. */
class LoginTest extends HostileAnswers {

    private static final String LOGIN = "POST /api/pub/v2/auth";
    private static final String PURCHASE = "POST /api/pub/v2/verifications";
    private static final String ACCOUNT = "GET /api/pub/v2/account/me";
    private static final Answer TOKEN = new Answer(200, "{\"token\":\"t\"}");
    private static final Answer TURNED_AWAY = new Answer(401, "");

    LoginTest() {
        super(new Protocol("textverified"));
    }

    @Test
    void asks_once_more_with_a_new_token_where_that_does_no_harm() {
        var provider =
                new CannedProvider(
                        TOKEN, TURNED_AWAY, TOKEN, new Answer(200, "{\"currentBalance\":7.5}"));
        var answer = told(provider, Supply::balance);
        assertThat(answer).isInstanceOf(BalanceAnswer.Balance.class);
        assertThat(provider.asked).containsExactly(LOGIN, ACCOUNT, LOGIN, ACCOUNT);
    }

    @Test
    void never_sends_a_purchase_again_and_logs_in_anew_for_the_next() {
        var provider = new CannedProvider(TOKEN, TURNED_AWAY, TOKEN, TURNED_AWAY);
        told(
                provider,
                supply -> {
                    for (int i = 0; i < 2; i++) {
                        var answer = (Refused) HostileAnswers.buy(supply);
                        assertThat(answer.reason()).isEqualTo(Reason.BAD_CREDENTIALS);
                    }
                    return "";
                });
        assertThat(provider.asked).containsExactly(LOGIN, PURCHASE, LOGIN, PURCHASE);
    }

    @Test
    void one_login_that_fails_is_enough_for_all_who_wait_for_it() {
        var provider = new CannedProvider(new Answer(503, ""));
        told(
                provider,
                supply -> {
                    for (int i = 0; i < 3; i++) {
                        assertThat(HostileAnswers.buy(supply)).isInstanceOf(Refused.class);
                    }
                    fixture.clock.forward(Duration.ofSeconds(2));
                    return HostileAnswers.buy(supply);
                });
        assertThat(provider.asked).containsExactly(LOGIN, LOGIN);
    }

    @Test
    void a_purchase_whose_time_is_over_when_the_login_came_is_not_sent() {
        var provider = new CannedProvider(TOKEN, new Answer(201, ""));
        var end = fixture.clock.instant();
        fixture.clock.forward(Duration.ofSeconds(1));
        var answer =
                told(
                        provider,
                        supply ->
                                SendingTime.until(
                                        end, fixture.clock, () -> HostileAnswers.buy(supply)));
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Refused.class,
                        no -> assertThat(no.reason()).isEqualTo(Reason.RATE_LIMITED));
        assertThat(provider.asked).containsExactly(LOGIN);
    }

    private <T> T told(CannedProvider provider, Function<Supply, T> call) {
        return to(provider, Tariff.DOLLARS, call);
    }
}
