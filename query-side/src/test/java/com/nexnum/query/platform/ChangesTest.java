package com.nexnum.query.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexnum.query.history.ReadModels;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ChangesTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final Changes changes = new Changes();

    @Test
    void a_change_before_the_wait_is_not_missed() {
        try (var watch = changes.watch("topic")) {
            changes.announce("topic");

            assertThat(watch.await(LONG)).isTrue();
            assertThat(watch.await(Duration.ZERO)).isFalse();
        }
    }

    @Test
    void other_topics_and_closed_watches_hear_nothing() {
        var closed = changes.watch("topic");
        closed.close();
        try (var other = changes.watch("other")) {
            changes.announce("topic");

            assertThat(other.await(Duration.ZERO)).isFalse();
            assertThat(closed.await(Duration.ZERO)).isFalse();
        }
    }

    @Test
    void nothing_is_announced_before_the_commit() {
        var models = new ReadModels();
        try (var watch = models.changes.watch("topic")) {
            models.inTransaction(() -> {
                models.changes.announce("topic");
                assertThat(watch.await(Duration.ZERO)).isFalse();
            });
            assertThat(watch.await(LONG)).isTrue();
        }
    }
}
