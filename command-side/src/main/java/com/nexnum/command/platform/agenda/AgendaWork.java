package com.nexnum.command.platform.agenda;

/**
 * One kind of work. Performed on a virtual thread, by one process at a time; after a crash, or when
 * it throws, the same work is taken up again once its lease has ended.
 */
public interface AgendaWork {

    Terms terms();

    Outcome perform(Due due);
}
