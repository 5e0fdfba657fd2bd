package com.nexnum.command.demo;

import com.nexnum.command.identity.FirstAccounts;
import com.nexnum.platform.ids.TimeOrderedIds;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * The main job, shown with {@code --demo}: the demo customer tops up, rents a number over the API,
 * gets its code, gives another number back, and sees every cent. The server then stays up.
 */
@Component
class DemoStory {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final WebServerApplicationContext server;
    private final FirstAccounts accounts;
    private final ApplicationArguments arguments;
    private final TimeOrderedIds ids;

    DemoStory(
            WebServerApplicationContext server,
            FirstAccounts accounts,
            ApplicationArguments arguments,
            TimeOrderedIds ids) {
        this.server = server;
        this.accounts = accounts;
        this.arguments = arguments;
        this.ids = ids;
    }

    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void onReady(ApplicationReadyEvent event) {
        if (arguments.containsOption("demo")) {
            Thread.ofVirtual().name("demo").start(this::tell);
        }
    }

    private void tell() {
        try {
            if (!accounts.demo()) {
                say("The demo needs the demo accounts: set nexnum.identity.demo-accounts=true");
                return;
            }
            var webServer = server.getWebServer();
            var port = webServer == null ? 0 : webServer.getPort();
            tell(new DemoClient("http://localhost:" + port, ids));
        } catch (RuntimeException e) {
            say("The demo ended early: " + e.getMessage());
        }
    }

    private void tell(DemoClient api) {
        say("The demo: a number, its code, and every cent\n");
        api.signIn(FirstAccounts.DEMO_USER, FirstAccounts.DEMO_PASSWORD);
        step("Sign in", FirstAccounts.DEMO_USER);
        var before = api.get("/wallet");
        step("Wallet", before.path("available").asString() + " available");
        var deposit =
                api.post(
                        "/wallet/deposits",
                        Map.of("amount", "5.00", "currency", "USD", "gateway", "sandbox"));
        step("Deposit", "5.00 USD, " + lower(deposit.path("status")));
        var id = deposit.path("depositId").asString();
        await(api, "/wallet/deposits/" + id, d -> is(d, "status", "CONFIRMED"));
        step("", "confirmed by the gateway's signed callback");
        var offers =
                await(
                        api,
                        "/offers?service=whatsapp&country=US",
                        list -> !list.path("items").isEmpty());
        var offer = offers.path("items").path(0);
        step(
                "Offer",
                "WhatsApp, US: "
                        + amount(offer.path("price"))
                        + ", "
                        + offer.path("stock").asString()
                        + " in stock");
        var number = buy(api);
        var received = await(api, numbers(number), n -> is(n, "status", "RECEIVED"));
        var sms = received.path("sms").path(0);
        step("SMS", sms.path("text").asString().lines().findFirst().orElse(""));
        step("Code", sms.path("code").asString());
        api.post(numbers(number) + "/complete", Map.of());
        step("Complete", "done with this number");
        giveBack(api);
        ledger(api);
        say("The demo is over; the server stays up.\n");
    }

    private JsonNode buy(DemoClient api) {
        var request = new LinkedHashMap<String, Object>();
        request.put("service", "whatsapp");
        request.put("country", "US");
        var number = api.post("/numbers/purchase", request);
        step(
                "Purchase",
                number.path("phoneNumber").asString()
                        + " for "
                        + amount(number.path("price"))
                        + ", "
                        + lower(number.path("status")));
        return number;
    }

    /** Before its SMS comes; the sandbox's numbers are old enough for that after a moment. */
    private void giveBack(DemoClient api) {
        var request = new LinkedHashMap<String, Object>();
        request.put("service", "telegram");
        request.put("country", "GB");
        var number = api.post("/numbers/purchase", request);
        step("Purchase", number.path("phoneNumber").asString() + ", and not wanted after all");
        if (api.cancelled(number.path("id").asString(), PATIENCE)) {
            await(
                    api,
                    "/orders?limit=1",
                    list -> is(list.path("items").path(0), "status", "REFUNDED"));
            step(
                    "Cancel",
                    "the provider took it back, " + amount(number.path("price")) + " refunded");
        } else {
            step("Cancel", "refused: its SMS was quicker");
        }
    }

    private void ledger(DemoClient api) {
        say("");
        say("  %-9s %12s %12s %10s  %s".formatted("", "amount", "available", "held", "reference"));
        for (var entry : api.get("/wallet/transactions?limit=20").path("items")) {
            var sign = is(entry, "direction", "DEBIT") ? "-" : "+";
            say(
                    "  %-9s %12s %12s %10s  %s"
                            .formatted(
                                    entry.path("type").asString(),
                                    sign + entry.path("amount").path("amount").asString(),
                                    entry.path("balanceAfter").path("amount").asString(),
                                    entry.path("heldAfter").path("amount").asString(),
                                    entry.path("reference").asString()));
        }
        var auditor = api.as(FirstAccounts.DEMO_AUDITOR, FirstAccounts.DEMO_PASSWORD);
        say("");
        say("  The books, as the auditor sees them:");
        var books = auditor.get("/audit/trial-balance");
        for (var account : books.path("accounts")) {
            balance(account.path("account").asString(), account.path("balance"));
        }
        for (var sum : books.path("sums")) {
            balance("together", sum);
        }
        say("");
    }

    private static void balance(String account, JsonNode money) {
        say("  %-24s %12s".formatted(account, amount(money)));
    }

    private static JsonNode await(DemoClient api, String path, Predicate<JsonNode> holds) {
        return api.await(path, holds, PATIENCE);
    }

    private static String numbers(JsonNode number) {
        return "/numbers/" + number.path("id").asString();
    }

    private static boolean is(JsonNode node, String field, String value) {
        return node.path(field).asString("").equals(value);
    }

    private static String amount(JsonNode money) {
        return money.path("amount").asString() + " " + money.path("currency").asString();
    }

    private static String lower(JsonNode text) {
        return text.asString().toLowerCase(Locale.ROOT);
    }

    private static void step(String what, String said) {
        say("  %-9s %s".formatted(what, said));
    }

    @SuppressWarnings("SystemOut") // It speaks to the person at the terminal.
    private static void say(String line) {
        System.out.println(line.isEmpty() ? "" : "  " + line);
    }
}
