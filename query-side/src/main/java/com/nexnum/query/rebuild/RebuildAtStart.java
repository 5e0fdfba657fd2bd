package com.nexnum.query.rebuild;

import com.nexnum.platform.web.ProblemException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Begins the rebuilds that {@code nexnum.rebuild} asks for, those of projections that changed, and
 * goes on with those that a process died in.
 */
@Component
class RebuildAtStart {

    private static final Logger LOG = LoggerFactory.getLogger(RebuildAtStart.class);

    private final Models models;
    private final Rebuilds rebuilds;
    private final RebuildKeeper keeper;
    private final List<String> wanted;

    RebuildAtStart(
            Models models, Rebuilds rebuilds, RebuildKeeper keeper, RebuildProperties properties) {
        this.models = models;
        this.rebuilds = rebuilds;
        this.keeper = keeper;
        this.wanted = properties.names();
        var wrong = wanted.stream().filter(name -> !models.names().contains(name)).toList();
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException(
                    "nexnum.rebuild knows no %s; there are %s"
                            .formatted(
                                    String.join(", ", wrong), String.join(", ", models.names())));
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        wanted.forEach(this::begin);
        keeper.look();
        models.all().forEach(keeper::begin);
    }

    private void begin(String name) {
        try {
            rebuilds.start(name, "nexnum.rebuild");
            LOG.info("{} is built anew; it serves as it is until then", name);
        } catch (ProblemException e) {
            LOG.info("{} is being rebuilt by another process", name);
        }
    }
}
