package com.nexnum.command.sms;

import com.nexnum.kernel.activation.ActivationId;
import com.nexnum.kernel.identity.CustomerId;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The numbers that are rented now. */
@Component
class Rentals {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient sql;

    Rentals(JdbcClient sql) {
        this.sql = sql;
    }

    void add(Rental rental) {
        sql.sql(
                        "insert into rental (activation_id, customer_id, details) values (:id, :customer, :details)")
                .param("id", rental.activationId().value())
                .param("customer", rental.customerId().value())
                .param("details", JSON.writeValueAsString(rental))
                .update();
    }

    boolean hasAny(CustomerId customer) {
        return sql.sql("select exists (select from rental where customer_id = :customer)")
                .param("customer", customer.value())
                .query(Boolean.class)
                .single();
    }

    Rental of(ActivationId id) {
        return find(id).orElseThrow(() -> new IllegalStateException(id + " is not rented"));
    }

    Optional<Rental> find(ActivationId id) {
        return sql.sql("select details from rental where activation_id = :id")
                .param("id", id.value())
                .query(String.class)
                .optional()
                .map(details -> JSON.readValue(details, Rental.class));
    }

    Rental inRound(ActivationId id, int round) {
        var rental = of(id).inRound(round);
        sql.sql("update rental set details = :details where activation_id = :id")
                .param("id", id.value())
                .param("details", JSON.writeValueAsString(rental))
                .update();
        return rental;
    }

    void end(ActivationId id) {
        sql.sql("delete from rental where activation_id = :id").param("id", id.value()).update();
    }
}
