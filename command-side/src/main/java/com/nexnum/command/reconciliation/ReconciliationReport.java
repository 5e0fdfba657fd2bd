package com.nexnum.command.reconciliation;

import com.nexnum.kernel.money.Money;
import com.nexnum.platform.web.Amount;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What administrators see of it. */
@Component
class ReconciliationReport {

    private final JdbcClient sql;

    ReconciliationReport(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * One provider's last comparison and what is open there.
     *
     * @param held how many numbers the provider says that we hold
     * @param ours how many of our numbers wait for SMS there
     * @param failure why there was nothing to compare with; null when there was
     * @param open differences that are not settled
     * @param toReview those of any age that a person has yet to look at
     */
    record Standing(
            String provider,
            Instant startedAt,
            Instant endedAt,
            int held,
            int ours,
            @Nullable String failure,
            int open,
            int toReview) {}

    /**
     * @param subject the number's id at its provider, or the order or activation that it is about
     * @param amount what it cost us, where that is known
     * @param needsReview whether it is large enough for a person to look at
     */
    record FindingView(
            String id,
            String provider,
            String kind,
            String subject,
            @Nullable Amount amount,
            boolean needsReview,
            String outcome,
            Instant firstSeen,
            Instant lastSeen,
            @Nullable Instant settledAt,
            @Nullable String reviewedBy,
            @Nullable Instant reviewedAt,
            @Nullable String note) {}

    List<Standing> standings(String after, int rows) {
        return sql.sql(
                        """
                        select distinct on (provider) r.*,
                               (select count(*) from reconciliation_finding f
                                 where f.provider = r.provider and settled_at is null) as open,
                               (select count(*) from reconciliation_finding f
                                 where f.provider = r.provider and needs_review and reviewed_at is null) as to_review
                          from reconciliation_run r where provider > :after
                         order by provider, run_id desc limit :rows
                        """)
                .param("after", after)
                .param("rows", rows)
                .query((row, _) ->
                        new Standing(
                                row.getString("provider"),
                                at(row, "started_at"),
                                at(row, "ended_at"),
                                row.getInt("held"),
                                row.getInt("ours"),
                                row.getString("failure"),
                                row.getInt("open"),
                                row.getInt("to_review")))
                .list();
    }

    /** Newest first. */
    List<FindingView> findings(
            @Nullable String provider, @Nullable Boolean toReview, long before, int rows) {
        return sql.sql(
                        """
                        select * from reconciliation_finding
                         where finding_id < :before and (:provider::text is null or provider = :provider)
                           and (:review::boolean is null or :review = (needs_review and reviewed_at is null))
                         order by finding_id desc limit :rows
                        """)
                .param("before", before)
                .param("provider", provider)
                .param("review", toReview)
                .param("rows", rows)
                .query((row, _) -> view(row))
                .list();
    }

    /** Empty when there is none. The first review stands. */
    Optional<FindingView> review(long id, String by, String note, Instant now) {
        sql.sql(
                        """
                        update reconciliation_finding set reviewed_by = :by, reviewed_at = :now, note = :note
                         where finding_id = :id and reviewed_at is null
                        """)
                .param("id", id)
                .param("by", by)
                .param("now", Timestamp.from(now))
                .param("note", note)
                .update();
        return sql.sql("select * from reconciliation_finding where finding_id = :id")
                .param("id", id)
                .query((row, _) -> view(row))
                .optional();
    }

    private static FindingView view(ResultSet row) throws SQLException {
        var amount = row.getObject("amount", Long.class);
        return new FindingView(
                row.getString("finding_id"),
                row.getString("provider"),
                row.getString("kind"),
                row.getString("subject"),
                amount == null ? null : new Amount(Money.decimal(amount), "USD"),
                row.getBoolean("needs_review"),
                row.getString("outcome"),
                at(row, "first_seen"),
                at(row, "last_seen"),
                maybeAt(row, "settled_at"),
                row.getString("reviewed_by"),
                maybeAt(row, "reviewed_at"),
                row.getString("note"));
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant maybeAt(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
