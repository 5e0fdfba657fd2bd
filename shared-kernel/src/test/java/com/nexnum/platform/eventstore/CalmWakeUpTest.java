package com.nexnum.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CalmWakeUpTest {

    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor();
    private final AtomicInteger woken = new AtomicInteger();

    @AfterEach
    void close() {
        later.shutdownNow();
    }

    @Test
    void the_first_after_a_pause_comes_at_once() {
        every(Duration.ofHours(1)).run();
        assertThat(woken).hasValue(1);
    }

    @Test
    void many_within_the_pause_come_as_one_when_it_ends() {
        var wakeUp = every(Duration.ofMillis(300));
        for (int asked = 0; asked < 50; asked++) {
            wakeUp.run();
        }
        assertThat(woken).hasValue(1);
        await().untilAtomic(woken, equalTo(2));
        await().during(Duration.ofMillis(400)).until(() -> woken.get() == 2);
    }

    @Test
    void one_that_was_asked_for_is_never_forgotten() {
        var wakeUp = every(Duration.ofMillis(1));
        for (int asked = 0; asked < 30; asked++) {
            int before = woken.get();
            wakeUp.run();
            await().pollInterval(Duration.ofMillis(1)).until(() -> woken.get() > before);
        }
    }

    private CalmWakeUp every(Duration pause) {
        return new CalmWakeUp(woken::incrementAndGet, pause.toNanos(), later);
    }
}
