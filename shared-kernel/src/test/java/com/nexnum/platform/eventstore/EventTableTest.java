package com.nexnum.platform.eventstore;

import static com.nexnum.kernel.money.Money.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.kernel.money.Currency;
import com.nexnum.kernel.wallet.OperationId;
import com.nexnum.kernel.wallet.WalletEvent.FundsDeposited;
import com.nexnum.kernel.wallet.WalletEvent.WalletOpened;
import com.nexnum.kernel.wallet.WalletId;
import com.nexnum.platform.database.TestDatabase;
import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.SerializationException;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How events stand in PostgreSQL, and that they stay. */
class EventTableTest {

    private static final CustomerId CUSTOMER = new CustomerId("cus_000001");
    private static final WalletId WALLET = WalletId.of(CUSTOMER);

    private final EventStoreFixture fixture = new EventStoreFixture();

    @AfterEach
    void closed() {
        fixture.close();
    }

    @Test
    void a_payload_is_canonical_json_byte_for_byte() {
        append(0, opened());
        assertThat(one("select payload from domain_event_entry"))
                .isEqualTo(
                        """
                        {"currency":"USD","customerId":"cus_000001","operationId":"open:1","walletId":"wallet-cus_000001"}\
                        """);
        assertThat(one("select payload_type || ' ' || payload_revision from domain_event_entry"))
                .isEqualTo("wallet.opened 1");
    }

    @Test
    void what_is_appended_is_read_back_in_order() {
        append(0, opened());
        append(1, deposited("d1"));
        var events = fixture.engine.readEvents(WALLET.value());
        assertThat(events.asStream().<Object>map(EventMessage::getPayload))
                .containsExactly(opened(), deposited("d1"));
    }

    @Test
    void people_read_events_in_a_view() {
        append(0, opened());
        append(1, deposited("d1"));
        assertThat(
                        one(
                                """
                                select stream || ' ' || sequence || ' ' || name || ' '
                                       || (payload ->> 'gateway')
                                  from event where occurred_at > now() - interval '1 hour'
                                   and sequence = 1
                                """))
                .isEqualTo("wallet-cus_000001 1 wallet.funds-deposited sandbox");
    }

    @Test
    void a_second_event_at_one_place_of_a_stream_is_a_conflict() {
        append(0, opened());
        append(1, deposited("d1"));
        assertThatThrownBy(() -> append(1, deposited("d2")))
                .isInstanceOf(ConcurrencyException.class);
        assertThatThrownBy(() -> append(0, opened()))
                .isInstanceOf(AggregateStreamCreationException.class);
        assertThat(one("select count(*) from domain_event_entry")).isEqualTo("2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update domain_event_entry set payload = '{}'",
                "update domain_event_entry set payload = '{}' where false",
                "delete from domain_event_entry",
                "truncate domain_event_entry"
            })
    void not_even_the_owner_changes_the_past(String change) {
        append(0, opened());
        assertThatThrownBy(() -> fixture.sql.sql(change).update())
                .hasStackTraceContaining("Events are for ever");
        assertThat(one("select count(*) from domain_event_entry")).isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update domain_event_entry set payload = '{}'",
                "delete from domain_event_entry",
                "truncate domain_event_entry",
                "update operation_claim set content = ''",
                "delete from operation_claim",
                "truncate operation_claim",
                "alter table domain_event_entry disable trigger events_are_for_ever",
                "set session_replication_role = replica"
            })
    void the_application_may_not_change_the_past(String change) {
        try (var application = asApplication()) {
            assertThatThrownBy(() -> application.sql.sql(change).update())
                    .hasStackTraceContaining(
                            change.startsWith("alter") ? "must be owner" : "permission denied");
        }
    }

    @Test
    void the_application_appends_and_reads() {
        try (var application = asApplication()) {
            application.transactions.executeInTransaction(
                    () -> application.engine.appendEvents(message(0, opened())));
            assertThat(application.engine.readEvents(WALLET.value()).asStream()).hasSize(1);
            assertThat(application.sql.sql("select count(*) from event").query(Long.class).single())
                    .isEqualTo(1);
        }
    }

    @Test
    void an_event_that_nobody_knows_is_no_part_of_a_stream_and_comes_unread_to_processors() {
        append(0, opened());
        fixture.sql
                .sql(
                        """
                        insert into domain_event_entry
                         (event_identifier, aggregate_identifier, sequence_number, type, time_stamp,
                          payload_type, payload_revision, payload, meta_data)
                        values ('x', 'wallet-cus_000001', 1, 'Wallet', '2026-03-01T00:00:00Z',
                                'wallet.from-the-future', '1', '{}', '{}')
                        """)
                .update();
        assertThatThrownBy(() -> fixture.engine.readEvents(WALLET.value()).asStream().toList())
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("Event x, 1 of wallet-cus_000001")
                .hasMessageContaining("wallet.from-the-future");
        var followed = fixture.engine.readEvents(null, false).toList();
        assertThat(followed).hasSize(2);
        assertThat(Unreadable.is(followed.get(0))).isFalse();
        assertThat(Unreadable.is(followed.get(1))).isTrue();
        assertThat(Unreadable.why(followed.get(1)))
                .hasMessageContaining("No event is called wallet.from-the-future");
    }

    @Test
    void a_position_in_a_replay_survives_the_store() {
        TrackingToken token =
                ReplayToken.createReplayToken(
                        GapAwareTrackingToken.newInstance(9, List.of(7L)),
                        GapAwareTrackingToken.newInstance(3, List.of()));
        var tokens = fixture.parts().tokens();
        fixture.transactions.executeInTransaction(() -> {
            tokens.initializeTokenSegments("balance", 1);
            tokens.storeToken(token, "balance", 0);
        });
        TrackingToken read =
                fixture.transactions.fetchInTransaction(() -> tokens.fetchToken("balance", 0));
        assertThat(read).isEqualTo(token);
    }

    private void append(long sequence, Object event) {
        fixture.transactions.executeInTransaction(
                () -> fixture.engine.appendEvents(message(sequence, event)));
    }

    private static EventMessage<?> message(long sequence, Object event) {
        return new GenericDomainEventMessage<>("Wallet", WALLET.value(), sequence, event);
    }

    private static Object opened() {
        return new WalletOpened(WALLET, new OperationId("open:1"), CUSTOMER, Currency.USD);
    }

    private static Object deposited(String operation) {
        return new FundsDeposited(WALLET, new OperationId(operation), usd("1.00"), "sandbox");
    }

    private String one(String query) {
        return fixture.sql.sql(query + "").query((row, _) -> row.getString(1)).single();
    }

    /** A database that was migrated while the application's role was there. */
    private static EventStoreFixture asApplication() {
        var database = TestDatabase.empty();
        JdbcClient.create(database.dataSource())
                .sql(
                        """
                        do $$ begin
                            create role nexnum_app login;
                        exception when duplicate_object then null;
                        end $$
                        """)
                .update();
        Flyway.configure().dataSource(database.dataSource()).load().migrate();
        return new EventStoreFixture(database.url().replace("user=postgres", "user=nexnum_app"));
    }
}
