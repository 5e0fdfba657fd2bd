package com.nexnum.query.platform.rows;

import java.util.List;

/**
 * What a projection makes of events: pure, so that the same fold serves one event as it happens and
 * a rebuild from all of history. An event that comes again changes nothing.
 */
public interface ReadModel {

    /** That of its processing group. */
    String name();

    /**
     * To be raised whenever the same events give other rows than before: the first process that
     * starts with a higher one builds the rows anew, and processes of a lower one stop writing.
     */
    default int version() {
        return 1;
    }

    /** Every table that it writes, and nobody else does. */
    List<Table<?>> tables();

    /** The events that it takes: records, or sealed vocabularies of them. */
    List<Class<?>> events();

    /**
     * Takes one event; those of an aggregate come in their order.
     *
     * @throws IllegalStateException when an event before this one never came
     */
    void fold(Recorded event, Rows rows);

    /** Names the rows that {@link #fold} will look for, so that they are fetched together. */
    void foresee(Recorded event, Foreseen rows);

    /** Whoever wants to know which rows will be looked for. */
    @FunctionalInterface
    interface Foreseen {
        void row(Table<?> table, Object key);
    }
}
