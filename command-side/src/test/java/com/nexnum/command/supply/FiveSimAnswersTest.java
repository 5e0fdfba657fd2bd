package com.nexnum.command.supply;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexnum.command.supply.BuyAnswer.Bought;
import com.nexnum.command.supply.BuyAnswer.Reason;
import com.nexnum.command.supply.BuyAnswer.Refused;
import com.nexnum.command.supply.BuyAnswer.Unknown;
import com.nexnum.command.supply.http.Tariff;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.supply.UpstreamId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiveSimAnswersTest extends HostileAnswers {

    private static final String ORDER =
            "{\"id\":11631253,\"phone\":\"+447350690992\",\"operator\":\"vodafone\","
                    + "\"product\":\"whatsapp\",\"price\":0.21,\"status\":\"%s\","
                    + "\"expires\":\"2026-06-28T16:32:43.307041Z\",\"sms\":%s,"
                    + "\"created_at\":\"2026-06-28T16:17:43.3070416Z\",\"country\":\"usa\"}";

    FiveSimAnswersTest() {
        super(Protocol.FIVE_SIM);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200|no free phones|NO_NUMBERS",
                "200|\"no free phones\"|NO_NUMBERS",
                "400|not enough user balance|NO_PROVIDER_FUNDS",
                "400|not enough rating|BANNED",
                "400|bad country|BAD_COUNTRY",
                "400|no product|BAD_SERVICE",
                "401|''|BAD_CREDENTIALS",
                "429|api limit is 100 requests per second|RATE_LIMITED",
                "503|ip address limit is 100 requests per second|RATE_LIMITED",
            })
    void knows_for_certain_that_nothing_was_sold(int status, String body, Reason reason) {
        assertThat(buy(status, body))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "500|internal error",
                "502|Bad Gateway",
                "503|Service Unavailable",
                "504|''",
                "200|''",
                "200|ok",
                "200|{}",
                "200|{\"id\":1,\"phone\":\"\",\"status\":\"PENDING\"}",
                "301|moved",
            })
    void does_not_know_what_an_unclear_answer_means(int status, String body) {
        assertThat(buy(status, body)).isInstanceOf(Unknown.class);
    }

    @Test
    void reads_an_order_and_sends_the_key_in_a_header_only() {
        var provider = CannedProvider.saying(ORDER.formatted("PENDING", "null"));
        var bought = (Bought) to(provider, Tariff.DOLLARS, HostileAnswers::buy);
        assertThat(bought.cost()).isEqualTo(Money.usd("0.21"));
        assertThat(provider.asked)
                .containsExactly("GET /v1/user/buy/activation/usa/any/whatsapp?maxPrice=2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PENDING|[]|Waiting",
                "RECEIVED|null|Waiting",
                "RECEIVED|[{\"text\":\"hi 1234\",\"code\":\"1234\"}]|Received",
                "FINISHED|[{\"text\":\"hi 1234\",\"code\":\"\"}]|Received",
                "TIMEOUT|[]|Cancelled",
                "BANNED|null|Cancelled",
                "CANCELED|[]|Cancelled",
                "TIMEOUT|[{\"code\":\"1234\"}]|Received",
            })
    void looks_at_the_messages_and_then_at_the_status(String status, String sms, String answer) {
        var said =
                to(
                        200,
                        ORDER.formatted(status, sms),
                        supply -> supply.sms(new UpstreamId("11631253")));
        assertThat(said.getClass().getSimpleName()).isEqualTo(answer);
    }

    @Test
    void takes_the_cheapest_operator_that_has_numbers() {
        var body =
                "{\"usa\":{\"whatsapp\":{\"a\":{\"cost\":0.1,\"count\":0},\"b\":{\"cost\":0.3,"
                        + "\"count\":5},\"c\":{\"cost\":0.3,\"count\":2},\"d\":{\"cost\":9,"
                        + "\"count\":9}},\"telegram\":{\"a\":{\"cost\":1,\"count\":0}}}}";
        var list = (Supply.PriceListAnswer.PriceList) to(200, body, Supply::priceList);
        assertThat(list.offers())
                .singleElement()
                .satisfies(offer -> {
                    assertThat(offer.cost()).isEqualTo(Money.usd("0.30"));
                    assertThat(offer.stock()).isEqualTo(7);
                });
    }

    @Test
    void never_repeats_its_key_even_when_the_provider_does() {
        assertThat(buy(401, "no such token " + KEY).toString()).contains("***").doesNotContain(KEY);
    }
}
