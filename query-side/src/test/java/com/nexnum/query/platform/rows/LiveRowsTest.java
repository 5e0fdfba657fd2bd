package com.nexnum.query.platform.rows;

import static com.nexnum.query.history.Door.ANNA;
import static com.nexnum.query.history.Door.BERT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nexnum.kernel.wallet.WalletEvent;
import com.nexnum.query.history.ReadModels;
import com.nexnum.query.history.Wallets;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.junit.jupiter.api.Test;

/** A model of our own, whose second event of a wallet the database refuses. */
class LiveRowsTest {

    private final ReadModels models = new ReadModels();
    private final ReadModel model = new Told();

    record ToldRow(String activationId) {}

    private static final class Told implements ReadModel {

        private static final Table<ToldRow> TABLE = Table.log("feed_number", ToldRow.class);

        @Override
        public String name() {
            return "told";
        }

        @Override
        public List<Table<?>> tables() {
            return List.of(TABLE);
        }

        @Override
        public List<Class<?>> events() {
            return List.of(WalletEvent.class);
        }

        @Override
        public void fold(Recorded event, Rows rows) {
            rows.append(TABLE, new ToldRow(((WalletEvent) event.payload()).walletId().value()));
        }

        @Override
        public void foresee(Recorded event, Foreseen rows) {}
    }

    @Test
    void a_batch_is_written_as_one_before_its_commit() {
        var events =
                List.of(
                        models.history.add(Wallets.opened(ANNA)),
                        models.history.add(Wallets.opened(BERT)));
        models.inTransaction(() -> {
            events.forEach(event -> models.live.fold(model, event));
            assertThat(models.rows(List.of("feed_number"))).isEmpty();
        });
        assertThat(models.rows(List.of("feed_number"))).hasSize(2);
    }

    @Test
    void the_event_that_the_database_refuses_is_known_when_its_batch_comes_again() {
        var opened = models.history.add(Wallets.opened(ANNA));
        var refused = models.history.add(Wallets.deposited(ANNA, "5"));
        var other = models.history.add(Wallets.opened(BERT));
        assertThatThrownBy(() -> models.inTransaction(() -> fold(opened, refused, other)))
                .hasMessageContaining("feed_number_pkey");

        var failed = new ArrayList<DomainEventMessage<?>>();
        assertThatThrownBy(() ->
                        models.inTransaction(() -> {
                            for (var event : List.of(opened, refused, other)) {
                                try {
                                    fold(event);
                                } catch (RuntimeException e) {
                                    failed.add(event);
                                    throw e;
                                }
                            }
                        }))
                .hasMessageContaining("feed_number_pkey");
        assertThat(failed).containsExactly(refused);
        models.inTransaction(() -> fold(opened, other));
        assertThat(models.rows(List.of("feed_number"))).hasSize(2);
    }

    @Test
    void refuses_to_fold_outside_of_a_transaction() {
        var event = models.history.add(Wallets.opened(ANNA));
        assertThatThrownBy(() -> fold(event)).hasMessageContaining("in a transaction");
    }

    private void fold(DomainEventMessage<?>... events) {
        for (var event : events) {
            models.live.fold(model, event);
        }
    }
}
