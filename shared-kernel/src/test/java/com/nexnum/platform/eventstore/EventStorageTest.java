package com.nexnum.platform.eventstore;

import static com.nexnum.kernel.money.Money.usd;
import static org.assertj.core.api.Assertions.assertThat;

import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.kernel.language.RevisionStep;
import com.nexnum.kernel.language.RevisionStep.Stored;
import com.nexnum.kernel.wallet.OperationId;
import com.nexnum.kernel.wallet.WalletEvent.FundsDeposited;
import com.nexnum.kernel.wallet.WalletId;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.Message;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** The statements of our own in Axon's storage. */
class EventStorageTest {

    private static final WalletId WALLET = WalletId.of(new CustomerId("cus_000001"));

    private static final String OLD =
            "{\"walletId\":\"%s\",\"operationId\":\"d0\",\"cents\":125}".formatted(WALLET);
    private static final RevisionStep TOPPED_UP =
            new RevisionStep(
                    new Stored("wallet.topped-up", "1"),
                    new Stored("wallet.funds-deposited", "1"),
                    EventStorageTest::inMoney);

    private final EventStoreFixture fixture = new EventStoreFixture();

    @AfterEach
    void closed() {
        fixture.close();
    }

    @Test
    void events_of_one_commit_keep_their_order() {
        append(0, 1_200);
        assertThat(read(null))
                .extracting(EventStorageTest::sequence)
                .isEqualTo(LongStream.range(0, 1_200).boxed().toList());
    }

    @Test
    void no_gap_is_too_wide_to_be_read_over() {
        append(0, 1);
        fixture.sql
                .sql(
                        "alter table domain_event_entry alter column global_index restart with 5000000")
                .update();
        append(1, 1);
        assertThat(read(null)).extracting(EventStorageTest::position).containsExactly(1L, 5000000L);
        assertThat(read(GapAwareTrackingToken.newInstance(1, List.of())))
                .extracting(EventStorageTest::position)
                .containsExactly(5000000L);
    }

    @Test
    void an_event_that_was_missing_is_read_once_it_is_there() {
        append(0, 5);
        var read = read(GapAwareTrackingToken.newInstance(3, List.of(2L)));
        assertThat(read).extracting(EventStorageTest::sequence).containsExactly(1L, 3L, 4L);
        assertThat(read.getLast().trackingToken())
                .isEqualTo(GapAwareTrackingToken.newInstance(5, List.of()));
    }

    @Test
    void an_event_of_an_older_revision_is_read_as_todays_and_stays_as_it_was_stored() {
        fixture.sql
                .sql(
                        """
                        insert into domain_event_entry (event_identifier, aggregate_identifier, sequence_number,
                               type, time_stamp, payload_type, payload_revision, payload, meta_data)
                        values ('old', :wallet, 0, 'Wallet', '2020-01-01T00:00:00Z', 'wallet.topped-up', '1', :payload, '{}')
                        """)
                .param("wallet", WALLET.value())
                .param("payload", OLD)
                .update();
        var engine = fixture.engineWith(new EventUpcasterChain(TOPPED_UP));

        var today = new FundsDeposited(WALLET, new OperationId("d0"), usd("1.25"), "cash");
        assertThat(engine.readEvents(null, false).<Object>map(Message::getPayload))
                .containsExactly(today);
        assertThat(engine.readEvents(WALLET.value()).asStream().<Object>map(Message::getPayload))
                .containsExactly(today);
        assertThat(
                        fixture.sql
                                .sql("select payload from domain_event_entry")
                                .query(String.class)
                                .list())
                .containsExactly(OLD);
    }

    private static ObjectNode inMoney(ObjectNode json) {
        var cents = json.remove("cents").longValue();
        json.putObject("amount").put("currency", "USD").put("micros", cents * 10_000);
        return json.put("gateway", "cash");
    }

    private static long sequence(TrackedEventMessage<?> event) {
        return ((DomainEventMessage<?>) event).getSequenceNumber();
    }

    private static long position(TrackedEventMessage<?> event) {
        return event.trackingToken().position().orElseThrow();
    }

    private void append(long from, int count) {
        var events =
                IntStream.range(0, count)
                        .mapToObj(i ->
                                new GenericDomainEventMessage<>(
                                        "Wallet",
                                        WALLET.value(),
                                        from + i,
                                        new FundsDeposited(
                                                WALLET,
                                                new OperationId("d" + (from + i)),
                                                usd("1.00"),
                                                "sandbox")))
                        .toList();
        fixture.transactions.executeInTransaction(() -> fixture.engine.appendEvents(events));
    }

    private List<? extends TrackedEventMessage<?>> read(@Nullable TrackingToken after) {
        return fixture.engine.readEvents(after, false).toList();
    }
}
