package com.nexnum.command.supply;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexnum.command.supply.BuyAnswer.Bought;
import com.nexnum.command.supply.BuyAnswer.Reason;
import com.nexnum.command.supply.BuyAnswer.Refused;
import com.nexnum.command.supply.BuyAnswer.Unknown;
import com.nexnum.command.supply.CannedProvider.Answer;
import com.nexnum.command.supply.SmsAnswer.Received;
import com.nexnum.command.supply.SmsAnswer.Sms;
import com.nexnum.command.supply.http.Tariff;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.supply.UpstreamId;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmsActivateAnswersTest extends HostileAnswers {

    private static final UpstreamId ID = new UpstreamId("635468024");

    SmsActivateAnswersTest() {
        super(Protocol.SMS_ACTIVATE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200|NO_NUMBERS|NO_NUMBERS",
                "200|NO_BALANCE|NO_PROVIDER_FUNDS",
                "200|BAD_SERVICE|BAD_SERVICE",
                "200|WRONG_SERVICE|BAD_SERVICE",
                "200|BAD_COUNTRY|BAD_COUNTRY",
                "200|BAD_KEY|BAD_CREDENTIALS",
                "200|NO_KEY|BAD_CREDENTIALS",
                "200|WRONG_MAX_PRICE:0.7|PRICE_TOO_LOW",
                "200|BANNED:2026-06-01 17:30:57|BANNED",
                "200|CHANNELS_LIMIT|RATE_LIMITED",
                "200|' NO_NUMBERS '|NO_NUMBERS",
                "400|NO_NUMBERS|NO_NUMBERS",
                "402|{\"title\":\"NO_BALANCE\",\"details\":\"x\"}|NO_PROVIDER_FUNDS",
                "400|{\"title\":\"WRONG_MAX_PRICE\",\"info\":{\"min\":1}}|PRICE_TOO_LOW",
                "200|{\"status\":\"error\",\"error\":\"NO_NUMBERS\"}|NO_NUMBERS",
                "429|{\"title\":\"RATE_LIMIT\"}|RATE_LIMITED",
                "401|<html>who are you|BAD_CREDENTIALS",
                "429|slow down|RATE_LIMITED",
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
                "200|ERROR_SQL",
                "200|SERVER_ERROR",
                "200|ORDER_ALREADY_EXISTS",
                "200|SOMETHING_NEW",
                "200|''",
                "204|''",
                "200|ACCESS_NUMBER",
                "200|ACCESS_NUMBER:12",
                "200|ACCESS_NUMBER:12:notaphone",
                "200|{}",
                "200|[]",
                "200|{\"activationId\":1}",
                "200|{\"activationId\":1,\"phoneNumber\":\"79584******\"}",
                "200|{\"activationId\":{},\"phoneNumber\":\"12025550123\"}",
                "200|{\"activationId\":1,\"phoneNumber\":\"12025550123\"",
                "302|moved",
                "500|oops",
                "502|<html>Bad Gateway</html>",
                "504|''",
                "404|<html>not here</html>",
            })
    void does_not_know_what_an_unclear_answer_means(int status, String body) {
        assertThat(buy(status, body)).isInstanceOf(Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"activationId\":635468024,\"phoneNumber\":\"12025550123\","
                        + "\"activationCost\":0.5,\"currency\":840,\"canGetAnotherSms\":\"1\"}",
                "{\"activationId\":\"635468024\",\"phoneNumber\":12025550123,"
                        + "\"activationCost\":\"0.50\",\"canGetAnotherSms\":true}",
                "\uFEFF  {\"activationId\":635468024,\"phoneNumber\":\"+12025550123\","
                        + "\"activationCost\":5E-1,\"currency\":\"840\"}",
            })
    void reads_a_sale_in_every_dress(String body) {
        assertThat(buy(200, body))
                .isInstanceOfSatisfying(
                        Bought.class,
                        bought -> {
                            assertThat(bought.id()).isEqualTo(ID);
                            assertThat(bought.number().value()).isEqualTo("+12025550123");
                            assertThat(bought.cost()).isEqualTo(Money.usd("0.50"));
                        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ACCESS_NUMBER:1:12025550123",
                "{\"activationId\":1,\"phoneNumber\":\"12025550123\"}",
                "{\"activationId\":1,\"phoneNumber\":\"12025550123\",\"activationCost\":\"free\"}",
                "{\"activationId\":1,\"phoneNumber\":\"12025550123\",\"activationCost\":-1}",
                "{\"activationId\":1,\"phoneNumber\":\"12025550123\",\"activationCost\":1e99}",
                "{\"activationId\":1,\"phoneNumber\":\"12025550123\",\"activationCost\":40,"
                        + "\"currency\":643}",
            })
    void takes_the_limit_for_the_cost_where_none_can_be_read(String body) {
        assertThat(buy(200, body))
                .isInstanceOfSatisfying(
                        Bought.class,
                        bought -> assertThat(bought.cost()).isEqualTo(Money.usd("2.00")));
    }

    @Test
    void counts_in_the_money_of_the_provider() {
        var rubles = new Tariff("RUB", new BigDecimal("0.0125"));
        var provider =
                CannedProvider.saying(
                        "{\"activationId\":1,\"phoneNumber\":\"12025550123\","
                                + "\"activationCost\":40.5,\"currency\":643}");
        var bought = (Bought) to(provider, rubles, HostileAnswers::buy);
        assertThat(bought.cost()).isEqualTo(Money.usd("0.50625"));
        assertThat(provider.asked)
                .singleElement()
                .asString()
                .startsWith("POST /stubs/handler_api.php?")
                .contains("maxPrice=160", "orderId=ref-1", "service=wa", "country=187");
    }

    @Test
    void a_full_page_of_numbers_that_comes_again_is_no_whole_list() {
        assertThat(to(200, page(100), Supply::active)).isInstanceOf(ActiveAnswer.Unavailable.class);
        assertThat(to(200, page(101), Supply::active))
                .isInstanceOfSatisfying(
                        ActiveAnswer.Active.class, all -> assertThat(all.numbers()).hasSize(101));
        assertThat(to(200, page(99), Supply::active))
                .isInstanceOfSatisfying(
                        ActiveAnswer.Active.class, all -> assertThat(all.numbers()).hasSize(99));
    }

    private static String page(int numbers) {
        return IntStream.rangeClosed(1, numbers)
                .mapToObj("{\"activationId\":\"%d\",\"phoneNumber\":\"12025550123\"}"::formatted)
                .collect(Collectors.joining(",", "{\"activeActivations\":[", "]}"));
    }

    @Test
    void never_tells_a_number_of_an_answer_that_it_cannot_read() {
        for (var body : List.of("SOLD:77:12025550123", "SOLD:77:+1 (202) 555-01-23")) {
            var unknown = (BuyAnswer.Unknown) buy(200, body);
            assertThat(unknown.doubt()).isEqualTo(BuyAnswer.Doubt.UNREADABLE);
            assertThat(unknown.detail()).contains("SOLD:77:").doesNotContain("555");
        }
    }

    @Test
    void never_repeats_its_key_even_when_the_provider_does() {
        var refused = buy(401, "bad key k+y/secret=4711 and k%2By%2Fsecret%3D4711");
        assertThat(refused.toString()).contains("***").doesNotContain("4711");
        var silent = to(500, "key " + KEY, supply -> supply.sms(ID).toString());
        assertThat(silent).contains("***").doesNotContain(KEY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"200|BAD_ACTION", "404|<html>no such page", "200|{\"verificationType\":0}"})
    void takes_the_code_for_the_text_where_the_host_tells_no_text(int status, String body) {
        var provider =
                new CannedProvider(new Answer(200, "STATUS_OK:12:34"), new Answer(status, body));
        SmsAnswer answer = to(provider, Tariff.DOLLARS, supply -> supply.sms(ID));
        assertThat(answer).isEqualTo(new Received(List.of(new Sms(null, "12:34", "12:34"))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"200|ERROR_SQL", "502|oops", "429|slow down"})
    void does_not_take_the_code_for_the_text_when_the_host_only_stumbles(int status, String body) {
        var provider =
                new CannedProvider(new Answer(200, "STATUS_OK:1234"), new Answer(status, body));
        SmsAnswer answer = to(provider, Tariff.DOLLARS, supply -> supply.sms(ID));
        assertThat(answer).isInstanceOf(SmsAnswer.Unavailable.class);
    }

    @Test
    void reads_the_message_of_a_newer_host() {
        var provider =
                new CannedProvider(
                        new Answer(200, "STATUS_OK:1234"),
                        new Answer(
                                200,
                                "{\"verificationType\":0,\"data\":{\"id\":77,\"phoneFrom\":\"X\","
                                        + "\"code\":\"1234\",\"text\":\"Your code 1234\"}}"));
        SmsAnswer answer = to(provider, Tariff.DOLLARS, supply -> supply.sms(ID));
        assertThat(answer)
                .isEqualTo(new Received(List.of(new Sms("77", "Your code 1234", "1234"))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200|ACCESS_CANCEL_ALREADY|Cancelled",
                "409|{\"title\":\"EARLY_CANCEL_DENIED\",\"info\":{}}|TooEarly",
                "409|{\"title\":\"OTP_RECEIVED\"}|HasSms",
                "404|{\"title\":\"NOT_FOUND\"}|NotFound",
                "200|ERROR_SQL|Unavailable",
                "409|{\"title\":\"FREE_CANCELLATION_EXPIRED\"}|Unavailable",
                "200|BAD_STATUS|Unavailable",
            })
    void reads_what_hosts_say_to_a_cancellation(int status, String body, String answer) {
        var said = to(status, body, supply -> supply.cancel(ID));
        assertThat(said.getClass().getSimpleName()).isEqualTo(answer);
    }

    @Test
    void has_no_list_of_active_numbers_when_one_of_them_cannot_be_read() {
        var body =
                "{\"status\":\"success\",\"activeActivations\":[{\"activationId\":1,"
                        + "\"phoneNumber\":\"12025550123\"},{\"activationId\":2}]}";
        assertThat(to(200, body, Supply::active)).isInstanceOf(ActiveAnswer.Unavailable.class);
    }

    @Test
    void leaves_out_of_the_price_list_what_it_cannot_read_or_buy() {
        var body =
                "{\"187\":{\"wa\":{\"cost\":\"0.5\",\"count\":\"3\"},\"tg\":{\"cost\":null},"
                        + "\"zz\":{\"cost\":1,\"count\":1},\"go\":7},\"12\":{\"wa\":{\"cost\":1,"
                        + "\"count\":1}},\"x\":[]}";
        var list = (Supply.PriceListAnswer.PriceList) to(200, body, Supply::priceList);
        assertThat(list.offers())
                .singleElement()
                .satisfies(offer -> assertThat(offer.cost()).isEqualTo(Money.usd("0.50")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ACCESS_BALANCE:", "ACCESS_BALANCE:1e99", "ACCESS_BALANCE:x", "BAD_KEY"})
    void has_no_balance_when_none_can_be_read(String body) {
        assertThat(to(200, body, Supply::balance))
                .isInstanceOf(Supply.BalanceAnswer.Unavailable.class);
    }
}
