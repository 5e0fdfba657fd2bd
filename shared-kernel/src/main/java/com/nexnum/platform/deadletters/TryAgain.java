package com.nexnum.platform.deadletters;

import com.nexnum.platform.eventstore.Retries;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Tries what waits again: everything when the process starts, since it may be the one that can, and
 * then what is due.
 */
@Component
@EnableConfigurationProperties(DeadLetterProperties.class)
class TryAgain implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(TryAgain.class);

    private final DeadLetters letters;
    private final Retries retries;
    private final DeadLetterProperties properties;
    private @Nullable ScheduledExecutorService looking;
    private boolean all = true;

    TryAgain(DeadLetters letters, Retries retries, DeadLetterProperties properties) {
        this.letters = letters;
        this.retries = retries;
        this.properties = properties;
    }

    @Override
    public void start() {
        all = true;
        looking =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("dead-letters-", 0).factory());
        var _ =
                looking.scheduleWithFixedDelay(
                        this::look,
                        properties.lookEvery().toMillis(),
                        properties.lookEvery().toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        var stopping = looking;
        looking = null;
        if (stopping != null) {
            stopping.shutdown();
            try {
                if (!stopping.awaitTermination(10, TimeUnit.SECONDS)) {
                    stopping.shutdownNow();
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return looking != null;
    }

    private void look() {
        try {
            var due = letters.due(retries.groups(), all);
            all = false;
            for (var key : due) {
                if (isRunning()) {
                    again(key);
                }
            }
        } catch (RuntimeException e) {
            LOG.warn("Dead letters cannot be read now: {}", e.toString());
        }
    }

    private void again(DeadLetters.SequenceKey key) {
        if (handled(key)) {
            LOG.info(
                    "{} goes on with {}: no event of it waits any more",
                    key.group(),
                    key.sequence());
        } else {
            letters.failedAgain(key, properties.retryAfter(), properties.retryAtMost());
        }
    }

    private boolean handled(DeadLetters.SequenceKey key) {
        try {
            return retries.again(key.group(), key.sequence());
        } catch (RuntimeException e) {
            LOG.warn("{} still waits in {}", key.sequence(), key.group(), e);
            return false;
        }
    }
}
