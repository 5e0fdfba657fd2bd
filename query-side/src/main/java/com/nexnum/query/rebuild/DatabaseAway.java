package com.nexnum.query.rebuild;

import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Tells a database that went away, and will be back, from one that refuses. */
final class DatabaseAway {

    static boolean is(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(50)
                .anyMatch(DatabaseAway::away);
    }

    /** PostgreSQL, appendix A: connection exceptions, and a server that shuts down or starts. */
    private static boolean away(Throwable cause) {
        return cause instanceof CannotGetJdbcConnectionException
                || cause instanceof CannotCreateTransactionException
                || (cause instanceof SQLException sql && away(sql.getSQLState()));
    }

    private static boolean away(@Nullable String state) {
        return state != null && (state.startsWith("08") || state.startsWith("57P"));
    }

    private DatabaseAway() {}
}
