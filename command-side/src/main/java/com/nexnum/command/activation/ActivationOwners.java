package com.nexnum.command.activation;

import com.nexnum.command.platform.InTransactionConfiguration;
import com.nexnum.kernel.activation.ActivationEvent.ActivationFailed;
import com.nexnum.kernel.activation.ActivationEvent.ActivationRequested;
import com.nexnum.kernel.activation.ActivationEvent.NumberAssigned;
import com.nexnum.kernel.activation.ActivationId;
import com.nexnum.kernel.identity.CustomerId;
import java.util.Optional;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whose activation is whose, and which are still being bought; written with their events. */
@Component
@ProcessingGroup(InTransactionConfiguration.GROUP)
public class ActivationOwners {

    private final JdbcClient sql;

    public ActivationOwners(JdbcClient sql) {
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

    /** Whether an activation of the customer neither has its number nor failed. */
    public boolean anyOpen(CustomerId customer) {
        return sql.sql(
                        """
                        select exists (
                            select from activation_owner where customer_id = :customer and open)
                        """)
                .param("customer", customer.value())
                .query(Boolean.class)
                .single();
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

    @EventHandler
    void on(NumberAssigned event) {
        close(event.activationId());
    }

    @EventHandler
    void on(ActivationFailed event) {
        close(event.activationId());
    }

    private void close(ActivationId id) {
        sql.sql("update activation_owner set open = false where activation_id = :id")
                .param("id", id.value())
                .update();
    }
}
