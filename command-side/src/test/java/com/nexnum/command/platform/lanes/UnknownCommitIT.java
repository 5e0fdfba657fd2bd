package com.nexnum.command.platform.lanes;

import static com.nexnum.kernel.money.Money.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nexnum.command.platform.claims.ClaimedBefore;
import com.nexnum.command.wallet.WalletCommand.DepositFunds;
import com.nexnum.command.wallet.WalletCommand.HoldFunds;
import com.nexnum.command.wallet.WalletCommand.OpenWallet;
import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.kernel.money.Currency;
import com.nexnum.kernel.wallet.HoldId;
import com.nexnum.kernel.wallet.OperationId;
import com.nexnum.kernel.wallet.WalletEvent.FundsDeposited;
import com.nexnum.kernel.wallet.WalletId;
import com.nexnum.platform.database.TestDatabase;
import com.nexnum.trial.BreakableDatabase;
import com.nexnum.trial.command.CommandProcess;
import com.nexnum.trial.command.Deeds.Deed;
import com.nexnum.trial.command.LossyCommits;
import com.nexnum.trial.command.LossyCommits.Loss;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.common.caching.NoCache;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The connection is lost in the middle of a commit: the answer is what the database holds. */
class UnknownCommitIT {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private static CommandProcess process;
    private static LossyCommits commits;

    private final WalletId wallet =
            WalletId.of(new CustomerId("cus_loss%06d".formatted(COUNT.incrementAndGet())));

    @BeforeAll
    static void started() {
        process = CommandProcess.on(TestDatabase.empty(), "nexnum.roles=command");
        commits = process.bean(LossyCommits.class);
    }

    @AfterAll
    static void closed() {
        process.close();
    }

    @BeforeEach
    void a_wallet() {
        process.send(new OpenWallet(wallet, Currency.USD));
        commits.onLoss = () -> {};
    }

    @ParameterizedTest
    @EnumSource(
            value = Loss.class,
            names = {"BEFORE", "AFTER"})
    void a_lost_commit_of_one_command_takes_effect_once(Loss loss) {
        commits.next.set(loss);
        process.send(deposit("d1"));
        assertThat(commits.next).hasValue(Loss.NONE);
        assertThat(deposits()).containsExactly("d1");
        process.send(deposit("d1"));
        process.send(new HoldFunds(wallet, new HoldId("hold_1"), usd("1.00")));
        assertThat(deposits()).containsExactly("d1");
    }

    @ParameterizedTest
    @EnumSource(
            value = Loss.class,
            names = {"BEFORE", "AFTER"})
    void a_lost_commit_of_many_commands_takes_effect_once(Loss loss) {
        var entered = new CountDownLatch(1);
        var latch = new CountDownLatch(1);
        var _ =
                process.start(
                        new Deed(
                                wallet.value(),
                                () -> {
                                    entered.countDown();
                                    latch.await();
                                    return "done";
                                }));
        await().until(() -> entered.getCount() == 0);
        var armed = new AtomicBoolean();
        var answers = new ArrayList<CompletableFuture<Object>>();
        for (int i = 0; i < 10; i++) {
            answers.add(process.start(deposit("d" + i)));
        }
        answers.add(
                process.start(
                        new Deed(
                                wallet.value(),
                                () -> {
                                    if (armed.compareAndSet(false, true)) {
                                        commits.next.set(loss);
                                    }
                                    return "armed";
                                })));
        latch.countDown();
        answers.forEach(CompletableFuture::join);
        assertThat(commits.next).hasValue(Loss.NONE);
        assertThat(deposits()).hasSize(10).doesNotHaveDuplicates();
    }

    @Test
    void when_the_database_cannot_be_asked_either_nobody_knows() {
        var database = new BreakableDatabase(process.bean(DataSource.class));
        commits.onLoss = database::goDown;
        var results = new ArrayList<CommandResultMessage<?>>();
        commits.next.set(Loss.AFTER);
        work(database).carryOut(List.of(storing(results)));
        commits.next.set(Loss.AFTER);
        database.comeBack();
        work(database).carryOut(List.of(storing(results), storing(results)));
        assertThat(results)
                .hasSize(3)
                .allSatisfy(result ->
                        assertThat(result.exceptionResult()).isInstanceOf(OutcomeUnknown.class));
    }

    @Test
    void what_stored_nothing_is_simply_done_again() {
        var database = new BreakableDatabase(process.bean(DataSource.class));
        var results = new ArrayList<CommandResultMessage<?>>();
        commits.next.set(Loss.AFTER);
        work(database).carryOut(List.of(job(results)));
        assertThat(results)
                .singleElement()
                .satisfies(result -> assertThat(result.getPayload()).isEqualTo("done"));
    }

    @Test
    void a_lane_that_closes_finishes_what_waits_and_takes_no_more() {
        var lane =
                new Lane(
                        99,
                        new LaneProperties(1, 4, 100),
                        work(new BreakableDatabase(process.bean(DataSource.class))));
        var results = new ArrayList<CommandResultMessage<?>>();
        for (int i = 0; i < 50; i++) {
            assertThat(lane.offer(job(results))).isTrue();
        }
        lane.start();
        lane.close();
        assertThat(results)
                .hasSize(50)
                .allSatisfy(result -> assertThat(result.isExceptional()).isFalse());
        assertThat(lane.offer(job(results))).isFalse();
    }

    private static LaneWork work(BreakableDatabase database) {
        var sql = JdbcClient.create(database);
        return new LaneWork(
                process.bean(TransactionManager.class),
                new TransactionLog(sql, 3, Duration.ofMillis(1)),
                new Freshness(sql, NoCache.INSTANCE),
                process.bean(ClaimedBefore.class),
                List.of());
    }

    private static LaneJob<?, ?> job(List<CommandResultMessage<?>> results) {
        return new LaneJob<>(
                GenericCommandMessage.asCommandMessage("nothing"),
                "lane",
                _ -> "done",
                (_, result) -> results.add(result));
    }

    /** An event makes a lost commit a question. */
    private LaneJob<?, ?> storing(List<CommandResultMessage<?>> results) {
        return new LaneJob<>(
                GenericCommandMessage.asCommandMessage("something"),
                "lane",
                _ -> {
                    process.bean(EventBus.class)
                            .publish(
                                    GenericEventMessage.asEventMessage(
                                            new FundsDeposited(
                                                    wallet,
                                                    new OperationId("stray"),
                                                    usd("1.00"),
                                                    "sandbox")));
                    return "done";
                },
                (_, result) -> results.add(result));
    }

    private DepositFunds deposit(String operation) {
        return new DepositFunds(wallet, new OperationId(operation), usd("1.00"), "sandbox");
    }

    private List<String> deposits() {
        return process.sql()
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
}
