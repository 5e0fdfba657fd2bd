package com.nexnum.command.supply.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexnum.command.supply.sandbox.handler.GrizzlyHost;
import com.nexnum.command.supply.sandbox.handler.HandlerApi;
import com.nexnum.command.supply.sandbox.handler.HeroHost;
import com.nexnum.command.supply.sandbox.handler.Host;
import com.nexnum.command.supply.sandbox.handler.SmsHubHost;
import com.nexnum.kernel.money.Money;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HandlerHostsTest {

    private final TickingClock clock = new TickingClock();
    private final SandboxScript script =
            new SandboxScript(Duration.ofMinutes(10), Duration.ofMinutes(2));
    private final SandboxMarket market = new SandboxMarket(SandboxSettings.USUAL, script, clock);

    @Test
    void smshub_has_its_own_word_for_a_service_and_knows_no_json() {
        var host = new SmsHubHost();
        assertThat(ask(host, "getNumber", "service", "zz").body()).isEqualTo("WRONG_SERVICE");
        assertThat(ask(host, "getNumberV2", "service", "wa").body()).isEqualTo("BAD_ACTION");
        assertThat(ask(host, "getNumber", "service", "wa", "country", "187").body())
                .startsWith("ACCESS_NUMBER:");
    }

    @Test
    void hero_tells_with_a_status_what_others_tell_in_words() {
        market.price("whatsapp", "US", Money.usd("0.84"));
        var dear =
                ask(
                        new HeroHost(),
                        "getNumberV2",
                        "service",
                        "wa",
                        "country",
                        "187",
                        "maxPrice",
                        "0.8");
        assertThat(dear.status()).isEqualTo(400);
        assertThat(dear.body()).contains("\"title\":\"WRONG_MAX_PRICE\"", "\"min\":0.84");
        assertThat(ask(new HeroHost(), "getNumberV2", "service", "zz").status()).isEqualTo(422);
        market.stock("whatsapp", "US", 0);
        var none = ask(new HeroHost(), "getNumberV2", "service", "wa", "country", "187");
        assertThat(none.status()).isEqualTo(200);
        assertThat(none.body()).isEqualTo("NO_NUMBERS");
    }

    @Test
    void grizzly_takes_a_number_back_by_two_words() {
        var host = new GrizzlyHost();
        var id = ask(host, "getNumber", "service", "wa", "country", "187").body().split(":", -1)[1];
        clock.forward(Duration.ofMinutes(2));
        assertThat(ask(host, "setStatus", "id", id, "status", "-1").body())
                .isEqualTo("ACCESS_CANCEL");
        assertThat(ask(host, "setStatus", "id", id, "status", "8").body()).isEqualTo("BAD_STATUS");
    }

    private SandboxReply ask(Host host, String action, String... pairs) {
        var parameters = new HashMap<>(Map.of("api_key", "key", "action", action));
        for (int i = 0; i < pairs.length; i += 2) {
            parameters.put(pairs[i], pairs[i + 1]);
        }
        var path = List.of("handler_api.php");
        var request = new SandboxRequest("GET", path, parameters, Map.of());
        return new HandlerApi(market, "key", host).answer(request);
    }
}
