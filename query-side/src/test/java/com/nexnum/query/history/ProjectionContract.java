package com.nexnum.query.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexnum.kernel.identity.IdentityEvent.PersonalDataErased;
import java.util.List;
import java.util.Random;
import org.axonframework.eventhandling.EventMessage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds for every projection, whatever it answers. */
public abstract class ProjectionContract {

    private static final List<Long> SEEDS = List.of(1L, 77L, 20260301L);

    private final ReadModels models = new ReadModels();

    protected abstract Object projection(ReadModels models);

    /** Every table that belongs to the projection. */
    protected abstract List<String> tables();

    @BeforeEach
    void history() {
        SEEDS.forEach(seed -> RandomHistory.into(models.history, seed));
    }

    @Test
    void a_rebuild_gives_the_same_rows_again_and_again() {
        var projection = projection(models);
        live(projection);
        var rows = models.rows(tables());
        assertThat(rows).isNotEmpty();

        for (var rebuild = 1; rebuild <= 2; rebuild++) {
            models.reset(projection);
            assertThat(models.rows(tables())).isEmpty();
            models.deliver(projection, models.history.events());
            assertThat(models.rows(tables())).isEqualTo(rows);
        }
    }

    @Test
    void events_that_come_again_change_nothing() {
        var once = projection(models);
        models.deliver(once, models.history.events());
        var rows = models.rows(tables());
        models.reset(once);

        var again = projection(models);
        var events = models.history.events();
        for (var n = 0; n < events.size(); n++) {
            models.deliver(again, events.subList(n, Math.min(n + 2, events.size())));
        }
        models.deliver(again, events);

        assertThat(models.rows(tables())).isEqualTo(rows);
    }

    /** As it happens: keys are there until their customer is erased; batches of any size. */
    private void live(Object projection) {
        var random = new Random(SEEDS.getFirst());
        var events = models.history.events();
        var from = 0;
        while (from < events.size()) {
            var to = Math.min(events.size(), from + 1 + random.nextInt(9));
            var batch = events.subList(from, to);
            eraseKeys(batch);
            models.deliver(projection, batch);
            from = to;
        }
    }

    private void eraseKeys(List<? extends EventMessage<?>> batch) {
        for (var event : batch) {
            if (event.getPayload() instanceof PersonalDataErased erased) {
                models.personalData.erase(erased.customerId());
            }
        }
    }
}
