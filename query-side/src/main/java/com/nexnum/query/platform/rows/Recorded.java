package com.nexnum.query.platform.rows;

import java.time.Instant;

/** One stored event, as it happens or read back from history. */
public interface Recorded {

    /** The event itself, as today's class. */
    Object payload();

    /** Its place in its aggregate's history, from 0. */
    long sequence();

    /** When it was stored, exact to a microsecond as the database keeps it. */
    Instant at();

    String eventId();

    /** Its place in the whole store: its own one, also when it came late, out of a gap. */
    long position();
}
