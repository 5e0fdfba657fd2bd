package com.nexnum.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nexnum.command.supply.sandbox.Call;
import com.nexnum.command.supply.sandbox.Fault;
import com.nexnum.story.Api.Answer;
import com.nexnum.story.Buyer.Wish;
import com.nexnum.trial.process.OsProcess;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Two processes of each side, real ones: they share nothing but the database. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ManyProcessesIT {

    private static final Wish WISH = Wish.of("whatsapp", "US");
    private static final List<String> READ_MODELS =
            List.of("activations", "activenumbers", "balance", "feed", "ledger", "orders");

    private static Fleet fleet;
    private static List<OsProcess> commands;
    private static List<OsProcess> queries;

    @BeforeAll
    static void started() throws Exception {
        fleet = new Fleet();
        commands =
                List.of(fleet.starts("command-1", "command"), fleet.starts("command-2", "command"));
        queries = List.of(fleet.starts("query-1", "query"), fleet.starts("query-2", "query"));
        commands.forEach(fleet.front::command);
        queries.forEach(fleet.front::query);
    }

    @AfterAll
    static void ended() {
        fleet.close();
    }

    private static BigDecimal price() {
        var offers =
                await().atMost(Duration.ofSeconds(60))
                        .until(
                                () ->
                                        fleet.front
                                                .api()
                                                .get("/api/v1/offers?service=whatsapp&country=US")
                                                .json()
                                                .at("/items"),
                                items -> !items.isEmpty());
        return Buyer.decimal(offers.at("/0/price/amount"));
    }

    private static void within(int seconds, ThrowingRunnable assertion) {
        await().atMost(Duration.ofSeconds(seconds)).untilAsserted(assertion);
    }

    @Test
    @Order(1)
    void the_read_models_and_the_purchases_are_shared_out() {
        within(
                30,
                () -> {
                    for (var processor : READ_MODELS) {
                        assertThat(fleet.owners(processor)).as(processor).hasSize(2);
                    }
                    assertThat(fleet.owners("purchase")).hasSize(2);
                    assertThat(fleet.owners("routing")).hasSize(2);
                });
        assertThat(queries).allSatisfy(it -> assertThat(fleet.segments(it)).isEqualTo(7));
        assertThat(commands).allSatisfy(it -> assertThat(fleet.segments(it)).isEqualTo(2));
    }

    @Test
    @Order(2)
    void a_buyers_story_passes_through_any_of_them() {
        var price = price();
        var buyer = Buyer.registered(fleet.front.api()).with("50.00");
        for (int round = 1; round <= 4; round++) {
            var number = buyer.bought(WISH);
            buyer.awaits(number, "RECEIVED");
            assertThat(buyer.number(number).at("/sms/0/code").asString()).isNotEmpty();
            assertThat(buyer.does("complete", number).status()).isEqualTo(200);
            buyer.awaits(number, "COMPLETED");
        }
        buyer.awaits(
                new BigDecimal("50.00").subtract(price.multiply(BigDecimal.valueOf(4))).toString());
        new Books(fleet.sql, fleet.provider).agree();
    }

    /** Whoever answers the stream, and whichever process folded the event. */
    @Test
    @Order(3)
    void a_stream_hears_of_everything_once_at_any_query_process_and_goes_on_at_another()
            throws Exception {
        var buyer = Buyer.registered(fleet.front.api()).with("20.00");
        var first = buyer.at(new Api(queries.getFirst().port()));
        var second = buyer.at(new Api(queries.getLast().port()));
        String last;
        try (var here = OpenStream.of(first, null);
                var there = OpenStream.of(second, null)) {
            buyer.awaits(buyer.bought(WISH), "RECEIVED");
            within(10, () -> assertThat(here.of("sms")).hasSize(1));
            within(10, () -> assertThat(ids(there)).isEqualTo(ids(here)));
            last = here.news().getLast().id();
        }
        var number = buyer.bought(WISH);
        buyer.awaits(number, "RECEIVED");
        try (var on = OpenStream.of(second, last)) {
            within(10, () -> assertThat(on.of("sms")).hasSize(1));
            assertThat(on.of("sms").getFirst().says("/numberId", number)).isTrue();
            assertThat(ids(on)).doesNotContain(last).doesNotHaveDuplicates();
        }
    }

    private static List<String> ids(OpenStream stream) {
        return stream.news().stream().map(OpenStream.News::id).toList();
    }

    @Test
    @Order(4)
    void commands_to_one_wallet_from_two_processes_both_end_correctly() throws Exception {
        var price = price();
        var buyer = Buyer.registered(fleet.front.api());
        buyer.with(
                price.multiply(BigDecimal.valueOf(6)).setScale(2, RoundingMode.CEILING).toString());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers =
                    IntStream.range(0, 10)
                            .mapToObj(_ -> threads.submit(() -> buyer.buys(WISH).status()))
                            .toList();
            var statuses = new ArrayList<Integer>();
            for (var answer : answers) {
                statuses.add(answer.get());
            }
            assertThat(statuses).containsOnly(201, 402);
            assertThat(statuses).filteredOn(Predicate.isEqual(201)).hasSize(6);
        }
        within(30, () -> assertThat(buyer.wallet().held()).isZero());
        assertThat(buyer.wallet().available()).isLessThan(price).isNotNegative();
    }

    /** Each process remembers an empty wallet; the deposit reaches one of them. */
    @Test
    @Order(5)
    void a_refusal_from_an_old_memory_is_decided_again() {
        var price = price().setScale(2, RoundingMode.CEILING);
        var buyer = Buyer.registered(fleet.front.api());
        for (var process : commands) {
            assertThat(at(process, buyer).buys(WISH).code()).isEqualTo("INSUFFICIENT_FUNDS");
        }
        buyer.asksForDeposit(price.multiply(BigDecimal.TWO).toString());
        within(30, () -> assertThat(buyer.wallet().available()).isGreaterThan(price));
        for (var process : commands) {
            var answer = at(process, buyer).buys(WISH);
            assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        }
    }

    private static Buyer at(OsProcess process, Buyer buyer) {
        return Buyer.signedIn(new Api(process.port()), buyer.email(), Buyer.PASSWORD);
    }

    @Test
    @Order(6)
    void when_others_are_quicker_each_time_the_answer_is_503_and_says_when_to_try_again() {
        var buyer = Buyer.registered(fleet.front.api()).with("10.00");
        fleet.sql
                .sql(
                        """
                        create function always_quicker() returns trigger language plpgsql as $$ begin
                            raise exception using errcode = '23505', message = 'somebody was quicker';
                        end $$;
                        create trigger always_quicker before insert on domain_event_entry for each row
                            when (new.payload_type = 'activation.requested') execute function always_quicker()
                        """)
                .update();
        Answer refused;
        try {
            refused = at(commands.getFirst(), buyer).buys(WISH, "unlucky");
        } finally {
            fleet.sql.sql("drop trigger always_quicker on domain_event_entry").update();
        }
        assertThat(refused.status()).as(refused.body()).isEqualTo(503);
        assertThat(refused.code()).isEqualTo("CONFLICT_RETRY");
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(at(commands.getFirst(), buyer).buys(WISH, "unlucky").status()).isEqualTo(201);
    }

    @Test
    @Order(7)
    void what_is_due_is_done_by_one_of_them() {
        long prices = fleet.provider.received(Call.PRICES);
        long lists = fleet.provider.received(Call.ACTIVE);
        int sold = fleet.provider.market().counts().sold();
        var buyer = Buyer.registered(fleet.front.api()).with("10.00");
        long began = System.nanoTime();
        fleet.provider.script().next(1, Call.BUY, Fault.afterTaking(Fault.How.HANG));
        var number = buyer.buys(WISH).text("/id");
        buyer.awaits(number, "RECEIVED");
        await().pollDelay(Duration.ofSeconds(5)).until(() -> true);
        long seconds = Duration.ofNanos(System.nanoTime() - began).toSeconds();

        assertThat(fleet.provider.market().counts().sold()).isEqualTo(sold + 1);
        assertThat(fleet.provider.received(Call.ACTIVE) - lists).isBetween(1L, 2 + seconds / 2);
        assertThat(fleet.provider.received(Call.PRICES) - prices).isBetween(2L, 2 + seconds);
    }

    @Test
    @Order(8)
    void when_one_is_killed_the_others_take_over_and_a_new_one_gets_its_share() {
        queries.getFirst().kill();
        within(20, () -> assertThat(fleet.segments(queries.getLast())).isEqualTo(14));
        var buyer = Buyer.registered(fleet.front.api()).with("7.00");
        assertThat(buyer.wallet().available()).isEqualByComparingTo("7.00");

        commands.getFirst().kill();
        within(20, () -> assertThat(fleet.segments(commands.getLast())).isEqualTo(4));
        buyer.bought(WISH);

        var third = fleet.starts("query-3", "query");
        fleet.front.query(third);
        within(
                20,
                () -> {
                    assertThat(fleet.segments(third)).isEqualTo(7);
                    assertThat(fleet.segments(queries.getLast())).isEqualTo(7);
                });
    }

    @Test
    @Order(9)
    void one_of_each_side_is_drained_and_no_request_fails() {
        var another = fleet.starts("command-3", "command");
        fleet.front.command(another);
        within(20, () -> assertThat(fleet.segments(another)).isEqualTo(2));
        try (var shopping = new Shopping(fleet.front.api(), 3)) {
            shopping.awaitServed(20);
            commands.getLast().terminate();
            queries.getLast().terminate();
            commands.getLast().awaitEnd(Duration.ofMinutes(1));
            within(5, () -> assertThat(fleet.segments(another)).isEqualTo(4));
            queries.getLast().awaitEnd(Duration.ofMinutes(1));
            shopping.awaitServed(20);
            assertThat(shopping.failed()).isEmpty();
        }
        assertThat(commands.getLast().log()).contains("Graceful shutdown complete");
        new Books(fleet.sql, fleet.provider).agree();
    }
}
