package com.nexnum.query.platform.rows;

import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.kernel.privacy.SealedText;
import org.jspecify.annotations.Nullable;

/** The rows of a read model, wherever they are kept while events are folded into them. */
public interface Rows {

    /** The row as the events before this one left it, or null when there is none. */
    <R> @Nullable R find(Table<R> table, Object key);

    /** Inserts or replaces the row of this key. */
    <R> void put(Table<R> table, R row);

    /** Adds a row that nobody looks for again while folding. */
    <R> void append(Table<R> table, R row);

    /**
     * The text, or null once the customer's key is gone.
     *
     * @param context the id of the aggregate that the text belongs to
     */
    @Nullable String open(CustomerId customer, String context, @Nullable SealedText sealed);

    /**
     * Empties what is readable of a customer in the rows that are there already.
     *
     * @param assignments SQL that sets columns of the table, which has a {@code customer_id}
     */
    void erase(Table<?> table, CustomerId customer, String assignments);
}
