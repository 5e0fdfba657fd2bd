package com.nexnum.benchmark.wallet;

import java.time.Duration;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;

/** The read models and sagas of a running program. */
final class Processors {

    private final NexNum nexNum;

    Processors(NexNum nexNum) {
        this.nexNum = nexNum;
    }

    /** Waits until every processor has seen every event, for so long at most. */
    boolean caughtUp(Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        while (System.nanoTime() < end) {
            if (furthestBehind() == 0) {
                return true;
            }
            Thread.sleep(50);
        }
        return false;
    }

    /** How many events the last of them has not seen. */
    long furthestBehind() {
        long head =
                nexNum.sql()
                        .sql("select coalesce(max(global_index), 0) from domain_event_entry")
                        .query(Long.class)
                        .single();
        return nexNum.bean(EventProcessingConfiguration.class).eventProcessors().values().stream()
                .filter(StreamingEventProcessor.class::isInstance)
                .map(StreamingEventProcessor.class::cast)
                .flatMap(processor -> processor.processingStatus().values().stream())
                .mapToLong(segment -> head - segment.getCurrentPosition().orElse(0))
                .max()
                .orElse(0);
    }
}
