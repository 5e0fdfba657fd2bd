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
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.DeadLetter;
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
                        "nexnum.dead-letters.look-every=1h",
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
    void an_event_that_nobody_knows_waits_in_every_group_and_the_log_says_which(
            CapturedOutput log) {
        var odd = WalletId.of(new CustomerId("cus_odd%06d".formatted(COUNT.incrementAndGet())));
        long index = insert(odd.value(), 0, "wallet.from-the-future", "{}");
        insert(
                odd.value(),
                1,
                "wallet.funds-deposited",
                """
                {"amount":{"currency":"USD","micros":1000000},"gateway":"sandbox",
                 "operationId":"late","walletId":"%s"}\
                """
                        .formatted(odd));
        var neighbour = open();

        within(() -> assertThat(handled(neighbour)).containsExactly("open:" + neighbour));
        within(() ->
                assertThat(groups(odd))
                        .contains("purchase", "balance", "brittle", "feed", "ledger", "orders"));
        within(() -> assertThat(letters(odd)).containsExactly("1", "2"));
        assertThat(log)
                .contains(
                        "event " + index + " (unknown to this version, 0 of " + odd + ")",
                        "No event is called wallet.from-the-future");
        assertThat(deadLetters().process(letter -> of(letter, odd))).isFalse();
        assertThat(letters(odd)).hasSize(2);

        brittle.asSuperuser(
                """
                update domain_event_entry set payload_type = 'wallet.opened', payload =
                 '{"currency":"USD","customerId":"%s","operationId":"o","walletId":"%s"}'
                 where global_index = %d
                """
                        .formatted(odd.value().substring("wallet-".length()), odd, index));
        assertThat(deadLetters().process(letter -> of(letter, odd))).isTrue();
        assertThat(handled(odd)).containsExactly("o", "late");
        assertThat(letters(odd)).isEmpty();
    }

    private static boolean of(DeadLetter<? extends EventMessage<?>> letter, WalletId wallet) {
        return letter.message() instanceof DomainEventMessage<?> event
                && event.getAggregateIdentifier().equals(wallet.value());
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
