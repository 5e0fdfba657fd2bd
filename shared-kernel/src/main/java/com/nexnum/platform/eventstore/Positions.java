package com.nexnum.platform.eventstore;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far processors are, in every process. */
@Component
public class Positions {

    private final JdbcClient sql;
    private final Serializer tokens;

    Positions(JdbcClient sql, @Qualifier("serializer") Serializer tokens) {
        this.sql = sql;
        this.tokens = tokens;
    }

    /** The position of the last event in the store, 0 when there is none. */
    public long head() {
        return sql.sql("select coalesce(max(global_index), 0) from domain_event_entry")
                .query(Long.class)
                .single();
    }

    /**
     * The last position that each segment of each group has passed, 0 before the first event; an
     * idle segment stores it some seconds late.
     */
    public Map<String, Map<Integer, Long>> bySegment() {
        var groups = new HashMap<String, Map<Integer, Long>>();
        sql.sql("select processor_name, segment, token, token_type from token_entry")
                .query(row -> {
                    groups.computeIfAbsent(row.getString(1), _ -> new HashMap<>())
                            .put(row.getInt(2), position(row));
                });
        return groups;
    }

    private long position(ResultSet row) throws SQLException {
        var stored = row.getBytes("token");
        if (stored == null) {
            return 0;
        }
        TrackingToken token =
                tokens.deserialize(
                        new SimpleSerializedObject<>(
                                stored, byte[].class, row.getString("token_type"), null));
        return Math.max(0, token.position().orElse(0));
    }
}
