package com.nexnum.query.activenumbers;

import com.nexnum.kernel.activation.ActivationEvent;
import com.nexnum.kernel.identity.IdentityEvent.PersonalDataErased;
import com.nexnum.query.activations.ActivationRows;
import com.nexnum.query.platform.ReadableTexts;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers "which numbers are live now, and which codes came?". */
@Component
@ProcessingGroup("activenumbers")
class ActiveNumbersProjection {

    private final JdbcClient sql;
    private final ActivationRows rows;

    ActiveNumbersProjection(JdbcClient sql, ReadableTexts texts) {
        this.sql = sql;
        this.rows = new ActivationRows(sql, texts, "activenumbers");
    }

    @EventHandler
    void on(ActivationEvent event, @SequenceNumber long sequence, @Timestamp Instant at) {
        rows.apply(event, sequence, at);
        forgetWhenEnded(event);
    }

    @EventHandler
    void on(PersonalDataErased erased) {
        rows.erase(erased.customerId());
    }

    @ResetHandler
    void reset() {
        sql.sql("truncate activenumbers").update();
    }

    private void forgetWhenEnded(ActivationEvent event) {
        sql.sql(
                        """
                        update activenumbers set phone_number = null, sms = '[]'
                         where activation_id = :id and ended_at is not null
                        """)
                .param("id", event.activationId().value())
                .update();
    }
}
