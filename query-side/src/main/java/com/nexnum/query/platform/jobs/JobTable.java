package com.nexnum.query.platform.jobs;

import com.nexnum.query.platform.SqlInstant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code audit_job}. */
final class JobTable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int LONGEST_FAILURE = 1_000;

    private final JdbcClient sql;
    private final Clock clock;

    JobTable(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    void begin(String id, String kind, String requestedBy, Object request) {
        sql.sql(
                        """
                        insert into audit_job (job_id, kind, status, requested_by, requested_at, started_at, updated_at, request)
                        values (:id, :kind, 'RUNNING', :by, :now, :now, :now, :request::jsonb)
                        """)
                .param("id", id)
                .param("kind", kind)
                .param("by", requestedBy)
                .param("now", SqlInstant.of(clock.instant()))
                .param("request", JSON.writeValueAsString(request))
                .update();
    }

    void beginAgain(String id) {
        sql.sql(
                        """
                        update audit_job set status = 'RUNNING', done = 0, total = 0, cancelling = false,
                               started_at = :now, updated_at = :now, ended_at = null
                         where job_id = :id
                        """)
                .param("id", id)
                .param("now", SqlInstant.of(clock.instant()))
                .update();
    }

    /** Whether it was cancelled meanwhile. */
    boolean note(String id, long done, long total) {
        return sql.sql(
                        """
                        update audit_job set done = :done, total = :total, updated_at = :now
                         where job_id = :id returning cancelling
                        """)
                .param("id", id)
                .param("done", done)
                .param("total", total)
                .param("now", SqlInstant.of(clock.instant()))
                .query(Boolean.class)
                .single();
    }

    void cancel(String id) {
        sql.sql("update audit_job set cancelling = true where job_id = ? and status = 'RUNNING'")
                .param(id)
                .update();
    }

    void end(String id, JobStatus status, @Nullable Object result, @Nullable String failure) {
        sql.sql(
                        """
                        update audit_job set status = :status, result = :result::jsonb, failure = left(:failure, :longest),
                               ended_at = :now, updated_at = :now
                         where job_id = :id and status = 'RUNNING'
                        """)
                .param("id", id)
                .param("status", status.name())
                .param("result", result == null ? null : JSON.writeValueAsString(result))
                .param("failure", failure)
                .param("longest", LONGEST_FAILURE)
                .param("now", SqlInstant.of(clock.instant()))
                .update();
    }

    Optional<JobView> find(String kind, String id) {
        return sql.sql("select * from audit_job where kind = ? and job_id = ?")
                .params(kind, id)
                .query((row, _) -> view(row))
                .optional();
    }

    List<JobView> before(String kind, String id, int limit) {
        return sql.sql(
                        """
                        select * from audit_job where kind = ? and job_id < ? order by job_id desc limit ?
                        """)
                .params(kind, id, limit)
                .query((row, _) -> view(row))
                .list();
    }

    private JobView view(ResultSet row) throws SQLException {
        var status = JobStatus.valueOf(row.getString("status"));
        var started = SqlInstant.from(row, "started_at");
        var result = row.getString("result");
        return new JobView(
                row.getString("job_id"),
                status,
                row.getString("requested_by"),
                SqlInstant.from(row, "requested_at"),
                started,
                SqlInstant.maybeFrom(row, "ended_at"),
                JobView.Progress.of(
                        row.getLong("done"),
                        row.getLong("total"),
                        Duration.between(started, SqlInstant.from(row, "updated_at")),
                        status == JobStatus.RUNNING),
                JSON.readTree(row.getString("request")),
                result == null ? null : JSON.readTree(result),
                row.getString("failure"));
    }
}
