package com.nexnum.query.rebuild;

import com.nexnum.query.platform.rows.ReadModel;
import com.nexnum.query.platform.rows.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What was found when the last rebuild of each model was compared with the live rows. */
@Component
public class RebuildDifferences {

    /** Samples for each table. */
    static final int SAMPLES = 1_000;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient sql;

    RebuildDifferences(JdbcClient sql) {
        this.sql = sql;
    }

    /** Each table of the last rebuild that was compared. */
    public List<TableComparison> tables(String model) {
        return sql.sql("select * from rebuild_table where model = ? order by table_name")
                .param(model)
                .query((row, _) -> comparison(row, row.getString("table_name")))
                .list();
    }

    /** Samples of rows that the last rebuild changed, behind the given one. */
    public List<Numbered> samples(String model, long after, int most) {
        return sql.sql(
                        """
                        select * from rebuild_difference where model = ? and id > ? order by id limit ?
                        """)
                .params(model, after, most)
                .query((row, _) ->
                        new Numbered(
                                row.getLong("id"),
                                new RowDifference(
                                        row.getString("table_name"),
                                        row.getString("kind"),
                                        JSON.readValue(
                                                row.getString("key"),
                                                new TypeReference<Map<String, Object>>() {}),
                                        List.of((String[]) row.getArray("columns").getArray()))))
                .list();
    }

    /** A sample and its place among all. */
    public record Numbered(long id, RowDifference difference) {}

    void forget(String model) {
        sql.sql("delete from rebuild_table where model = ?").param(model).update();
        sql.sql("delete from rebuild_difference where model = ?").param(model).update();
    }

    void add(JdbcClient transaction, String model, TableComparison found) {
        transaction
                .sql("insert into rebuild_table values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        model,
                        found.table(),
                        found.liveRows(),
                        found.nextRows(),
                        found.compared(),
                        found.liveChecksum(),
                        found.nextChecksum(),
                        found.differing(),
                        found.onlyLive(),
                        found.onlyNext())
                .update();
    }

    void sample(
            JdbcClient transaction,
            String model,
            String table,
            ComparedNames names,
            String sameEvent) {
        transaction
                .sql(
                        """
                        insert into rebuild_difference (model, table_name, kind, key, columns)
                        select :model, :table, case when next.%3$s is null then 'ONLY_LIVE' when live.%3$s is null then 'ONLY_NEXT' else 'CHANGED' end,
                               %5$s,
                               array(select l.key from jsonb_each(to_jsonb(live)) l join jsonb_each(to_jsonb(next)) n using (key)
                                      where l.value is distinct from n.value order by 1)
                          from %1$s live full join %2$s next on %4$s
                         where next.%3$s is null or live.%3$s is null or (%6$s and row(live.*) is distinct from row(next.*))
                         limit :most
                        """
                                .formatted(
                                        table,
                                        NextTables.name(table),
                                        names.first(),
                                        names.join("live", "next"),
                                        names.json(),
                                        sameEvent))
                .param("model", model)
                .param("table", table)
                .param("most", SAMPLES)
                .update();
    }

    /**
     * Forgets rows that one side lacked only because it was behind, once the next tables have
     * caught up with when they were compared.
     *
     * @return how many rows the rebuild changes
     */
    long confirm(ReadModel model) {
        var rows = 0L;
        for (var table : model.tables()) {
            var names = ComparedNames.of(sql, table);
            settle(model, table, names, "ONLY_LIVE", "only_live", NextTables.name(table.name()));
            settle(model, table, names, "ONLY_NEXT", "only_next", table.name());
        }
        for (var table : tables(model.name())) {
            rows += table.differing() + table.onlyLive();
        }
        return rows;
    }

    private void settle(
            ReadModel model,
            Table<?> table,
            ComparedNames names,
            String kind,
            String count,
            String other) {
        var arrived =
                sql.sql(
                                """
                                delete from rebuild_difference d where model = :model and table_name = :table and kind = :kind
                                   and exists (select from jsonb_populate_record(null::%1$s, d.key) known join %1$s there on %2$s)
                                """
                                        .formatted(other, names.join("known", "there")))
                        .param("model", model.name())
                        .param("table", table.name())
                        .param("kind", kind)
                        .update();
        sql.sql(
                        "update rebuild_table set %1$s = %1$s - :arrived where model = :model and table_name = :table"
                                .formatted(count))
                .param("arrived", arrived)
                .param("model", model.name())
                .param("table", table.name())
                .update();
    }

    static TableComparison comparison(ResultSet row, String table) throws SQLException {
        return new TableComparison(
                table,
                row.getLong("live_rows"),
                row.getLong("next_rows"),
                row.getLong("compared"),
                row.getString("live_checksum"),
                row.getString("next_checksum"),
                row.getLong("differing"),
                row.getLong("only_live"),
                row.getLong("only_next"));
    }
}
