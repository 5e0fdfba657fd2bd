package com.nexnum.command.purchase;

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
}
