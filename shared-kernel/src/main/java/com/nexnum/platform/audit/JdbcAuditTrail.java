package com.nexnum.platform.audit;

import com.nexnum.kernel.identity.CustomerId;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/** The table of changes, to which the application may add and nothing else. */
@Component
public class JdbcAuditTrail implements AuditTrail {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient sql;
    private final Clock clock;

    public JdbcAuditTrail(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    public void record(Origin origin, Change change) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(
                    "A change is recorded in its own transaction: " + change.what());
        }
        sql.sql(
                        """
                        insert into audit_change
                               (happened_at, actor, address, request_id, what, subject, before, after)
                        values (:at, :actor, :address, :request, :what, :subject, :before, :after)
                        """)
                .param("at", Timestamp.from(clock.instant()))
                .param("actor", origin.actor())
                .param("address", origin.address())
                .param("request", origin.requestId())
                .param("what", change.what())
                .param("subject", change.subject())
                .param("before", json(change.before()))
                .param("after", json(change.after()))
                .update();
    }

    /** Forgets where a person came from; that he did what he did stays. */
    public void forgetAddresses(CustomerId person) {
        sql.sql("select audit_forget_addresses(:person)")
                .param("person", person.value())
                .query((_, _) -> person)
                .list();
    }

    private static @Nullable String json(Map<String, Object> values) {
        return values.isEmpty() ? null : JSON.writeValueAsString(new TreeMap<>(values));
    }
}
