package com.nexnum.query.rebuild;

import com.nexnum.platform.web.ProblemException;
import java.util.LinkedHashSet;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Begins the rebuilds that {@code nexnum.rebuild} asks for, and those that a process died in. */
@Component
class RebuildAtStart {

    private static final Logger LOG = LoggerFactory.getLogger(RebuildAtStart.class);

    private final Rebuilds rebuilds;
    private final List<String> wanted;

    RebuildAtStart(Rebuilds rebuilds, RebuildProperties properties) {
        this.rebuilds = rebuilds;
        this.wanted = properties.names();
        var wrong = wanted.stream().filter(name -> !rebuilds.names().contains(name)).toList();
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException(
                    "nexnum.rebuild knows no %s; there are %s"
                            .formatted(
                                    String.join(", ", wrong), String.join(", ", rebuilds.names())));
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        var names = new LinkedHashSet<>(wanted);
        names.addAll(rebuilds.interrupted());
        names.forEach(this::begin);
    }

    private void begin(String name) {
        try {
            rebuilds.start(name);
            LOG.info("{} is built anew; it serves as it is until then", name);
        } catch (ProblemException e) {
            LOG.info("{} is being rebuilt by another process", name);
        }
    }
}
