package com.nexnum.command.purchase;

import com.nexnum.platform.eventstore.GroupSequence;
import com.nexnum.platform.eventstore.GroupTuning;
import org.axonframework.config.ConfigurerModule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The purchase's events wait for commands: all of a batch do so at the same time. */
@Configuration(proxyBeanMethods = false)
class PurchaseConfiguration {

    private static final String GROUP = "purchase";

    @Bean
    GroupTuning purchaseGroup() {
        return new GroupTuning(GROUP, 2, 2, 64);
    }

    @Bean
    ConfigurerModule purchasesSideBySide() {
        return configurer ->
                configurer
                        .eventProcessing()
                        .registerHandlerInterceptor(GROUP, _ -> new SideBySide());
    }

    /** What happens to an order and to its activation is one story. */
    @Bean
    GroupSequence purchaseSequence() {
        return new GroupSequence(
                GROUP,
                stream ->
                        stream.startsWith("ord_")
                                ? "act_" + stream.substring("ord_".length())
                                : stream);
    }
}
