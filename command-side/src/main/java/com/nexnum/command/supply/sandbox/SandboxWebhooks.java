package com.nexnum.command.supply.sandbox;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;

/** Tells of SMS by itself, with the body that HeroSMS sends, as reliably as the script says. */
final class SandboxWebhooks {

    private static final long TICK_MILLISECONDS = 100;
    private static final Duration REPLY_LIMIT = Duration.ofSeconds(3);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final SandboxMarket market;
    private final SandboxScript script;
    private final CountDownLatch stopped;
    private final Set<Long> seen = new HashSet<>();
    private final List<String> heldBack = new ArrayList<>();

    SandboxWebhooks(SandboxMarket market, SandboxScript script, CountDownLatch stopped) {
        this.market = market;
        this.script = script;
        this.stopped = stopped;
    }

    /** Until the sandbox stops. */
    void run() {
        try (var client = HttpClient.newBuilder().connectTimeout(REPLY_LIMIT).build()) {
            while (!stopped.await(TICK_MILLISECONDS, TimeUnit.MILLISECONDS)) {
                var hooks = script.webhooks();
                if (hooks.isPresent()) {
                    tell(client, hooks.get());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(HttpClient client, Hooks hooks) throws InterruptedException {
        for (var body : news()) {
            switch (hooks.style()) {
                case ONCE -> post(client, hooks, body);
                case TWICE -> {
                    post(client, hooks, body);
                    post(client, hooks, body);
                }
                case OUT_OF_ORDER -> {
                    heldBack.add(body);
                    if (heldBack.size() > 1) {
                        post(client, hooks, heldBack.removeLast());
                        post(client, hooks, heldBack.removeLast());
                    }
                }
            }
        }
    }

    private List<String> news() {
        var news = new ArrayList<String>();
        for (var sale : market.everySale()) {
            for (var sms : sale.arrived(market.now())) {
                if (!market.hasForgotten(sale.id()) && seen.add(sms.id())) {
                    news.add(body(sale, sms));
                }
            }
        }
        return news;
    }

    private static String body(Sale sale, SandboxSms sms) {
        var body = new LinkedHashMap<String, Object>();
        body.put("activationId", sale.id());
        body.put("id", sms.id());
        body.put("phoneFrom", sms.sender());
        body.put("service", sale.service().code());
        body.put("text", sms.text());
        body.put("code", sms.code().isEmpty() ? null : sms.code());
        body.put("country", Integer.valueOf(sale.country().id()));
        body.put("receivedAt", SandboxTime.text(sms.at()));
        return JSON.writeValueAsString(body);
    }

    private static void post(HttpClient client, Hooks hooks, String body)
            throws InterruptedException {
        var request =
                HttpRequest.newBuilder(hooks.url())
                        .timeout(REPLY_LIMIT)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build();
        try {
            client.send(request, BodyHandlers.discarding());
        } catch (IOException e) {
            // A hook that nobody hears is lost, as it may be with any provider.
            return;
        }
    }
}
