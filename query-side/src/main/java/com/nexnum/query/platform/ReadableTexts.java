package com.nexnum.query.platform;

import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.kernel.privacy.PersonalData;
import com.nexnum.kernel.privacy.SealedText;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Opens sealed texts for read models, and keeps an erasure from missing what another segment is
 * just writing: readers of a customer's texts and the eraser exclude each other until they commit.
 */
@Component
public class ReadableTexts {

    private final JdbcClient sql;
    private final PersonalData personalData;

    public ReadableTexts(JdbcClient sql, PersonalData personalData) {
        this.sql = sql;
        this.personalData = personalData;
    }

    /**
     * The text, or null once the customer's key is gone.
     *
     * @param context the id of the aggregate that the text belongs to
     */
    public @Nullable String read(CustomerId customer, String context, @Nullable SealedText sealed) {
        if (sealed == null) {
            return null;
        }
        lock("pg_advisory_xact_lock_shared", customer);
        return personalData.open(customer, context, sealed).orElse(null);
    }

    /** To be called before the readable columns of a customer are emptied. */
    public void beginErasure(CustomerId customer) {
        lock("pg_advisory_xact_lock", customer);
    }

    private void lock(String function, CustomerId customer) {
        sql.sql("select " + function + "(hashtextextended('personal data of ' || :customer, 0))")
                .param("customer", customer.value())
                .query(row -> {});
    }
}
