package com.nexnum.command.activation;

import com.nexnum.command.platform.InTransactionConfiguration;
import com.nexnum.kernel.activation.ActivationEvent.ActivationRequested;
import com.nexnum.kernel.activation.ActivationId;
import com.nexnum.kernel.identity.CustomerId;
import java.util.Optional;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whose activation is whose; written with the first event of each. */
@Component
@ProcessingGroup(InTransactionConfiguration.GROUP)
public class ActivationOwners {

    private final JdbcClient sql;

    ActivationOwners(JdbcClient sql) {
        this.sql = sql;
    }

    /** The activation of that id when it is the customer's own. */
    public Optional<ActivationId> own(CustomerId customer, String id) {
        return sql.sql(
                        """
                        select activation_id from activation_owner
                         where activation_id = :id and customer_id = :customer
                        """)
                .param("id", id)
                .param("customer", customer.value())
                .query(String.class)
                .optional()
                .map(ActivationId::new);
    }

    @EventHandler
    void on(ActivationRequested event) {
        sql.sql(
                        """
                        insert into activation_owner (activation_id, customer_id)
                        values (:id, :customer)
                        """)
                .param("id", event.activationId().value())
                .param("customer", event.customerId().value())
                .update();
    }
}
