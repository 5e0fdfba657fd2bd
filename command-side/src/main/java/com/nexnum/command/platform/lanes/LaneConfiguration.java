package com.nexnum.command.platform.lanes;

import com.nexnum.command.platform.claims.ClaimedBefore;
import com.nexnum.platform.eventstore.RequestOrigin;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.DuplicateCommandHandlerResolver;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LaneProperties.class)
class LaneConfiguration {

    @Bean(destroyMethod = "close")
    @Qualifier("localSegment")
    LaneCommandBus commandBus(
            LaneProperties properties,
            TransactionManager transactions,
            JdbcClient sql,
            @Qualifier("aggregateCache") Cache cache,
            ClaimedBefore claimedBefore,
            CommandTargetResolver targets,
            DuplicateCommandHandlerResolver duplicates,
            Configuration configuration) {
        var interceptors = new LaneCommandBus.Interceptors();
        var work =
                new LaneWork(
                        transactions,
                        new TransactionLog(sql),
                        new Freshness(sql, cache),
                        claimedBefore,
                        interceptors.list);
        var bus =
                new LaneCommandBus(
                        SimpleCommandBus.builder()
                                .duplicateCommandHandlerResolver(duplicates)
                                .messageMonitor(
                                        configuration.messageMonitor(
                                                CommandBus.class, "commandBus")),
                        properties,
                        work,
                        interceptors,
                        targets);
        bus.registerDispatchInterceptor(_ ->
                (_, command) ->
                        command.getMetaData().containsKey(RequestOrigin.KEY)
                                ? command
                                : command.andMetaData(RequestOrigin.ofThisThread()));
        bus.registerHandlerInterceptor(
                new CorrelationDataInterceptor<>(configuration.correlationDataProviders()));
        return bus;
    }
}
