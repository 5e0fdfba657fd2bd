package com.nexnum.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nexnum.command.identity.FirstAccounts;
import com.nexnum.platform.admin.NexnumAdmin;
import com.nexnum.story.Buyer.Wish;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** An administrator rebuilds, takes back and resets projections while customers buy and read. */
class ProjectionsStoryIT extends Story {

    private static final String PROJECTIONS = "/api/v1/admin/projections";
    private static final List<String> NAMES =
            List.of(
                    "activations",
                    "activenumbers",
                    "balance",
                    "feed",
                    "ledger",
                    "orders",
                    "pricing");

    private Buyer admin;

    @TempDir Path folder;

    @BeforeEach
    void an_administrator() {
        admin = Buyer.signedIn(api(), FirstAccounts.DEMO_ADMIN, FirstAccounts.DEMO_PASSWORD);
    }

    @Test
    void every_projection_is_rebuilt_while_customers_buy_and_never_see_a_gap_or_an_old_answer()
            throws Exception {
        price("whatsapp", "US");
        var stop = new AtomicBoolean();
        var wrong = new ConcurrentLinkedQueue<String>();
        var bought = new AtomicInteger();
        var customers = new ArrayList<Thread>();
        for (var n = 0; n < 3; n++) {
            var buyer = buyer();
            assertThat(buyer.asksForDeposit("100.00").status()).isEqualTo(201);
            await().until(() ->
                    buyer.read("/api/v1/wallet").at("/available").asString().equals("100.00"));
            customers.add(Thread.ofVirtual().start(() -> buysAndReads(buyer, stop, bought, wrong)));
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> bought.get() > 2);

        for (var name : NAMES) {
            assertThat(admin.post(PROJECTIONS + "/" + name + "/rebuild", "").status())
                    .isEqualTo(202);
            ends(name, "DONE");
        }
        for (var name : List.of("balance", "ledger", "activations")) {
            var back = admin.post(PROJECTIONS + "/" + name + "/rollback", "");
            assertThat(back.status()).as(back.body()).isEqualTo(200);
        }
        var before = bought.get();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(bought.get()).as(wrong::toString).isGreaterThan(before + 2));
        stop.set(true);
        for (var customer : customers) {
            customer.join();
        }

