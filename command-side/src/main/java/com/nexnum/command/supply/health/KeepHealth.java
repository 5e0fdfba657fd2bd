package com.nexnum.command.supply.health;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Adds this process's part to the minutes of all, soon after each minute ended. */
@Component
class KeepHealth {

    private static final Logger LOG = LoggerFactory.getLogger(KeepHealth.class);

    private final CallBook book;
    private final HealthTable table;
    private final HealthProperties properties;
    private final Clock clock;

    KeepHealth(CallBook book, HealthTable table, HealthProperties properties, Clock clock) {
        this.book = book;
        this.table = table;
        this.properties = properties;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT5S")
    void keep() {
        keep(book.minute());
    }

    /** The last one would be lost otherwise. */
    @PreDestroy
    void keepRest() {
        keep(Instant.MAX);
    }

    private void keep(Instant before) {
        var taken = book.taken(before);
        if (taken.isEmpty()) {
            return;
        }
        try {
            table.add(taken);
        } catch (RuntimeException e) {
            book.giveBack(taken);
            LOG.warn("How calls to providers ended cannot be kept now: {}", e.toString());
        }
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT2M")
    void forget() {
        table.forgetBefore(clock.instant().minus(properties.keep()));
    }
}
