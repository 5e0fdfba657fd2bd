package com.nexnum.command.purchase;

/** What a purchase does next. */
sealed interface Step {

    /** Send the command and say what became of it. */
    record Send(Object command) implements Step {}

    /** Wait for an event. */
    record Await() implements Step {}

    record End() implements Step {}
}
