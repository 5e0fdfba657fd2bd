package com.nexnum.command.supply.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexnum.command.supply.sandbox.fivesim.FiveSimApi;
import com.nexnum.command.supply.sandbox.handler.HandlerApi;
import com.nexnum.command.supply.sandbox.handler.OriginalHost;
import com.nexnum.kernel.money.Money;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HandlerProtocolTest {

    private final TickingClock clock = new TickingClock();
    private final SandboxScript script =
            new SandboxScript(Duration.ofSeconds(5), Duration.ofMinutes(2));
    private final SandboxMarket market = new SandboxMarket(SandboxSettings.USUAL, script, clock);
    private final HandlerApi api = new HandlerApi(market, "key", new OriginalHost());

    @Test
    void walks_through_a_whole_life_with_two_codes() {
        script.sms("whatsapp", "US", Duration.ofSeconds(5), "code 1111", "code 2222");
        var id = buy();
        assertThat(set(id, 1)).isEqualTo("ACCESS_READY");
        assertThat(status(id)).isEqualTo("STATUS_WAIT_CODE");
        assertThat(set(id, 3)).isEqualTo("BAD_STATUS");
        assertThat(set(id, 6)).isEqualTo("BAD_STATUS");
        clock.forward(Duration.ofSeconds(5));
        assertThat(status(id)).isEqualTo("STATUS_OK:1111");
        assertThat(set(id, 1)).isEqualTo("BAD_STATUS");
        assertThat(set(id, 3)).isEqualTo("ACCESS_RETRY_GET");
        assertThat(set(id, 3)).isEqualTo("BAD_STATUS");
        assertThat(status(id)).isEqualTo("STATUS_WAIT_RETRY:1111");
        clock.forward(Duration.ofSeconds(5));
        assertThat(status(id)).isEqualTo("STATUS_OK:2222");
        assertThat(set(id, 8)).isEqualTo("BAD_STATUS");
        assertThat(set(id, 6)).isEqualTo("ACCESS_ACTIVATION");
        assertThat(set(id, 6)).isEqualTo("BAD_STATUS");
        assertThat(status(id)).isEqualTo("STATUS_OK:2222");
    }

    @Test
    void takes_a_number_back_once_and_not_too_early() {
        script.sms("whatsapp", "US", Duration.ofMinutes(10), "1111");
        var before = ask("getBalance");
        var id = buy();
        assertThat(ask("getBalance")).isNotEqualTo(before);
        assertThat(set(id, 8)).isEqualTo("EARLY_CANCEL_DENIED");
        clock.forward(Duration.ofMinutes(2));
        assertThat(set(id, 8)).isEqualTo("ACCESS_CANCEL");
        assertThat(set(id, 8)).isEqualTo("BAD_STATUS");
        clock.forward(Duration.ofMinutes(10));
        assertThat(status(id)).isEqualTo("STATUS_CANCEL");
        assertThat(ask("getBalance")).isEqualTo(before);
    }

    @Test
    void gives_the_money_back_for_a_number_without_sms() {
        script.sms("whatsapp", "US", Duration.ofMinutes(10));
        var before = ask("getBalance");
        var id = buy();
        clock.forward(Duration.ofMinutes(20));
        assertThat(status(id)).isEqualTo("STATUS_CANCEL");
        assertThat(ask("getBalance")).isEqualTo(before);
        assertThat(market.counts()).isEqualTo(new Counts(1, 0, 0, 0, 1));
    }

    @Test
    void refuses_in_words() {
        assertThat(ask("getNumber", "service", "zz", "country", "187")).isEqualTo("BAD_SERVICE");
        assertThat(ask("getNumber", "service", "wa", "country", "999")).isEqualTo("BAD_COUNTRY");
        assertThat(ask("getStatus", "id", "x")).isEqualTo("WRONG_ACTIVATION_ID");
        assertThat(ask("getStatus", "id", "5")).isEqualTo("NO_ACTIVATION");
        assertThat(ask("setStatus", "id", "5", "status", "8")).isEqualTo("NO_ACTIVATION");
        assertThat(ask("nonsense")).isEqualTo("BAD_ACTION");
        assertThat(answer(Map.of("action", "getBalance"))).isEqualTo("NO_KEY");
        assertThat(answer(Map.of("action", "getBalance", "api_key", "no"))).isEqualTo("BAD_KEY");
        market.price("whatsapp", "US", Money.usd("0.84"));
        assertThat(ask("getNumber", "service", "wa", "country", "187", "maxPrice", "0.8"))
                .isEqualTo("WRONG_MAX_PRICE:0.84");
        market.balance(Money.usd("0.00"));
        assertThat(ask("getNumber", "service", "wa", "country", "187")).isEqualTo("NO_BALANCE");
        market.stock("whatsapp", "US", 0);
        assertThat(ask("getNumber", "service", "wa", "country", "187")).isEqualTo("NO_NUMBERS");
    }

    @Test
    void sells_the_last_number_once() {
        market.stock("whatsapp", "US", 1);
        assertThat(ask("getNumber", "service", "wa", "country", "187")).startsWith("ACCESS_NUMBER");
        assertThat(ask("getNumber", "service", "wa", "country", "187")).isEqualTo("NO_NUMBERS");
    }

    @Test
    void keeps_an_order_book_of_its_own_for_each_protocol() {
        var other = new FiveSimApi(market, "key");
        var path = List.of("user", "buy", "activation", "usa", "any", "whatsapp");
        var bearer = Map.of("authorization", "Bearer key");
        var order = other.answer(new SandboxRequest("GET", path, Map.of(), bearer));
        assertThat(order.body()).contains("\"phone\":\"+1202555");
        assertThat(ask("getActiveActivations")).contains("NO_ACTIVATIONS");
        buy();
        assertThat(ask("getActiveActivations")).contains("\"serviceCode\":\"wa\"");
        assertThat(market.counts().sold()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"getPrices", "getCountries", "getServicesList", "getNumbersStatus"})
    void tells_its_tables_in_json(String action) {
        assertThat(ask(action, "country", "187")).startsWith("{").contains("\"");
    }

    @Test
    void tells_prices_by_country_and_service() {
        market.price("whatsapp", "US", Money.usd("0.8125"));
        market.stock("whatsapp", "US", 12);
        assertThat(ask("getPrices", "service", "wa", "country", "187"))
                .contains("{\"187\":{\"wa\":{")
                .contains("\"cost\":0.8125", "\"count\":12");
        assertThat(ask("getPrices", "service", "zz")).contains("service is incorrect");
        assertThat(ask("getNumbersStatus", "country", "187")).contains("\"wa_0\":\"12\"");
    }

    private String buy() {
        return ask("getNumber", "service", "wa", "country", "187").split(":", -1)[1];
    }

    private String status(String id) {
        return ask("getStatus", "id", id);
    }

    private String set(String id, int status) {
        return ask("setStatus", "id", id, "status", String.valueOf(status));
    }

    private String ask(String action, String... pairs) {
        var parameters = new HashMap<>(Map.of("api_key", "key", "action", action));
        for (int i = 0; i < pairs.length; i += 2) {
            parameters.put(pairs[i], pairs[i + 1]);
        }
        return answer(parameters);
    }

    private String answer(Map<String, String> parameters) {
        var path = List.of("handler_api.php");
        var request = new SandboxRequest("GET", path, parameters, Map.of());
        return api.answer(request).body();
    }
}
