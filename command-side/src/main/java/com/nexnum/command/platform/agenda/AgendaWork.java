package com.nexnum.command.platform.agenda;

import java.time.Duration;

/**
 * One kind of work. Performed on a virtual thread, by one process at a time; after a crash, or when
 * it throws, the same work is taken up again once its lease has ended.
 */
public interface AgendaWork {

    /** The kind of entry that this is for; at most 32 characters. */
    String kind();

    /** How long it may take; also how long until it is taken up again after a crash. */
    Duration lease();

    /** How much of it this process does at once. */
    int atOnce();

    Outcome perform(Due due);
}
