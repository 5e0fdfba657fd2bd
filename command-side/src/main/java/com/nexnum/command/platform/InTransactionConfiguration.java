package com.nexnum.command.platform;

import com.nexnum.platform.eventstore.InTransactionGroup;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Handlers that keep the agenda and the claims run in the transaction of the event. */
@Configuration(proxyBeanMethods = false)
public class InTransactionConfiguration {

    /** The processing group of handlers that write in the transaction of the event. */
    public static final String GROUP = "in-transaction";

    @Bean
    InTransactionGroup inTransactionGroup() {
        return new InTransactionGroup(GROUP);
    }
}
