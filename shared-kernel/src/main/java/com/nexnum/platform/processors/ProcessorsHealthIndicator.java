package com.nexnum.platform.processors;

import com.nexnum.platform.processors.ProcessorFigures.Figures;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/**
 * Whether each processor of this process runs, gets on, and lets no event wait. If not, the process
 * still serves: the status is one that no load balancer acts upon.
 */
@Component("processorsHealthIndicator")
final class ProcessorsHealthIndicator extends AbstractHealthIndicator {

    static final Status DEGRADED = new Status("DEGRADED", "It serves, and somebody should look");

    private final ProcessorFigures figures;

    ProcessorsHealthIndicator(ProcessorFigures figures) {
        super("The processors' positions cannot be read");
        this.figures = figures;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        var groups = figures.byGroup();
        health.status(groups.values().stream().anyMatch(Figures::troubled) ? DEGRADED : Status.UP);
        groups.forEach((group, found) -> health.withDetail(group, details(found)));
    }

    private static Map<String, Object> details(Figures found) {
        return Map.of(
                "running", found.running(),
                "lag", found.lag(),
                "deadLetters", found.deadLetters(),
                "errors", errors(found));
    }

    private static List<Map<String, Object>> errors(Figures found) {
        return found.errors().stream()
                .<Map<String, Object>>map(failure ->
                        Map.of(
                                "segment", failure.segment(),
                                "event", failure.event(),
                                "since", failure.since().toString(),
                                "cause", failure.cause()))
                .collect(Collectors.toList());
    }
}
