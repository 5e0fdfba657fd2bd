package com.nexnum.platform.eventstore;

import java.time.Instant;
import org.axonframework.common.Registration;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.deadline.DeadlineMessage;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.ScopeDescriptor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Axon's deadlines would be kept in memory and lost with the process. Whatever is due later stands
 * on the agenda, in the database; asking for a deadline is a mistake.
 */
@Component
final class NoDeadlines implements DeadlineManager {

    @Override
    public String schedule(
            Instant triggerDateTime,
            String deadlineName,
            @Nullable Object messageOrPayload,
            ScopeDescriptor deadlineScope) {
        throw mistake(deadlineName);
    }

    @Override
    public void cancelSchedule(String deadlineName, String scheduleId) {
        throw mistake(deadlineName);
    }

    @Override
    public void cancelAll(String deadlineName) {
        throw mistake(deadlineName);
    }

    @Override
    public void cancelAllWithinScope(String deadlineName, ScopeDescriptor scope) {
        throw mistake(deadlineName);
    }

    @Override
    public Registration registerDispatchInterceptor(
            MessageDispatchInterceptor<? super DeadlineMessage<?>> dispatchInterceptor) {
        return () -> true;
    }

    @Override
    public Registration registerHandlerInterceptor(
            MessageHandlerInterceptor<? super DeadlineMessage<?>> handlerInterceptor) {
        return () -> true;
    }

    private static IllegalStateException mistake(String name) {
        return new IllegalStateException(
                "Deadlines stand on the agenda, not in Axon's memory: " + name);
    }
}
