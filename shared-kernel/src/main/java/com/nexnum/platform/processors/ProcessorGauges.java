package com.nexnum.platform.processors;

import com.nexnum.platform.processors.ProcessorFigures.Figures;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.ToLongFunction;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The processors' figures as metrics, from when the process is ready. */
@Component
class ProcessorGauges {

    private final ProcessorFigures figures;
    private final MeterRegistry registry;

    ProcessorGauges(ProcessorFigures figures, MeterRegistry registry) {
        this.figures = figures;
        this.registry = registry;
    }

    @EventListener(ApplicationReadyEvent.class)
    void register() {
        for (var group : figures.byGroup().keySet()) {
            gauge("nexnum.processor.errors", group, found -> found.errors().size())
                    .description("Segments of this process that stand at an event that fails")
                    .register(registry);
            gauge("nexnum.processor.lag", group, Figures::lag)
                    .description("Positions of the event store not passed by the slowest segment")
                    .register(registry);
            gauge("nexnum.dead.letters", group, Figures::deadLetters)
                    .description("Events that wait because they, or one before, failed")
                    .register(registry);
        }
    }

    private Gauge.Builder<ProcessorFigures> gauge(
            String name, String group, ToLongFunction<Figures> figure) {
        return Gauge.builder(
                        name,
                        figures,
                        all -> {
                            var found = all.byGroup().get(group);
                            return found == null ? 0 : figure.applyAsLong(found);
                        })
                .tag("group", group)
                .strongReference(true);
    }
}
