package com.nexnum.platform.eventstore;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.axonframework.config.Configuration;
import org.axonframework.config.EventProcessingConfigurer.EventProcessorBuilder;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventhandling.EventProcessorSpanFactory;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.messaging.StreamableMessageSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Builds the processors that follow the event stream. */
@Component
final class PooledProcessors implements EventProcessorBuilder {

    private final ObjectProvider<EventTail> tail;
    private final ProcessorProperties properties;
    private final ObjectProvider<GroupTuning> tunings;
    private final FairShare share;
    private final WaitingHandlers waiting;
    private final JdbcClient sql;

    PooledProcessors(
            ObjectProvider<EventTail> tail,
            ProcessorProperties properties,
            ObjectProvider<GroupTuning> tunings,
            FairShare share,
            WaitingHandlers waiting,
            JdbcClient sql) {
        this.tail = tail;
        this.properties = properties;
        this.tunings = tunings;
        this.share = share;
        this.waiting = waiting;
        this.sql = sql;
    }

    @Override
    public EventProcessor build(String group, Configuration axon, EventHandlerInvoker handlers) {
        var processing = axon.eventProcessingConfiguration();
        var builder =
                PooledStreamingEventProcessor.builder()
                        .name(group)
                        .eventHandlerInvoker(waiting.around(group, axon, handlers))
                        .rollbackConfiguration(processing.rollbackConfiguration(group))
                        .errorHandler(processing.errorHandler(group))
                        .messageMonitor(
                                processing.messageMonitor(
                                        PooledStreamingEventProcessor.class, group))
                        .messageSource(source(group))
                        .tokenStore(processing.tokenStore(group))
                        .transactionManager(
                                new UnhurriedCommits(processing.transactionManager(group), sql))
                        .spanFactory(axon.getComponent(EventProcessorSpanFactory.class));
        return run(builder, tuning(group)).build();
    }

    /** A group with a tuning of its own hears of each event at once. */
    private StreamableMessageSource<TrackedEventMessage<?>> source(String group) {
        boolean tuned = tunings.stream().anyMatch(tuning -> tuning.name().equals(group));
        return tuned ? tail.getObject() : new CalmTail(tail.getObject());
    }

    private GroupTuning tuning(String group) {
        return tunings.stream()
                .filter(tuning -> tuning.name().equals(group))
                .findFirst()
                .orElseGet(() ->
                        new GroupTuning(
                                group,
                                properties.segments(),
                                properties.threads(),
                                properties.batchSize()));
    }

    /** The coordinator keeps the claims of batches that take longer than a claim lasts. */
    private PooledStreamingEventProcessor.Builder run(
            PooledStreamingEventProcessor.Builder builder, GroupTuning group) {
        return builder.batchSize(group.batchSize())
                .initialSegmentCount(group.segments())
                .initialToken(StreamableMessageSource::createTailToken)
                .tokenClaimInterval(properties.tokenClaimInterval().toMillis())
                .maxSegmentProvider(share)
                .claimExtensionThreshold(properties.claimExtension().toMillis())
                .enableCoordinatorClaimExtension()
                .coordinatorExecutor(name -> executor(name + "-coordinator", 1))
                .workerExecutor(name -> executor(name, group.threads()));
    }

    private static ScheduledExecutorService executor(String name, int threads) {
        return Executors.newScheduledThreadPool(
                threads, Thread.ofPlatform().daemon().name(name + "-", 0).factory());
    }
}
