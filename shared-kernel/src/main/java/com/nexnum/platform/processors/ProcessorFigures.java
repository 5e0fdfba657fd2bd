package com.nexnum.platform.processors;

import com.nexnum.platform.deadletters.DeadLetters;
import com.nexnum.platform.eventstore.FailingSegments;
import com.nexnum.platform.eventstore.FailingSegments.Failure;
import com.nexnum.platform.eventstore.Positions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How the event processors of this process stand, read at most once a second. */
@Component
class ProcessorFigures {

    private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();

    private final EventProcessingConfiguration processing;
    private final Positions positions;
    private final FailingSegments failing;
    private final DeadLetters letters;
    private @Nullable Reading last;

    ProcessorFigures(
            EventProcessingConfiguration processing,
            Positions positions,
            FailingSegments failing,
            DeadLetters letters) {
        this.processing = processing;
        this.positions = positions;
        this.failing = failing;
        this.letters = letters;
    }

    /**
     * @param running whether the processor was started and not stopped since
     * @param lag positions in the store that its slowest segment has not passed
     * @param errors segments that stand at an event that fails
     * @param deadLetters events that wait
     */
    record Figures(boolean running, long lag, List<Failure> errors, long deadLetters) {
        boolean troubled() {
            return !running || !errors.isEmpty() || deadLetters > 0;
        }
    }

    private record Reading(long atNanos, Map<String, Figures> byGroup) {}

    /** Of each group that follows the event stream in this process. */
    synchronized Map<String, Figures> byGroup() {
        var known = last;
        if (known == null || System.nanoTime() - known.atNanos() > FRESH_NANOS) {
            known = new Reading(System.nanoTime(), read());
            last = known;
        }
        return known.byGroup();
    }

    private Map<String, Figures> read() {
        long head = positions.head();
        var bySegment = positions.bySegment();
        var waiting = letters.countByGroup();
        var figures = new TreeMap<String, Figures>();
        processing
                .eventProcessors()
                .forEach((group, processor) -> {
                    if (processor instanceof StreamingEventProcessor) {
                        var own = bySegment.getOrDefault(group, Map.of());
                        figures.put(
                                group,
                                new Figures(
                                        processor.isRunning(),
                                        head - least(own, head),
                                        standing(group, own),
                                        waiting.getOrDefault(group, 0L)));
                    }
                });
        return figures;
    }

    private static long least(Map<Integer, Long> segments, long head) {
        return segments.values().stream()
                .mapToLong(Long::longValue)
                .map(position -> Math.min(position, head))
                .min()
                .orElse(0);
    }

    private List<Failure> standing(String group, Map<Integer, Long> segments) {
        return failing.last().stream()
                .filter(failure -> failure.group().equals(group))
                .filter(failure ->
                        segments.getOrDefault(failure.segment(), 0L) < failure.position())
                .collect(Collectors.toList());
    }
}
