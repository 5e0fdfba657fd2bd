package com.nexnum.benchmark.shop;

import com.nexnum.command.platform.agenda.AgendaWork;
import com.nexnum.command.platform.agenda.Due;
import com.nexnum.command.platform.agenda.Outcome;
import com.nexnum.command.platform.agenda.Terms;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Stands in for the polling of sold numbers, which is a figure of its own: each is taken up once,
 * as it would be, and comes again when the measurement is over.
 */
@Configuration(proxyBeanMethods = false)
class PollsLater {

    private static final String POLLING = "pollSms";

    @Bean
    static BeanDefinitionRegistryPostProcessor withoutPolling() {
        return registry -> registry.removeBeanDefinition(POLLING);
    }

    @Bean
    AgendaWork pollingLater(Clock clock) {
        return new AgendaWork() {
            @Override
            public Terms terms() {
                return new Terms("poll-sms", Duration.ofSeconds(60), 256);
            }

            @Override
            public Outcome perform(Due due) {
                return new Outcome.Again(clock.instant().plus(Duration.ofDays(1)), due.details());
            }
        };
    }
}
