package com.nexnum.command.platform.claims;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks up what an operation stood for when it was done. */
@Component
public class ClaimedBefore {

    /** How a claim of old compares with the one made now. */
    public enum Content {
        SAME,
        OTHER,
        NONE
    }

    private final JdbcClient sql;

    ClaimedBefore(JdbcClient sql) {
        this.sql = sql;
    }

    public Content look(ClaimConflict conflict) {
        return sql.sql(
                        """
                        select content from operation_claim
                         where aggregate_id = :aggregate and operation_id = :operation
                        """)
                .param("aggregate", conflict.aggregateId())
                .param("operation", conflict.operationId())
                .query(String.class)
                .optional()
                .map(found -> found.equals(conflict.content()) ? Content.SAME : Content.OTHER)
                .orElse(Content.NONE);
    }
}
