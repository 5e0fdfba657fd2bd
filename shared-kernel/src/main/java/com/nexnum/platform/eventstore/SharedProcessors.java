package com.nexnum.platform.eventstore;

import com.nexnum.platform.signal.Attendance;
import com.nexnum.platform.signal.Signals;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Shares processors with other processes: says which ones run here, so that the others give some of
 * their segments; and says when they stop here, so that the others take them at once. It stands
 * below Axon's processors: started before them, and stopped once they have given everything back.
 */
@Component
class SharedProcessors implements SmartLifecycle, Standing {

    private static final String TOPIC = "segments";

    /** Claiming a segment that cannot exist makes a coordinator look for free ones at once. */
    private static final int NO_SEGMENT = Integer.MAX_VALUE;

    private final EventProcessingConfiguration processing;
    private final Attendance attendance;
    private final Signals signals;
    private final Set<String> left = ConcurrentHashMap.newKeySet();
    private volatile boolean running;

    SharedProcessors(
            EventProcessingConfiguration processing, Attendance attendance, Signals signals) {
        this.processing = processing;
        this.attendance = attendance;
        this.signals = signals;
        signals.on(TOPIC, _ -> lookForFreeOnes());
    }

    @Override
    public void start() {
        attend();
        running = true;
    }

    @Override
    public void leave(String processor) {
        if (running && left.add(processor)) {
            named(processor).forEach(PooledStreamingEventProcessor::shutDown);
            attend();
        }
    }

    @Override
    public void comeBack(String processor) {
        if (running && left.remove(processor)) {
            attend();
            named(processor).forEach(PooledStreamingEventProcessor::start);
        }
    }

    private List<PooledStreamingEventProcessor> named(String name) {
        return pooled().stream().filter(processor -> processor.getName().equals(name)).toList();
    }

    private void attend() {
        attendance.attend(
                pooled().stream()
                        .map(PooledStreamingEventProcessor::getName)
                        .filter(processor -> !left.contains(processor))
                        .map(FairShare::place)
                        .collect(Collectors.toSet()));
        signals.send(TOPIC);
    }

    @Override
    public void stop() {
        running = false;
        attendance.attend(Set.of());
        signals.send(TOPIC);
        signals.flush();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return 100;
    }

    private void lookForFreeOnes() {
        if (running) {
            pooled().stream()
                    .filter(PooledStreamingEventProcessor::isRunning)
                    .forEach(processor -> {
                        var _ = processor.claimSegment(NO_SEGMENT);
                    });
        }
    }

    private List<PooledStreamingEventProcessor> pooled() {
        return processing.eventProcessors().values().stream()
                .filter(PooledStreamingEventProcessor.class::isInstance)
                .map(PooledStreamingEventProcessor.class::cast)
                .toList();
    }
}
