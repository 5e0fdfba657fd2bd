package com.nexnum.platform.eventstore;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.axonframework.common.AxonTransientException;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Which failures are of the moment: the same event may be handled well a little later. */
final class Passing {

    private static final List<Class<?>> KINDS =
            List.of(
                    PassingFailure.class,
                    AxonTransientException.class,
                    LockAcquisitionFailedException.class,
                    TransientDataAccessException.class,
                    RecoverableDataAccessException.class,
                    CannotGetJdbcConnectionException.class,
                    CannotCreateTransactionException.class,
                    SQLTransientException.class,
                    SQLRecoverableException.class,
                    TimeoutException.class,
                    InterruptedException.class,
                    IOException.class);

    /**
     * PostgreSQL, appendix A: connection, rollback, resources, operator and system; a server that
     * only reads for now, and transactions that took too long. What has no code is the pool's: a
     * connection that it closed as broken.
     */
    private static final List<String> STATES =
            List.of("08", "40", "53", "55P03", "57", "58", "25006", "25P03", "25P04");

    static boolean is(Throwable failure) {
        Set<Throwable> seen = new HashSet<>();
        for (@Nullable Throwable cause = failure;
                cause != null && seen.add(cause);
                cause = cause.getCause()) {
            if (passes(cause)) {
                return true;
            }
        }
        return false;
    }

    private static boolean passes(Throwable cause) {
        return KINDS.stream().anyMatch(kind -> kind.isInstance(cause))
                || (cause instanceof SQLException sql && passes(sql.getSQLState()));
    }

    private static boolean passes(@Nullable String state) {
        return state == null || STATES.stream().anyMatch(state::startsWith);
    }

    private Passing() {}
}
