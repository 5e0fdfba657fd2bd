package com.nexnum.command.purchase;

import com.nexnum.platform.eventstore.GroupSequence;
import com.nexnum.platform.eventstore.GroupTuning;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The purchase's events are few and each waits for commands: small batches, more at once. */
@Configuration(proxyBeanMethods = false)
class PurchaseConfiguration {

    @Bean
    GroupTuning purchaseGroup() {
        return new GroupTuning("purchase", 4, 4, 10);
    }

    /** What happens to an order and to its activation is one story. */
    @Bean
    GroupSequence purchaseSequence() {
        return new GroupSequence(
                "purchase",
                stream ->
                        stream.startsWith("ord_")
                                ? "act_" + stream.substring("ord_".length())
                                : stream);
    }
}
