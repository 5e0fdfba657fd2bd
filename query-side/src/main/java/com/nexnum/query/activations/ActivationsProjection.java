package com.nexnum.query.activations;

import com.nexnum.kernel.activation.ActivationEvent;
import com.nexnum.kernel.identity.IdentityEvent.PersonalDataErased;
import com.nexnum.query.platform.Changes;
import com.nexnum.query.platform.Freshness;
import com.nexnum.query.platform.ReadableTexts;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers "what became of every number that was ever asked for?". */
@Component
@ProcessingGroup("activations")
class ActivationsProjection {

    private final JdbcClient sql;
    private final ActivationRows rows;
    private final Changes changes;

    ActivationsProjection(JdbcClient sql, ReadableTexts texts, Changes changes) {
        this.sql = sql;
        this.rows = new ActivationRows(sql, texts, "activations");
        this.changes = changes;
    }

    @EventHandler
    void on(ActivationEvent event, @SequenceNumber long sequence, @Timestamp Instant at) {
        rows.apply(event, sequence, at);
        changes.announce(Freshness.topic("activations", event.activationId().value()));
    }

    @EventHandler
    void on(PersonalDataErased erased) {
        rows.erase(erased.customerId());
    }

    @ResetHandler
    void reset() {
        sql.sql("truncate activations").update();
    }
}
