package com.nexnum.platform.eventstore;

import org.axonframework.serialization.Serializer;

/** The serializer of tokens, sagas and snapshots, as it is configured. */
public final class GeneralSerializer {

    public static Serializer create() {
        return new EventStoreConfiguration().generalSerializer();
    }

    private GeneralSerializer() {}
}
