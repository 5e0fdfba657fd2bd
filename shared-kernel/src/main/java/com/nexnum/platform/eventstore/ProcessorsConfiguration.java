package com.nexnum.platform.eventstore;

import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** How event processors run: pooled, woken at once, never skipping an event that fails. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ProcessorProperties.class)
class ProcessorsConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(ProcessorsConfiguration.class);

    @Bean
    ConfigurerModule eventProcessing(
            PooledProcessors pooled,
            ObjectProvider<InTransactionGroup> groups,
            ParkFailures parkFailures,
            DeadLetterQueues deadLetters,
            FailingSegments failing) {
        return configurer -> {
            var processing = configurer.eventProcessing();
            var inTransaction = groups.stream().toList();
            processing.registerEventProcessorFactory(pooled);
            neverSkip(processing);
            sayWhichFailed(processing, failing);
            processing.registerDefaultDeadLetterPolicy(_ -> parkFailures);
            for (var group : inTransaction) {
                processing.registerSubscribingEventProcessor(group.name());
            }
            processing.registerDeadLetterQueueProvider(group ->
                    inTransaction.contains(new InTransactionGroup(group))
                            ? null
                            : _ -> deadLetters.of(group));
        };
    }

    /** Axon's default logs an event that a handler could not take, and goes on without it. */
    private static void neverSkip(EventProcessingConfigurer processing) {
        processing.registerDefaultErrorHandler(_ -> PropagatingErrorHandler.instance());
        processing.registerDefaultListenerInvocationErrorHandler(
                _ -> PropagatingErrorHandler.instance());
    }

    private static void sayWhichFailed(
            EventProcessingConfigurer processing, FailingSegments failing) {
        processing.registerDefaultHandlerInterceptor((_, processor) ->
                (unit, chain) -> {
                    try {
                        return chain.proceed();
                    } catch (Exception e) {
                        LOG.error(
                                "{} failed on {}", processor, EventPlace.of(unit.getMessage()), e);
                        failing.failed(processor, unit, e);
                        throw e;
                    }
                });
    }
}
