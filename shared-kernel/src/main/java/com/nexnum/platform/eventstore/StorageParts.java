package com.nexnum.platform.eventstore;

import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** What this process stores events, positions and sagas with. */
@Component
record StorageParts(
        @Qualifier("serializer") Serializer general,
        TransactionManager transactions,
        PersistenceExceptionResolver duplicates,
        EventStorageEngine engine,
        EventBus events,
        TokenStore tokens,
        SagaStore<?> sagas) {}
