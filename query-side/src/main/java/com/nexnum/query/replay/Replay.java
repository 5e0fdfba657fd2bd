package com.nexnum.query.replay;

import com.nexnum.query.platform.jobs.JobControl;
import com.nexnum.query.platform.rows.ReadModel;
import com.nexnum.query.rebuild.EventCursor;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes all balances from the events again, up to a position, in temporary tables of one
 * connection, and compares them with the live ones. Nothing of it outlives the connection but the
 * differences.
 */
@Component
public class Replay {

    private static final int POSITIONS_AT_ONCE = 20_000;
    private static final int WALLETS_IN_MEMORY = 200_000;
    private static final String POSTINGS = "ledger_posting";

    private final DataSource database;
    private final EventCursor cursor;
    private final ReadModel ledger;

    public Replay(DataSource database, EventCursor cursor, List<ReadModel> models) {
        this.database = database;
        this.cursor = cursor;
        this.ledger =
                models.stream()
                        .filter(model -> model.name().equals("ledger"))
                        .findFirst()
                        .orElseThrow();
    }

    /**
     * What a replay came to.
     *
     * @param position up to which events were replayed
     * @param events those of wallets
     * @param accounts of the ledger that they made
     * @param differences how many accounts are otherwise in a live read model
     */
    public record Result(
            long position, long events, long wallets, long accounts, long differences) {}

    /** As work of a job: the request is a {@link ReplayRequest}. */
    Object run(JsonNode request, JobControl control) throws Exception {
        return run(JsonMapper.shared().treeToValue(request, ReplayRequest.class), control);
    }

    public Result run(ReplayRequest request, JobControl control)
            throws SQLException, InterruptedException {
        control.total(request.position());
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            var sql = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            try {
                return run(request, control, connection, sql);
            } finally {
                connection.rollback();
                sql.sql(
                                "drop table if exists pg_temp.scratch_ledger_wallet, pg_temp.scratch_account")
                        .update();
                connection.commit();
            }
        }
    }

    private Result run(
            ReplayRequest request, JobControl control, Connection connection, JdbcClient sql)
            throws SQLException, InterruptedException {
        var accounts = new ScratchAccounts(sql);
        var rows =
                new ScratchRows(
                        sql,
                        ledger,
                        WALLETS_IN_MEMORY,
                        (table, row) -> {
                            if (table.name().equals(POSTINGS)) {
                                accounts.add(table, row);
                            }
                        });
        connection.commit();
        var events = new long[1];
        for (var after = 0L; after < request.position(); after += POSITIONS_AT_ONCE) {
            var upTo = Math.min(request.position(), after + POSITIONS_AT_ONCE);
            cursor.read(
                    connection,
                    ledger,
                    after,
                    upTo,
                    page -> {
                        rows.expect(page);
                        page.forEach(rows::fold);
                        events[0] += page.size();
                    });
            connection.commit();
            control.advanced(upTo - after);
        }
        rows.flush();
        accounts.flush();
        var found = ReplayDifferences.find(sql, control.id(), request);
        var result =
                new Result(
                        request.position(),
                        events[0],
                        count(sql, "scratch_ledger_wallet"),
                        count(sql, "scratch_account"),
                        found);
        connection.commit();
        return result;
    }

    private static long count(JdbcClient sql, String table) {
        return sql.sql("select count(*) from " + table).query(Long.class).single();
    }
}
