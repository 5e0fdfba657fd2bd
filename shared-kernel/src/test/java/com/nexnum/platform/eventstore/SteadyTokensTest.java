package com.nexnum.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a database that died took back is found out, and handled again. */
class SteadyTokensTest {

    private static final String GROUP = "balance";

    private final EventStoreFixture fixture = new EventStoreFixture();
    private final TokenStore tokens = fixture.parts().tokens();

    @BeforeEach
    void claimed() {
        transaction(() -> {
            tokens.initializeTokenSegments(GROUP, 1, at(1));
            return null;
        });
        claim();
    }

    @AfterEach
    void closed() {
        fixture.close();
    }

    @Test
    void a_position_moves_on_as_it_is_stored() {
        store(2);
        store(3);
        extend();
        store(4);
        assertThat(claim()).isEqualTo(at(4));
    }

    @Test
    void a_position_that_was_taken_back_is_not_passed_over() {
        store(2);
        var before = stored();
        store(3);
        store(before);

        assertThatThrownBy(() -> store(4)).isInstanceOf(UnableToClaimTokenException.class);

        assertThat(stored()).isEqualTo(before);
        assertThat(claim()).isEqualTo(at(2));
        store(3);
    }

    @Test
    void a_claim_on_a_position_that_was_taken_back_is_not_extended() {
        var before = stored();
        store(2);
        store(before);

        assertThatThrownBy(this::extend).isInstanceOf(UnableToClaimTokenException.class);

        assertThat(claim()).isEqualTo(at(1));
        extend();
    }

    @Test
    void what_was_rolled_back_is_not_believed_in() {
        assertThatThrownBy(() ->
                        transaction(() -> {
                            tokens.storeToken(at(9), GROUP, 0);
                            throw new IllegalStateException("on purpose");
                        }))
                .hasMessage("on purpose");
        store(2);
        assertThat(claim()).isEqualTo(at(2));
    }

    @Test
    void a_claim_is_extended_while_the_next_position_is_being_stored() throws Exception {
        var stored = new CountDownLatch(1);
        var extending = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var storing =
                    threads.submit(() ->
                            transaction(() -> {
                                tokens.storeToken(at(2), GROUP, 0);
                                stored.countDown();
                                awaitWaiting(extending);
                                return null;
                            }));
            stored.await();
            var extended =
                    threads.submit(() -> {
                        extending.countDown();
                        extend();
                    });
            storing.get();
            extended.get();
        }
        store(3);
        assertThat(claim()).isEqualTo(at(3));
    }

    /** Until the other transaction waits for the row that this one holds. */
    private void awaitWaiting(CountDownLatch begun) {
        await().until(() ->
                begun.getCount() == 0
                        && fixture.sql
                                        .sql("select count(*) from pg_locks where not granted")
                                        .query(Long.class)
                                        .single()
                                > 0);
    }

    @Test
    void a_position_of_somebody_else_is_not_overwritten() {
        fixture.sql.sql("update token_entry set owner = 'somebody else'").update();
        assertThatThrownBy(() -> store(2)).isInstanceOf(UnableToClaimTokenException.class);
        assertThat(stored()).contains("1");
    }

    @Test
    void the_beginning_of_all_events_is_a_position_too() {
        transaction(() -> {
            tokens.initializeTokenSegments("orders", 1);
            return null;
        });
        transaction(() -> tokens.fetchToken("orders", Segment.ROOT_SEGMENT));
        transaction(() -> {
            tokens.extendClaim("orders", 0);
            tokens.storeToken(at(7), "orders", 0);
            return null;
        });
        assertThat(transaction(() -> tokens.fetchToken("orders", Segment.ROOT_SEGMENT)))
                .isEqualTo(at(7));
    }

    private void store(long position) {
        transaction(() -> {
            tokens.storeToken(at(position), GROUP, 0);
            return null;
        });
    }

    private void extend() {
        transaction(() -> {
            tokens.extendClaim(GROUP, 0);
            return null;
        });
    }

    private @Nullable TrackingToken claim() {
        return transaction(() -> tokens.fetchToken(GROUP, Segment.ROOT_SEGMENT));
    }

    private String stored() {
        return fixture.sql
                .sql("select convert_from(token, 'UTF8') from token_entry")
                .query(String.class)
                .single();
    }

    /** As a server leaves it that lost its last transactions. */
    private void store(String before) {
        fixture.sql
                .sql("update token_entry set token = convert_to(:token, 'UTF8')")
                .param("token", before)
                .update();
    }

    private <T> @Nullable T transaction(Supplier<@Nullable T> work) {
        return fixture.transactions.fetchInTransaction(work);
    }

    private static TrackingToken at(long position) {
        return new GlobalSequenceTrackingToken(position);
    }
}
