package com.nexnum.command.platform.lanes;

import static com.nexnum.kernel.money.Money.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.nexnum.command.decision.CommandRejected;
import com.nexnum.command.offer.OfferCommand.ReleaseReservation;
import com.nexnum.command.offer.OfferCommand.ReserveOffer;
import com.nexnum.command.offer.OfferRejection.ReservationEnded;
import com.nexnum.command.wallet.WalletCommand.DepositFunds;
import com.nexnum.command.wallet.WalletCommand.HoldFunds;
import com.nexnum.command.wallet.WalletCommand.OpenWallet;
import com.nexnum.command.wallet.WalletRejection.InsufficientFunds;
import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.kernel.money.Currency;
import com.nexnum.kernel.offer.OfferId;
import com.nexnum.kernel.offer.ReservationId;
import com.nexnum.kernel.purchase.OrderId;
import com.nexnum.kernel.wallet.HoldId;
import com.nexnum.kernel.wallet.OperationId;
import com.nexnum.kernel.wallet.WalletId;
import com.nexnum.platform.database.TestDatabase;
import com.nexnum.trial.command.CommandProcess;
import com.nexnum.trial.command.Deeds.Deed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Commands in lanes, as two processes carry them out on one database. */
class LanesIT {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private static CommandProcess one;
    private static CommandProcess other;

    private final WalletId wallet =
            WalletId.of(new CustomerId("cus_lane%06d".formatted(COUNT.incrementAndGet())));

    @BeforeAll
    static void two_processes() {
        var database = TestDatabase.empty();
        one = CommandProcess.on(database, "nexnum.roles=command", "nexnum.lanes.count=2");
        other =
                CommandProcess.on(
                        database,
                        "nexnum.roles=command",
                        "nexnum.lanes.count=1",
                        "nexnum.lanes.queue=32");
    }

    @AfterAll
    static void closed() {
        one.close();
        other.close();
    }

    @BeforeEach
    void a_wallet() {
        one.send(new OpenWallet(wallet, Currency.USD));
    }

    @Test
    void commands_that_wait_together_are_committed_together_and_in_order() {
        var busy = occupy(one);
        var answers = new ArrayList<CompletableFuture<Object>>();
        for (int i = 0; i < 20; i++) {
            answers.add(one.start(deposit("d" + i)));
        }
        busy.countDown();
        answers.forEach(CompletableFuture::join);
        assertThat(column("count(distinct xmin::text)", "wallet.funds-deposited"))
                .containsExactly("1");
        assertThat(deposits())
                .containsExactlyElementsOf(
                        java.util.stream.IntStream.range(0, 20).mapToObj(i -> "d" + i).toList());
    }

    @Test
    void a_bad_command_does_not_hurt_its_neighbours() {
        claimed("d4", "deposit USD 7 another");
        var busy = occupy(one);
        var first = one.start(deposit("d1"));
        var refused = one.start(new HoldFunds(wallet, new HoldId("hold_big"), usd("1000.00")));
        var second = one.start(deposit("d2"));
        var thrown =
                one.start(
                        deed(() -> {
                            throw new IllegalStateException("a bug");
                        }));
        var broken = one.start(deed(() -> one.sql().sql("select 1/0").query().singleValue()));
        var reused = one.start(deposit("d4"));
        var last = one.start(deposit("d3"));
        busy.countDown();

        assertThat(failure(refused)).isInstanceOf(CommandRejected.class);
        assertThat(failure(thrown)).hasMessageContaining("a bug");
        assertThat(failure(broken)).hasStackTraceContaining("division by zero");
        assertThat(((CommandRejected) failure(reused)).reason())
                .isEqualTo(new OperationReused("d4"));
        first.join();
        second.join();
        last.join();
        assertThat(deposits()).containsExactly("d1", "d2", "d3");
    }

    @Test
    void a_full_lane_takes_no_more_and_nothing_of_it_is_done() {
        var busy = occupy(other);
        var answers = new ArrayList<CompletableFuture<Object>>();
        for (int i = 0; i < 32; i++) {
            answers.add(other.start(deposit("d" + i)));
        }
        assertThat(failure(other.start(deposit("too-many")))).isInstanceOf(LaneBusy.class);
        busy.countDown();
        answers.forEach(CompletableFuture::join);
        assertThat(deposits()).hasSize(32).doesNotContain("too-many");
    }

    @Test
    void a_handler_that_sends_a_command_is_refused() {
        var sent =
                one.start(
                        deed(() -> {
                            one.send(deposit("from-within"));
                            return "sent";
                        }));
        assertThat(failure(sent)).hasMessageContaining("A command handler sends no command");
        assertThat(deposits()).isEmpty();
    }

    @Test
    void a_refusal_from_an_old_state_is_decided_again_on_the_newest() {
        other.send(deposit("elsewhere"));
        one.send(new HoldFunds(wallet, new HoldId("hold_1"), usd("0.50")));
        assertThat(column("count(*)", "wallet.funds-held")).containsExactly("1");
    }

    @Test
    void a_refusal_from_the_newest_state_stands() {
        var hold = new HoldFunds(wallet, new HoldId("hold_1"), usd("0.50"));
        assertThatThrownBy(() -> one.send(hold))
                .isInstanceOfSatisfying(
                        CommandRejected.class,
                        rejected ->
                                assertThat(rejected.reason())
                                        .isInstanceOf(InsufficientFunds.class));
    }

    @Test
    void a_done_before_from_an_old_state_is_decided_again_on_the_newest() {
        var reserve = reserve();
        one.send(reserve);
        other.send(new ReleaseReservation(reserve.offerId(), reserve.reservationId(), "GIVEN_UP"));
        assertThat(failure(one.start(reserve)))
                .isInstanceOfSatisfying(
                        CommandRejected.class,
                        rejected ->
                                assertThat(rejected.reason()).isInstanceOf(ReservationEnded.class));
        assertThat(events(reserve.offerId())).isEqualTo(2);
    }

