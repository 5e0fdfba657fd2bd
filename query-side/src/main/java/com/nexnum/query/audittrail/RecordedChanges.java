package com.nexnum.query.audittrail;

import com.nexnum.platform.web.PageQuery;
import com.nexnum.query.platform.SqlInstant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The changes that were recorded, newest first. */
@Component
class RecordedChanges {

    private static final Instant BEGIN = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

    private final JdbcClient sql;

    RecordedChanges(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * Which changes are wanted; what is null does not count.
     *
     * @param what a name, or what stands before its dot: {@code adjustment}
     * @param from the first instant
     * @param to the instant after the last
     */
    record Wanted(
            @Nullable String actor,
            @Nullable String what,
            @Nullable String subject,
            @Nullable Instant from,
            @Nullable Instant to) {}

    List<RecordedChange> list(Wanted wanted, PageQuery query) {
        var cursor = query.cursor();
        return sql.sql(
                        """
                        select * from audit_change
                         where position < :before and happened_at >= :from and happened_at < :to
                           and (:actor::text is null or actor = :actor)
                           and (:what::text is null or what = :what or split_part(what, '.', 1) = :what)
                           and (:subject::text is null or subject = :subject)
                         order by position desc limit :rows
                        """)
                .param("before", cursor == null ? Long.MAX_VALUE : cursor.number(0))
                .param("from", SqlInstant.of(wanted.from() == null ? BEGIN : wanted.from()))
                .param("to", SqlInstant.of(wanted.to() == null ? END : wanted.to()))
                .param("actor", wanted.actor())
                .param("what", wanted.what())
                .param("subject", wanted.subject())
                .param("rows", query.fetch())
                .query((row, _) -> view(row))
                .list();
    }

    private static RecordedChange view(ResultSet row) throws SQLException {
        return new RecordedChange(
                row.getString("position"),
                SqlInstant.from(row, "happened_at"),
                row.getString("actor"),
                row.getString("address"),
                row.getString("request_id"),
                row.getString("what"),
                row.getString("subject"),
                json(row.getString("before")),
                json(row.getString("after")));
    }

    private static @Nullable JsonNode json(@Nullable String text) {
        return text == null ? null : JsonMapper.shared().readTree(text);
    }
}
