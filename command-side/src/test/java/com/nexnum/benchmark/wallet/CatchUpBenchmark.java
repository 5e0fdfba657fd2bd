package com.nexnum.benchmark.wallet;

import static org.awaitility.Awaitility.await;

import com.nexnum.benchmark.Benchmark;
import com.nexnum.benchmark.Figure;
import com.nexnum.benchmark.Report;
import java.time.Duration;
import java.util.Arrays;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;

/** A read model that starts again at the first event, through its own event processor. */
public final class CatchUpBenchmark implements Benchmark {

    private static final int WALLETS = 1_000;
    private static final int EVENTS = 150_000;
    private static final int ROUNDS = 5;
    private static final Duration AT_MOST = Duration.ofMinutes(10);

    @Override
    public String name() {
        return "catch-up";
    }

    @Override
    public void run(Report report) throws Exception {
        try (var nexNum = new NexNum()) {
            var balance =
                    nexNum.bean(EventProcessingConfiguration.class)
                            .eventProcessor("balance", StreamingEventProcessor.class)
                            .orElseThrow();
            stopAllBut(nexNum, "balance");
            Past.write(nexNum, WALLETS, EVENTS / WALLETS);
            var takes = new double[ROUNDS];
            for (int round = -1; round < ROUNDS; round++) {
                double rate = again(nexNum, balance);
                if (round >= 0) {
                    takes[round] = rate;
                }
            }
            report.add(
                    Figure.of(name(), Report.median(takes), "events/s")
                            .floor("15000")
                            .remark(
                                    "balance, from a reset token to the head, over "
                                            + nexNum.events()
                                            + " events; takes "
                                            + Arrays.toString(takes)));
        }
    }

    private static void stopAllBut(NexNum nexNum, String name) {
        nexNum.bean(EventProcessingConfiguration.class)
                .eventProcessors()
                .values()
                .forEach(processor -> {
                    if (!processor.getName().equals(name)) {
                        processor.shutDown();
                    }
                });
    }

    /** A token stays one of a replay until an event comes that is newer than its reset. */
    private static double again(NexNum nexNum, StreamingEventProcessor processor) {
        processor.shutDown();
        processor.resetTokens();
        long events = nexNum.events();
        long head =
                nexNum.sql()
                        .sql("select max(global_index) from domain_event_entry")
                        .query(Long.class)
                        .single();
        long start = System.nanoTime();
        processor.start();
        await().pollInterval(Duration.ofMillis(10))
                .atMost(AT_MOST)
                .until(() ->
                        !processor.processingStatus().isEmpty()
                                && processor.processingStatus().values().stream()
                                        .allMatch(segment ->
                                                segment.isReplaying()
                                                        && segment.getCurrentPosition().orElse(0)
                                                                >= head));
        return events * 1e9 / (System.nanoTime() - start);
    }
}
