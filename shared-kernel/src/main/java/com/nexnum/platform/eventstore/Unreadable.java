package com.nexnum.platform.eventstore;

import com.nexnum.kernel.language.EventSerializer;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.serialization.SerializationException;

/** Events of names that this version does not know. */
final class Unreadable {

    static boolean is(EventMessage<?> event) {
        return EventSerializer.isUnknown(event.getPayloadType());
    }

    /** Only an attempt tells the name that nobody knows. */
    static SerializationException why(EventMessage<?> event) {
        try {
            var payload = event.getPayload();
            return new SerializationException("Nobody knows " + payload.getClass().getName());
        } catch (SerializationException e) {
            return e.getCause() instanceof SerializationException cause ? cause : e;
        }
    }

    private Unreadable() {}
}
