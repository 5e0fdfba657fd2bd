package com.nexnum.command.supply.protection;

import com.nexnum.command.supply.protection.AgreedCircuit.State;
import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.kernel.supply.ProviderSlug;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The circuits that were ever changed, for whoever did not hear the events. */
@Component
class CircuitTable {

    private final JdbcClient sql;

    CircuitTable(JdbcClient sql) {
        this.sql = sql;
    }

    List<AgreedCircuit> all() {
        return sql.sql("select * from supply_circuit").query((row, _) -> circuit(row)).list();
    }

    /** As it is, and nobody changes it before the transaction ends. */
    AgreedCircuit locked(ProviderSlug provider) {
        sql.sql(
                        """
                        insert into supply_circuit (provider, since) values (:provider, :since)
                        on conflict do nothing
                        """)
                .param("provider", provider.value())
                .param("since", Timestamp.from(Instant.EPOCH))
                .update();
        return sql.sql("select * from supply_circuit where provider = :provider for update")
                .param("provider", provider.value())
                .query((row, _) -> circuit(row))
                .single();
    }

    void store(AgreedCircuit circuit) {
        var by = circuit.by();
        sql.sql(
                        """
                        update supply_circuit
                           set changes = :changes, state = :state, since = :since, until = :until,
                               why = :why, by_whom = :by, in_a_row = :row
                         where provider = :provider
                        """)
                .param("changes", circuit.changes())
                .param("state", circuit.state().name())
                .param("since", Timestamp.from(circuit.since()))
                .param("until", timestamp(circuit.until()))
                .param("why", circuit.why())
                .param("by", by == null ? null : by.value())
                .param("row", circuit.inARow())
                .param("provider", circuit.provider().value())
                .update();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    private static AgreedCircuit circuit(ResultSet row) throws SQLException {
        var until = row.getTimestamp("until");
        var by = row.getString("by_whom");
        return new AgreedCircuit(
                new ProviderSlug(row.getString("provider")),
                row.getLong("changes"),
                State.valueOf(row.getString("state")),
                row.getTimestamp("since").toInstant(),
                until == null ? null : until.toInstant(),
                row.getString("why"),
                by == null ? null : new CustomerId(by),
                row.getInt("in_a_row"));
    }
}
