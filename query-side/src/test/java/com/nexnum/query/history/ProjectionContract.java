package com.nexnum.query.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexnum.kernel.identity.IdentityEvent.PersonalDataErased;
import java.util.List;
import java.util.Random;
import org.axonframework.eventhandling.EventMessage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every projection, whatever it answers. */
public abstract class ProjectionContract {

    private final ReadModels models = new ReadModels();

    protected abstract Object projection(ReadModels models);

    /** Every table that belongs to the projection. */
    protected abstract List<String> tables();

    @ParameterizedTest
    @ValueSource(longs = {1, 20260301, 77})
    void a_rebuild_gives_the_same_rows_again_and_again(long seed) {
        RandomHistory.into(models.history, seed);
        var projection = projection(models);
        live(projection, seed);
        var rows = models.rows(tables());
        assertThat(rows).isNotEmpty();

        for (var rebuild = 1; rebuild <= 2; rebuild++) {
            models.reset(projection);
            assertThat(models.rows(tables())).isEmpty();
            models.deliver(projection, models.history.events());
            assertThat(models.rows(tables())).isEqualTo(rows);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 4711})
    void events_that_come_again_change_nothing(long seed) {
        RandomHistory.into(models.history, seed);
        var projection = projection(models);
        for (var event : models.history.events()) {
            models.deliver(projection, event);
            models.deliver(projection, event);
        }
        var rows = models.rows(tables());
        var random = new Random(seed);
        for (var event : models.history.events()) {
            if (random.nextInt(3) == 0) {
                models.deliver(projection, event);
            }
        }
        models.deliver(projection, models.history.events());

        assertThat(models.rows(tables())).isEqualTo(rows);
        models.reset(projection);
        models.deliver(projection, models.history.events());
        assertThat(models.rows(tables())).isEqualTo(rows);
    }

    /** As it happens: keys are there until their customer is erased; batches of any size. */
    private void live(Object projection, long seed) {
        var random = new Random(seed);
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
