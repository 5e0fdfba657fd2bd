package com.nexnum.command.supply.balance;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param readEvery how often each provider is asked what we have left there, by one process
 */
@ConfigurationProperties("nexnum.supply.balance")
record BalanceProperties(@DefaultValue("1m") Duration readEvery) {

    BalanceProperties {
        if (!readEvery.isPositive()) {
            throw new IllegalArgumentException("nexnum.supply.balance.read-every must be positive");
        }
    }
}
