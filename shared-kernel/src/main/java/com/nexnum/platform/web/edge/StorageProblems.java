package com.nexnum.platform.web.edge;

import com.nexnum.platform.web.Problem;
import com.nexnum.platform.web.ProblemTranslator;
import com.nexnum.platform.web.ProblemWriter;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionTimedOutException;

/** A database that does not answer now is worth a retry; a query that is wrong is our bug. */
@Component
final class StorageProblems implements ProblemTranslator {

    private static final Problem UNAVAILABLE =
            Problem.of(503, "STORAGE_UNAVAILABLE", "The storage does not answer; try again soon.")
                    .with(ProblemWriter.RETRY_AFTER, 2);

    @Override
    public @Nullable Problem translate(Throwable failure) {
        return switch (failure) {
            case DataAccessResourceFailureException _,
                    RecoverableDataAccessException _,
                    TransientDataAccessException _,
                    CannotCreateTransactionException _,
                    TransactionTimedOutException _,
                    SQLTransientException _,
                    SQLNonTransientConnectionException _ ->
                    UNAVAILABLE;
            case SQLException sql when lostConnection(sql.getSQLState()) -> UNAVAILABLE;
            default -> null;
        };
    }

    /**
     * Classes 08 connection, 53 resources, 57 operator, 58 system, of PostgreSQL's error codes. The
     * pool alone gives no code: to whoever still uses a connection that it closed as broken.
     */
    private static boolean lostConnection(@Nullable String state) {
        return state == null || state.matches("(08|53|57|58).*");
    }
}
