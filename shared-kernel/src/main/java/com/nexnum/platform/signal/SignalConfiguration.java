package com.nexnum.platform.signal;

import com.nexnum.platform.database.OwnConnections;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SignalConfiguration {

    @Bean(initMethod = "start", destroyMethod = "close")
    Signals signals(OwnConnections connections) {
        return new Signals(connections);
    }
}
