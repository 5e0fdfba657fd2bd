package com.nexnum.platform.eventstore;

import static com.nexnum.kernel.money.Money.usd;
import static org.assertj.core.api.Assertions.assertThat;

import com.nexnum.kernel.identity.CustomerId;
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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The statements of our own in Axon's storage. */
class EventStorageTest {

    private static final WalletId WALLET = WalletId.of(new CustomerId("cus_000001"));

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
