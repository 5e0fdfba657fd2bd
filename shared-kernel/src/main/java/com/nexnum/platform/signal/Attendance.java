package com.nexnum.platform.signal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who does what: each process holds a shared advisory lock on the name of what it does, on the
 * connection that it speaks on. The lock goes with the process, however that ends.
 */
@Component
public class Attendance {

    /** The first of the two numbers of these locks; any number nobody else uses. */
    private static final int OURS = 0x6e78;

    private final JdbcClient sql;
    private final Signals signals;

    Attendance(JdbcClient sql, Signals signals) {
        this.sql = sql;
        this.signals = signals;
    }

    /** From now on this process is counted under these names, and under no other. */
    public void attend(Set<String> names) {
        signals.mouth().attend(names);
    }

    /** How many processes do it now. */
    public int count(String name) {
        return sql.sql(
                        """
                        select count(*) from pg_locks
                         where locktype = 'advisory' and classid = :ours and objsubid = 2
                           and objid = hashtext(:name)::oid and mode = 'ShareLock' and granted
                           and database = (select oid from pg_database
                                            where datname = current_database())
                        """)
                .param("ours", OURS)
                .param("name", name)
                .query(Integer.class)
                .single();
    }

    static void sign(Connection connection, Set<String> names) throws SQLException {
        try (var leave = connection.createStatement();
                var join =
                        connection.prepareStatement(
                                "select pg_advisory_lock_shared(?, hashtext(?))")) {
            leave.execute("select pg_advisory_unlock_all()");
            for (var name : names) {
                join.setInt(1, OURS);
                join.setString(2, name);
                join.execute();
            }
        }
    }
}
