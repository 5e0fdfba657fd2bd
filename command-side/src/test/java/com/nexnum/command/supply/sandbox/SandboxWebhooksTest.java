package com.nexnum.command.supply.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nexnum.command.supply.BuyAnswer.Bought;
import com.nexnum.command.supply.Protocol;
import com.nexnum.command.supply.SandboxFixture;
import com.nexnum.kernel.catalog.CountryCode;
import com.nexnum.kernel.catalog.ServiceCode;
import com.nexnum.kernel.money.Money;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SandboxWebhooksTest {

    private final SandboxFixture sandbox = new SandboxFixture();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private HttpServer ear;

    @BeforeEach
    void listen() throws IOException {
        ear = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
        ear.createContext(
                "/",
                exchange -> {
                    var body = exchange.getRequestBody().readAllBytes();
                    heard.add(new String(body, StandardCharsets.UTF_8));
                    exchange.sendResponseHeaders(200, -1);
                    exchange.close();
                });
        ear.start();
        sandbox.server
                .script()
                .sms("whatsapp", "US", SandboxFixture.SMS_DELAY, "first 1111", "second 2222");
    }

    @AfterEach
    void stop() {
        sandbox.close();
        ear.stop(0);
    }

    @Test
    void tells_once() {
        style(Hooks.Style.ONCE);
        var bought = buy();
        sandbox.clock.forward(SandboxFixture.SMS_DELAY);
        await().until(() -> heard.size() == 1);
        assertThat(heard.getFirst())
                .contains("\"activationId\":" + bought.id())
                .contains("\"service\":\"wa\"", "\"text\":\"first 1111\"", "\"code\":\"1111\"")
                .contains("\"country\":187", "\"receivedAt\":\"2026-05-04 10:00:05\"");
    }

    @Test
    void tells_twice() {
        style(Hooks.Style.TWICE);
        buy();
        sandbox.clock.forward(SandboxFixture.SMS_DELAY);
        await().until(() -> heard.size() == 2);
        assertThat(heard.get(0)).isEqualTo(heard.get(1));
    }

    @Test
    void tells_the_later_message_first() {
        style(Hooks.Style.OUT_OF_ORDER);
        buy();
        sandbox.clock.forward(SandboxFixture.SMS_DELAY.multipliedBy(2));
        await().until(() -> heard.size() == 2);
        assertThat(heard.get(0)).contains("second 2222");
        assertThat(heard.get(1)).contains("first 1111");
    }

    private void style(Hooks.Style style) {
        var url = URI.create("http://127.0.0.1:" + ear.getAddress().getPort() + "/hook");
        sandbox.server.script().webhooks(new Hooks(url, style));
    }

    private Bought buy() {
        return (Bought)
                sandbox.supply(Protocol.FIVE_SIM)
                        .buy(
                                new ServiceCode("whatsapp"),
                                new CountryCode("US"),
                                Money.usd("5.00"),
                                "hook");
    }
}
