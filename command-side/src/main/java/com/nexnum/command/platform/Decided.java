package com.nexnum.command.platform;

import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/** Which state a command was accepted on that changed nothing. */
public final class Decided {

    private static final String VERSION = Decided.class.getName();

    static void withoutAnEventAt(long version) {
        CurrentUnitOfWork.get().resources().put(VERSION, version);
    }

    /** The sequence number of the last event known then; null when the command had events. */
    public static @Nullable Long withoutAnEvent(UnitOfWork<?> unit) {
        return unit.getResource(VERSION);
    }

    private Decided() {}
}
