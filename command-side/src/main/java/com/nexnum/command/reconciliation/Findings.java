package com.nexnum.command.reconciliation;

import com.nexnum.command.reconciliation.Finding.Kind;
import com.nexnum.command.reconciliation.Finding.Result;
import com.nexnum.kernel.supply.ProviderSlug;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Remembers each difference once, however often it is seen. */
@Component
class Findings {

    private final JdbcClient sql;
    private final ReconciliationProperties properties;

    Findings(JdbcClient sql, ReconciliationProperties properties) {
        this.sql = sql;
        this.properties = properties;
    }

    /**
     * @param firstSeen when the difference came to light
     */
    record Open(String subject, Instant firstSeen, Instant lastSeen) {}

    /**
     * @return when it was seen first
     */
    Instant seen(Finding finding, Instant now) {
        var amount = finding.amount();
        return sql.sql(
                        """
                        insert into reconciliation_finding as known
                               (provider, kind, subject, amount, needs_review, outcome, first_seen, last_seen)
                        values (:provider, :kind, :subject, :amount, :review, 'OPEN', :now, :now)
                        on conflict (provider, kind, subject) do update
                           set last_seen = excluded.last_seen,
                               settled_at = case when known.outcome = 'KEPT' then known.settled_at end,
                               outcome = case when known.settled_at is null or known.outcome = 'KEPT'
                                              then known.outcome else 'OPEN' end,
                               first_seen = case when known.settled_at is null or known.outcome = 'KEPT'
                                                 then known.first_seen else excluded.first_seen end
                        returning first_seen
                        """)
                .param("provider", finding.provider().value())
                .param("kind", finding.kind().name())
                .param("subject", finding.subject())
                .param("amount", amount == null ? null : amount.micros())
                .param("review", isLarge(finding))
                .param("now", Timestamp.from(now))
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    void settle(ProviderSlug provider, Kind kind, String subject, Result result, Instant now) {
        sql.sql(
                        """
                        update reconciliation_finding set outcome = :result, settled_at = :now
                         where provider = :provider and kind = :kind and subject = :subject and settled_at is null
                        """)
                .param("provider", provider.value())
                .param("kind", kind.name())
                .param("subject", subject)
                .param("result", result.name())
                .param("now", Timestamp.from(now))
                .update();
    }

    List<Open> open(ProviderSlug provider, Kind kind) {
        return sql.sql(
                        """
                        select subject, first_seen, last_seen from reconciliation_finding
                         where provider = :provider and kind = :kind and settled_at is null
                        """)
                .param("provider", provider.value())
                .param("kind", kind.name())
                .query((row, _) ->
                        new Open(
                                row.getString(1),
                                row.getObject(2, OffsetDateTime.class).toInstant(),
                                row.getObject(3, OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Whether a person is to look at it. */
    boolean isLarge(Finding finding) {
        var amount = finding.amount();
        var limit = properties.limit();
        return amount != null
                && amount.currency() == limit.currency()
                && amount.micros() > limit.micros();
    }
}
