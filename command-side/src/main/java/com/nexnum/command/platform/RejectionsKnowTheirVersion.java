package com.nexnum.command.platform;

import com.nexnum.command.decision.CommandRejected;
import org.axonframework.commandhandling.CommandMessageHandlingMember;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.HandlerEnhancerDefinition;
import org.axonframework.messaging.annotation.MessageHandlingMember;
import org.axonframework.messaging.annotation.WrappedMessageHandlingMember;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes on each rejection which state it was decided on, while the aggregate is at hand. */
@Component
class RejectionsKnowTheirVersion implements HandlerEnhancerDefinition {

    @Override
    public <T> MessageHandlingMember<T> wrapHandler(MessageHandlingMember<T> original) {
        return original.unwrap(CommandMessageHandlingMember.class).isPresent()
                ? new Versioned<>(original)
                : original;
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
            try {
                return super.handle(message, target);
            } catch (CommandRejected rejected) {
                Long version = target == null ? null : AggregateLifecycle.getVersion();
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
