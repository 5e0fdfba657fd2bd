package com.nexnum.command.supply.wiring;

import com.nexnum.command.supply.Suppliers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Processes that share a database share the limits of their providers. */
@Configuration(proxyBeanMethods = false)
public class SharedLimitConfiguration {

    @Bean
    SharedLimits sharedLimits(
            Suppliers suppliers, JdbcClient sql, PlatformTransactionManager transactions) {
        var shares = new LimitShares(sql, new TransactionTemplate(transactions));
        return new SharedLimits(suppliers, shares);
    }
}