    @Test
    void a_done_before_from_an_old_state_does_not_hurt_its_neighbours() {
        var reserve = reserve();
        other.send(reserve);
        one.send(new ReleaseReservation(reserve.offerId(), reserve.reservationId(), "GIVEN_UP"));
        var busy = occupy(other);
        var first = other.start(deposit("d1"));
        var repeat = other.start(reserve);
        var second = other.start(deposit("d2"));
        busy.countDown();

        assertThat(failure(repeat)).isInstanceOf(CommandRejected.class);
        first.join();
        second.join();
        assertThat(deposits()).containsExactly("d1", "d2");
    }

    @Test
    void a_done_before_from_the_newest_state_stands() {
        var reserve = reserve();
        one.send(reserve);
        one.send(reserve);
        other.send(reserve);
        assertThat(events(reserve.offerId())).isEqualTo(1);
    }

    @Test
    void two_processes_write_one_wallet_and_every_operation_counts_once() throws Exception {
        int writers = 16;
        int each = 12;
        var conflicts = new AtomicInteger();
        try (var threads = Executors.newFixedThreadPool(writers)) {
            var written = new ArrayList<Future<?>>();
            for (int w = 0; w < writers; w++) {
                var name = "w" + w + "-";
                var process = w % 2 == 0 ? one : other;
                written.add(
                        threads.submit(() -> {
                            for (int i = 0; i < each; i++) {
                                untilDone(process, deposit(name + i), conflicts);
                                untilDone(i % 2 == 0 ? one : other, deposit(name + i), conflicts);
                            }
                        }));
            }
            for (var future : written) {
                future.get();
            }
        }
        assertThat(deposits()).hasSize(writers * each).doesNotHaveDuplicates();
        assertThat(column("count(*) = max(sequence_number) + 1", null)).containsExactly("t");
        var all = new HoldFunds(wallet, new HoldId("hold_all"), usd(writers * each + ".00"));
        one.send(all);
        var more = new HoldFunds(wallet, new HoldId("hold_more"), usd("0.01"));
        assertThatThrownBy(() -> other.send(more)).isInstanceOf(CommandRejected.class);
        assertThat(conflicts.get()).as("gave up for others").isLessThan(writers * each / 4);
    }

    @Test
    void a_repeat_that_the_wallet_has_forgotten_does_nothing() {
        claimed("d1", "deposit USD 1000000 sandbox");
        one.send(deposit("d1"));
        assertThat(deposits()).isEmpty();
    }

    private static void untilDone(CommandProcess process, Object command, AtomicInteger conflicts) {
        while (true) {
            try {
                process.send(command);
                return;
            } catch (LaneConflict e) {
                conflicts.incrementAndGet();
            }
        }
    }

    /** The lane of this wallet is busy until the latch opens: what is sent meanwhile waits. */
    private CountDownLatch occupy(CommandProcess process) {
        var entered = new CountDownLatch(1);
        var latch = new CountDownLatch(1);
        var _ =
                process.start(
                        deed(() -> {
                            entered.countDown();
                            latch.await();
                            return "done";
                        }));
        await().until(() -> entered.getCount() == 0);
        return latch;
    }

    private Deed deed(Callable<?> work) {
        return new Deed(wallet.value(), work);
    }

    private DepositFunds deposit(String operation) {
        return new DepositFunds(wallet, new OperationId(operation), usd("1.00"), "sandbox");
    }

    /** Of an offer that nobody else uses. */
    private static ReserveOffer reserve() {
        var now = Instant.parse("2126-03-01T12:00:00Z");
        int number = COUNT.incrementAndGet();
        return new ReserveOffer(
                new OfferId("offer-sandbox-service%d-US".formatted(number)),
                new ReservationId("rsv_lane" + number),
                new OrderId("ord_%06d".formatted(number)),
                usd("0.15"),
                1,
                1,
                now,
                now.plusSeconds(300));
    }

    private static long events(OfferId offer) {
        return one.sql()
                .sql("select count(*) from domain_event_entry where aggregate_identifier = :offer")
                .param("offer", offer.value())
                .query(Long.class)
                .single();
    }

    private void claimed(String operation, String content) {
        one.sql()
                .sql("insert into operation_claim values (:wallet, :operation, :content)")
                .param("wallet", wallet.value())
                .param("operation", operation)
                .param("content", content)
                .update();
    }

    private List<String> deposits() {
        return one.sql()
                .sql(
                        """
                        select payload ->> 'operationId' from event
                         where stream = :wallet and name = 'wallet.funds-deposited'
                         order by sequence
                        """)
                .param("wallet", wallet.value())
                .query((row, _) -> row.getString(1))
                .list();
    }

    private List<String> column(String expression, @org.jspecify.annotations.Nullable String name) {
        return one
                .sql()
                .sql(
                        "select ("
                                + expression
                                + ")::text from domain_event_entry where aggregate_identifier ="
                                + " :wallet and payload_type = coalesce(:name, payload_type)")
                .param("wallet", wallet.value())
                .param("name", name)
                .query((row, _) -> row.getString(1))
                .list()
                .stream()
                .map(text -> text.replace("true", "t"))
                .toList();
    }

    private static Throwable failure(CompletableFuture<Object> answer) {
        try {
            throw new AssertionError("Succeeded: " + answer.join());
        } catch (CompletionException e) {
            return java.util.Objects.requireNonNull(e.getCause());
        }
    }
}
