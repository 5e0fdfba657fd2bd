package com.nexnum.platform.eventstore;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.HandlerEnhancerDefinition;
import org.axonframework.messaging.annotation.MessageHandlingMember;
import org.axonframework.messaging.annotation.WrappedMessageHandlingMember;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;

/**
 * Handles an event that failed before within a savepoint: when it fails again, what its handler
 * wrote is undone, and the transaction can still keep the event as a dead letter.
 */
@Component
final class HalfWork implements HandlerEnhancerDefinition {

    private final FailedEvents failed;
    private final ObjectProvider<DataSource> database;

    HalfWork(FailedEvents failed, ObjectProvider<DataSource> database) {
        this.failed = failed;
        this.database = database;
    }

    /** A handler failed, and nothing of what it wrote is left; the cause says why. */
    static final class Undone extends Exception {
        private static final long serialVersionUID = 1L;

        Undone(Exception cause) {
            super(cause);
        }
    }

    @Override
    public <T> MessageHandlingMember<T> wrapHandler(MessageHandlingMember<T> original) {
        return original.canHandleMessageType(EventMessage.class)
                ? new Undoing<>(original)
                : original;
    }

    private final class Undoing<T> extends WrappedMessageHandlingMember<T> {

        Undoing(MessageHandlingMember<T> original) {
            super(original);
        }

        @Override
        public @Nullable Object handle(Message<?> message, @Nullable T target) throws Exception {
            return failed.contains(message.getIdentifier())
                    ? handleOrUndo(message, target)
                    : super.handle(message, target);
        }

        private @Nullable Object handleOrUndo(Message<?> message, @Nullable T target)
                throws Exception {
            var source = database.getObject();
            var connection = DataSourceUtils.getConnection(source);
            try {
                if (connection.getAutoCommit()) {
                    return super.handle(message, target);
                }
                var before = connection.setSavepoint();
                try {
                    return super.handle(message, target);
                } catch (SQLException | RuntimeException e) {
                    connection.rollback(before);
                    throw new Undone(e);
                }
            } finally {
                DataSourceUtils.releaseConnection(connection, source);
            }
        }
    }
}