        assertThat(wrong).isEmpty();
        for (var name : NAMES) {
            assertThat(projection(name).at("/rebuild/differing").asLong(-1)).as(name).isZero();
            assertThat(projection(name).at("/deadLetters").asLong(-1)).as(name).isZero();
        }
        assertThat(auditor().read("/api/v1/audit/trial-balance").at("/balanced").asBoolean())
                .isTrue();
    }

    @Test
    void a_reset_is_confirmed_and_the_processor_catches_up_by_itself() throws Exception {
        price("whatsapp", "US");
        var buyer = buyer();
        assertThat(buyer.asksForDeposit("10.00").status()).isEqualTo(201);
        await().until(() ->
                buyer.read("/api/v1/wallet").at("/available").asString().equals("10.00"));
        var half = events() / 2;

        var first = admin.post(PROJECTIONS + "/balance/reset", "{\"position\":%d}".formatted(half));
        assertThat(first.status()).as(first.body()).isEqualTo(200);
        var second =
                admin.post(
                        PROJECTIONS + "/balance/reset",
                        "{\"position\":%d,\"confirm\":\"%s\"}"
                                .formatted(half, first.text("/confirm")));
        assertThat(second.status()).as(second.body()).isEqualTo(202);
        ends("balance", "DONE");

        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(
                        () -> assertThat(projection("balance").at("/lag").asLong(-1)).isZero());
        assertThat(projection("balance").at("/deadLetters").asLong(-1)).isZero();
        assertThat(buyer.read("/api/v1/wallet").at("/available").asString()).isEqualTo("10.00");
        assertThat(admin.post(PROJECTIONS + "/balance/rebuild", "").status()).isEqualTo(202);
        ends("balance", "DONE");
        assertThat(projection("balance").at("/rebuild/differing").asLong(-1)).isZero();
    }

    @Test
    void the_tool_lists_rebuilds_and_follows() throws Exception {
        var token = Files.writeString(folder.resolve("token"), admin.token()).toString();
        String[] to = {"--url", "http://127.0.0.1:" + port, "--token-file", token};

        assertThat(tool(to, "projections", "list")).isZero();
        assertThat(tool(to, "projections", "rebuild", "orders", "--watch")).isZero();
        assertThat(tool(to, "projections", "rebuild", "orders", "--dry-run")).isZero();
        assertThat(tool(to, "projections", "rollback", "orders")).isZero();
        assertThat(tool(to, "projections", "drop-previous", "orders")).isZero();
        assertThat(tool(to, "projections", "drop-previous", "orders")).isEqualTo(1);
        assertThat(tool(to, "dead-letters", "list")).isZero();
        assertThat(tool(to, "projections", "reset", "orders")).isEqualTo(2);
    }

    @Test
    void processes_are_listed_too_and_cannot_be_rebuilt() {
        var names = new ArrayList<String>();
        admin.read(PROJECTIONS)
                .at("/items")
                .forEach(item ->
                        names.add(item.at("/name").asString() + " " + item.at("/kind").asString()));
        assertThat(names).contains("balance PROJECTION", "purchase PROCESS");
        assertThat(admin.post(PROJECTIONS + "/purchase/rebuild", "").code())
                .isEqualTo("PROJECTION_NOT_FOUND");
    }

    @Test
    void nobody_but_an_administrator_may_do_any_of_it() {
        for (var one : List.of(buyer(), auditor())) {
            assertThat(one.get(PROJECTIONS).code()).isEqualTo("FORBIDDEN");
            for (var path :
                    List.of("", "/rebuild/events", "/rebuild/comparison", "/rebuild/differences")) {
                assertThat(one.get(PROJECTIONS + "/balance" + path).code()).isEqualTo("FORBIDDEN");
            }
            for (var path :
                    List.of(
                            "/rebuild",
                            "/rebuild?dryRun=true",
                            "/rebuild/pause",
                            "/rebuild/resume",
                            "/rebuild/cancel",
                            "/rollback",
                            "/drop-previous",
                            "/reset")) {
                assertThat(one.post(PROJECTIONS + "/balance" + path, "{\"position\":0}").code())
                        .as(path)
                        .isEqualTo("FORBIDDEN");
            }
            assertThat(one.post("/api/v1/admin/dead-letters/balance/retry", "").code())
                    .isEqualTo("FORBIDDEN");
            assertThat(one.post("/api/v1/admin/dead-letters/balance/e1/retry", "").code())
                    .isEqualTo("FORBIDDEN");
        }
        assertThat(api().get(PROJECTIONS).code()).isEqualTo("UNAUTHENTICATED");
        assertThat(buyer().get("/api/v1/admin/dead-letters/l1").code()).isEqualTo("FORBIDDEN");
        assertThat(auditor().get("/api/v1/admin/dead-letters/l1").code())
                .isEqualTo("DEAD_LETTER_NOT_FOUND");
    }

    /** Each sees at once what was just bought, and never an answer older than one before. */
    private static void buysAndReads(
            Buyer buyer,
            AtomicBoolean stop,
            AtomicInteger bought,
            ConcurrentLinkedQueue<String> wrong) {
        var least = new BigDecimal("100.00");
        while (!stop.get()) {
            var answer = buyer.buys(Wish.ofSandbox("whatsapp", "US"));
            if (answer.status() != 201) {
                if (answer.status() != 202) {
                    wrong.add("a purchase: " + answer.body());
                    return;
                }
                continue;
            }
            bought.incrementAndGet();
            var paid = true;
            for (var look = 0; look < 10; look++) {
                var number = buyer.get("/api/v1/numbers/" + answer.text("/id"));
                if (!number.text("/phoneNumber").equals(answer.text("/phoneNumber"))) {
                    wrong.add("a number: " + number.body());
                }
                var wallet = buyer.get("/api/v1/wallet");
                var now =
                        wallet.status() == 200
                                ? new BigDecimal(wallet.text("/available"))
                                : new BigDecimal("1000");
                if (now.compareTo(least) > 0 || (paid && now.compareTo(least) == 0)) {
                    wrong.add("a wallet that had " + least + ": " + wallet.body());
                }
                least = now;
                paid = false;
                if (buyer.get("/api/v1/wallet/transactions").json().at("/items").isEmpty()) {
                    wrong.add("no transactions");
                }
                if (buyer.get("/api/v1/offers?service=whatsapp&country=US")
                        .json()
                        .at("/items")
                        .isEmpty()) {
                    wrong.add("no offers");
                }
            }
        }
    }

    private int tool(String[] to, String... args) {
        return NexnumAdmin.run(
                Stream.concat(Stream.of(args), Stream.of(to)).toArray(String[]::new));
    }

    private JsonNode projection(String name) {
        return admin.read(PROJECTIONS + "/" + name);
    }

    private void ends(String name, String state) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() ->
                        assertThat(projection(name).at("/rebuild/state").asString(""))
                                .as(() -> projection(name).toPrettyString())
                                .isEqualTo(state));
    }
}
