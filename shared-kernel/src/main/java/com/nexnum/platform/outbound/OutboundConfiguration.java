package com.nexnum.platform.outbound;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OutboundProperties.class)
class OutboundConfiguration {

    @Bean
    Destinations destinations(OutboundProperties properties) {
        try {
            return Destinations.publicAnd(properties.allowedNetworks());
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(
                    "nexnum.outbound.allowed-networks: " + e.getMessage(), e);
        }
    }
}
