package com.nexnum.query.rebuild;

import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * One rebuild of a read model at a time, over all processes; gone with the process that holds it.
 */
@Component
class RebuildLock {

    private static final int SPACE = 0x4e58;

    private final DataSource database;
    private final JdbcClient sql;

    RebuildLock(DataSource database, JdbcClient sql) {
        this.database = database;
        this.sql = sql;
    }

    /** Empty while another rebuild of this model runs, here or elsewhere. */
    Optional<BulkConnection> tryHold(String model) throws SQLException {
        var held = BulkConnection.writing(database);
        try (var statement =
                held.connection()
                        .prepareStatement("select pg_try_advisory_xact_lock(?, hashtext(?))")) {
            statement.setInt(1, SPACE);
            statement.setString(2, model);
            try (var row = statement.executeQuery()) {
                row.next();
                if (row.getBoolean(1)) {
                    return Optional.of(held);
                }
            }
        } catch (SQLException e) {
            held.close();
            throw e;
        }
        held.close();
        return Optional.empty();
    }

    boolean held(String model) {
        return sql.sql(
                        """
                        select exists (select from pg_locks
                         where locktype = 'advisory' and granted and classid = :space
                           and database = (select oid from pg_database where datname = current_database())
                           and objid::bigint = hashtext(:model)::bigint & 4294967295)
                        """)
                .param("space", SPACE)
                .param("model", model)
                .query(Boolean.class)
                .single();
    }
}
