package com.nexnum.platform.eventstore;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcSequencedDeadLetterQueue;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.serialization.Serializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** How event processors run: pooled, woken at once, never skipping an event that fails. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ProcessorProperties.class)
class ProcessorsConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(ProcessorsConfiguration.class);

    @Bean
    ConfigurerModule processors(
            ObjectProvider<EventTail> tail,
            ProcessorProperties properties,
            ObjectProvider<InTransactionGroup> groups,
            ObjectProvider<GroupTuning> tunings,
            ParkFailures parkFailures,
            ConnectionProvider connections,
            TransactionManager transactions,
            @Qualifier("serializer") Serializer general,
            @Qualifier("eventSerializer") Serializer events) {
        return configurer -> {
            var processing = configurer.eventProcessing();
            var inTransaction = groups.stream().toList();
            followTheTail(processing, tail, properties);
            tunings.stream().forEach(group -> tune(processing, group, tail, properties));
            neverSkip(processing);
            sayWhichFailed(processing);
            processing.registerDefaultDeadLetterPolicy(_ -> parkFailures);
            for (var group : inTransaction) {
                processing.registerSubscribingEventProcessor(group.name());
            }
            processing.registerDeadLetterQueueProvider(group ->
                    inTransaction.contains(new InTransactionGroup(group))
                            ? null
                            : _ -> deadLetters(group, connections, transactions, general, events));
        };
    }

    private static void followTheTail(
            EventProcessingConfigurer processing,
            ObjectProvider<EventTail> tail,
            ProcessorProperties properties) {
        processing.usingPooledStreamingEventProcessors();
        processing.configureDefaultStreamableMessageSource(_ -> new CalmTail(tail.getObject()));
        var usual =
                new GroupTuning(
                        "", properties.segments(), properties.threads(), properties.batchSize());
        processing.registerPooledStreamingEventProcessorConfiguration(
                (_, builder) -> run(builder, usual, properties));
    }

    private static void tune(
            EventProcessingConfigurer processing,
            GroupTuning group,
            ObjectProvider<EventTail> tail,
            ProcessorProperties properties) {
        processing.registerPooledStreamingEventProcessorConfiguration(
                group.name(),
                (_, builder) -> run(builder.messageSource(tail.getObject()), group, properties));
    }

    /** The coordinator keeps the claims of batches that take longer than a claim lasts. */
    private static PooledStreamingEventProcessor.Builder run(
            PooledStreamingEventProcessor.Builder builder,
            GroupTuning group,
            ProcessorProperties properties) {
        return builder.batchSize(group.batchSize())
                .initialSegmentCount(group.segments())
                .initialToken(StreamableMessageSource::createTailToken)
                .tokenClaimInterval(properties.tokenClaimInterval().toMillis())
                .enableCoordinatorClaimExtension()
                .coordinatorExecutor(name -> executor(name + "-coordinator", 1))
                .workerExecutor(name -> executor(name, group.threads()));
    }

    /** Axon's default logs an event that a handler could not take, and goes on without it. */
    private static void neverSkip(EventProcessingConfigurer processing) {
        processing.registerDefaultErrorHandler(_ -> PropagatingErrorHandler.instance());
        processing.registerDefaultListenerInvocationErrorHandler(
                _ -> PropagatingErrorHandler.instance());
    }

    private static void sayWhichFailed(EventProcessingConfigurer processing) {
        processing.registerDefaultHandlerInterceptor((_, processor) ->
                (unit, chain) -> {
                    try {
                        return chain.proceed();
                    } catch (Exception e) {
                        LOG.error(
                                "{} failed on {}", processor, EventPlace.of(unit.getMessage()), e);
                        throw e;
                    }
                });
    }

    private static ScheduledExecutorService executor(String name, int threads) {
        return Executors.newScheduledThreadPool(
                threads, Thread.ofPlatform().daemon().name(name + "-", 0).factory());
    }

    private static SequencedDeadLetterQueue<EventMessage<?>> deadLetters(
            String group,
            ConnectionProvider connections,
            TransactionManager transactions,
            Serializer general,
            Serializer events) {
        return JdbcSequencedDeadLetterQueue.<EventMessage<?>>builder()
                .processingGroup(group)
                .schema(Tables.deadLetters())
                .connectionProvider(connections)
                .transactionManager(transactions)
                .genericSerializer(general)
                .eventSerializer(events)
                .build();
    }
}
