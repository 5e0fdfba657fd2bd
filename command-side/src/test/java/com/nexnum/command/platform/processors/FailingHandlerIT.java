package com.nexnum.command.platform.processors;

import static com.nexnum.kernel.money.Money.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nexnum.command.wallet.WalletCommand.DepositFunds;
import com.nexnum.command.wallet.WalletCommand.OpenWallet;
import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.kernel.money.Currency;
import com.nexnum.kernel.wallet.OperationId;
import com.nexnum.kernel.wallet.WalletId;
import com.nexnum.platform.database.TestDatabase;
import com.nexnum.platform.eventstore.EventTail;
import com.nexnum.trial.command.BrittleProjection;
import com.nexnum.trial.command.BrittleProjection.Fault;
import com.nexnum.trial.command.CommandProcess;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.messaging.deadletter.SequencedDeadLetterProcessor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A handler that fails, and events that nobody can read: nothing is skipped, nothing is halved. */
@ExtendWith(OutputCaptureExtension.class)
class FailingHandlerIT {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private static CommandProcess process;
    private static JdbcClient sql;
    private static BrittleProjection brittle;

    @BeforeAll
    static void started() {
        var database = TestDatabase.migrated();
        JdbcClient.create(database.dataSource()).sql(BrittleProjection.TABLE).update();
        process =
                CommandProcess.on(
                        database,
                        List.of(BrittleProjection.class),
                        "nexnum.roles=command,query",
                        "nexnum.processors.token-claim-interval=500ms");
        sql = process.sql();
        brittle = process.bean(BrittleProjection.class);
    }

    @AfterAll
    static void closed() {
        process.close();
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void an_event_that_fails_waits_with_all_that_follow_until_its_handler_is_mended(Fault fault) {
        var wallet = open();
        var neighbour = open();
        brittle.faults.put("bad-" + wallet, fault);
        deposit(wallet, "good");
        deposit(wallet, "bad-" + wallet);
        deposit(wallet, "after");
        deposit(neighbour, "elsewhere");

        within(() -> {
            assertThat(handled(neighbour)).containsExactly("open:" + neighbour, "elsewhere");
            assertThat(letters(wallet)).containsExactly("1", "2");
        });
        assertThat(handled(wallet)).containsExactly("open:" + wallet, "good");
        assertThat(cause(wallet)).contains(fault.words());

        assertThat(deadLetters().processAny()).isFalse();
        assertThat(letters(wallet)).hasSize(2);
        assertThat(handled(wallet)).containsExactly("open:" + wallet, "good");

        brittle.faults.clear();
        assertThat(deadLetters().processAny()).isTrue();
        assertThat(handled(wallet))
                .containsExactly("open:" + wallet, "good", "bad-" + wallet, "after");
        assertThat(letters(wallet)).isEmpty();
    }

    @Test
    void an_event_of_broken_json_is_a_dead_letter_and_the_log_says_which(CapturedOutput log) {
        var wallet = open();
        long index = insert(wallet.value(), 1, "wallet.funds-deposited", "{\"amount\":");
        within(() -> assertThat(groups(wallet)).contains("balance", "brittle", "feed", "ledger"));
        assertThat(log)
                .contains("event " + index + " (wallet.funds-deposited, 1 of " + wallet + ")");
        var neighbour = open();
        within(() -> assertThat(handled(neighbour)).containsExactly("open:" + neighbour));
    }

    @Test
    void an_event_that_nobody_knows_stops_everything_and_the_log_says_which(CapturedOutput log) {
        long index = insert("odd-stream", 0, "wallet.from-the-future", "{}");
        var wallet = open();
        within(() ->
                assertThat(log).contains("Event " + index + ", 0 of odd-stream, cannot be read"));
        await().during(Duration.ofSeconds(2)).until(() -> handled(wallet).isEmpty());
        assertThat(positions()).allMatch(position -> position < index);

        brittle.asSuperuser("delete from domain_event_entry where global_index = " + index);
        within(() -> assertThat(handled(wallet)).containsExactly("open:" + wallet));
    }

    @Test
    void a_processor_is_woken_by_the_event_and_does_not_look_now_and_then() throws Exception {
        var tail = process.bean(EventTail.class);
        var woken = new CountDownLatch(1);
        try (var stream = tail.openStream(tail.createHeadToken())) {
            assertThat(stream.setOnAvailableCallback(woken::countDown)).isTrue();
            open();
            await().until(() -> woken.getCount() == 0);
            await().until(stream::hasNextAvailable);
            assertThat(stream.nextAvailable().getPayloadType().getSimpleName())
                    .isEqualTo("WalletOpened");
        }
    }

    private static void within(org.awaitility.core.ThrowingRunnable assertion) {
        await().atMost(Duration.ofSeconds(40)).untilAsserted(assertion);
    }

    private static SequencedDeadLetterProcessor<EventMessage<?>> deadLetters() {
        return process.bean(EventProcessingConfiguration.class)
                .sequencedDeadLetterProcessor("brittle")
                .orElseThrow();
    }

    private static WalletId open() {
        var wallet = WalletId.of(new CustomerId("cus_fail%06d".formatted(COUNT.incrementAndGet())));
        process.send(new OpenWallet(wallet, Currency.USD));
        return wallet;
    }

    private static void deposit(WalletId wallet, String operation) {
        process.send(new DepositFunds(wallet, new OperationId(operation), usd("1.00"), "sandbox"));
    }

    private static long insert(String stream, long sequence, String name, String payload) {
        return sql.sql(
                        """
                        insert into domain_event_entry
                         (event_identifier, aggregate_identifier, sequence_number, type, time_stamp,
                          payload_type, payload_revision, payload, meta_data)
                        values (gen_random_uuid()::text, :stream, :sequence, 'Wallet',
                                '2026-03-01T00:00:00Z', :name, '1', :payload, '{}')
                        returning global_index
                        """)
                .param("stream", stream)
                .param("sequence", sequence)
                .param("name", name)
                .param("payload", payload)
                .query(Long.class)
                .single();
    }

    private static List<Long> positions() {
        return process
                .bean(EventProcessingConfiguration.class)
                .eventProcessor("balance", StreamingEventProcessor.class)
                .orElseThrow()
                .processingStatus()
                .values()
                .stream()
                .map(segment -> segment.getCurrentPosition().orElse(-1))
                .toList();
    }

    private static List<String> handled(WalletId wallet) {
        return texts("select operation from brittle where wallet = :wallet order by n", wallet);
    }

    private static List<String> letters(WalletId wallet) {
        return texts(
                """
                select row_number() over (order by sequence_index)::text from dead_letter_entry
                 where processing_group = 'brittle' and aggregate_identifier = :wallet
                """,
                wallet);
    }

    private static List<String> groups(WalletId wallet) {
        return texts(
                """
                select processing_group from dead_letter_entry
                 where aggregate_identifier = :wallet
                """,
                wallet);
    }

    private static String cause(WalletId wallet) {
        return texts(
                        """
                        select cause_type || ' ' || cause_message from dead_letter_entry
                         where processing_group = 'brittle' and aggregate_identifier = :wallet
                         order by sequence_index limit 1
                        """,
                        wallet)
                .getFirst();
    }

    private static List<String> texts(String query, WalletId wallet) {
        return sql.sql(query)
                .param("wallet", wallet.value())
                .query((row, _) -> row.getString(1))
                .list();
    }
}
