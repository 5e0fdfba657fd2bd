package com.nexnum.command.platform;

import com.nexnum.command.decision.CommandRejected;
import java.lang.reflect.Executable;
import org.axonframework.commandhandling.CommandMessageHandlingMember;
import org.axonframework.common.annotation.AnnotationUtils;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.HandlerEnhancerDefinition;
import org.axonframework.messaging.annotation.MessageHandlingMember;
import org.axonframework.messaging.annotation.WrappedMessageHandlingMember;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Notes on each rejection, and on each acceptance without an event, which state it was decided on:
 * neither writes anything that would collide with what another process wrote.
 */
@Component
class DecisionsKnowTheirVersion implements HandlerEnhancerDefinition {

    @Override
    public <T> MessageHandlingMember<T> wrapHandler(MessageHandlingMember<T> original) {
        return original.unwrap(CommandMessageHandlingMember.class).isPresent()
                        && original.unwrap(Executable.class).filter(this::ofAggregate).isPresent()
                ? new Versioned<>(original)
                : original;
    }

    /** Whatever else handles commands has no version. */
    private boolean ofAggregate(Executable handler) {
        return AnnotationUtils.isAnnotationPresent(
                handler.getDeclaringClass(), AggregateRoot.class);
    }

    private static final class Versioned<T> extends WrappedMessageHandlingMember<T>
            implements CommandMessageHandlingMember<T> {

        private final CommandMessageHandlingMember<?> command;

        Versioned(MessageHandlingMember<T> original) {
            super(original);
            command = original.unwrap(CommandMessageHandlingMember.class).orElseThrow();
        }

        @Override
        public @Nullable Object handle(Message<?> message, @Nullable T target) throws Exception {
            Long version = target == null ? null : AggregateLifecycle.getVersion();
            try {
                var result = super.handle(message, target);
                if (version != null && version.equals(AggregateLifecycle.getVersion())) {
                    Decided.withoutAnEventAt(version);
                }
                return result;
            } catch (CommandRejected rejected) {
                throw version == null ? rejected : rejected.decidedAt(version);
            }
        }

        @Override
        public String commandName() {
            return command.commandName();
        }

        @Override
        public String routingKey() {
            return command.routingKey();
        }

        @Override
        public boolean isFactoryHandler() {
            return command.isFactoryHandler();
        }
    }
}
