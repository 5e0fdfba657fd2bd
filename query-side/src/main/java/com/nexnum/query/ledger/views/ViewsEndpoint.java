package com.nexnum.query.ledger.views;

import com.nexnum.platform.web.Cursor;
import com.nexnum.platform.web.Page;
import com.nexnum.platform.web.PageQuery;
import com.nexnum.query.platform.SqlInstant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who looked at what, newest first; for auditors. */
@RestController
class ViewsEndpoint {

    private final JdbcClient sql;

    ViewsEndpoint(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * @param caller only what this one looked at
     */
    @GetMapping("/api/v1/audit/views")
    Page<ViewTaken> views(
            @RequestParam(required = false) @Nullable String caller, PageQuery query) {
        var cursor = query.cursor();
        var found =
                sql.sql(
                                """
                                select * from audit_view
                                 where id < :before and (:caller::text is null or caller_id = :caller)
                                 order by id desc limit :rows
                                """)
                        .param("before", cursor == null ? Long.MAX_VALUE : cursor.number(0))
                        .param("caller", caller)
                        .param("rows", query.fetch())
                        .query((row, _) -> view(row))
                        .list();
        return Page.of(found, query, view -> Cursor.after(view.id()));
    }

    private static ViewTaken view(ResultSet row) throws SQLException {
        return new ViewTaken(
                row.getLong("id"),
                SqlInstant.from(row, "seen_at"),
                row.getString("caller_id"),
                List.of(row.getString("roles").split(",", -1)),
                row.getString("address"),
                row.getString("request_id"),
                row.getString("method"),
                row.getString("path"),
                row.getString("query"),
                row.getObject("status", Integer.class),
                SqlInstant.maybeFrom(row, "answered_at"));
    }
}
