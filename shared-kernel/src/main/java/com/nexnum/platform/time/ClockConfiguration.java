package com.nexnum.platform.time;

import java.time.Clock;
import java.time.ZoneOffset;
import org.axonframework.eventhandling.GenericEventMessage;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one clock, in whole milliseconds; a test may bring its own. Events are stamped by it too. */
@Configuration(proxyBeanMethods = false)
class ClockConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }

    /** Axon keeps the clock of its events for the whole JVM: what was there comes back. */
    @Bean
    DisposableBean eventsTellThisTime(Clock clock) {
        var before = GenericEventMessage.clock;
        GenericEventMessage.clock = clock;
        return () -> GenericEventMessage.clock = before;
    }
}
