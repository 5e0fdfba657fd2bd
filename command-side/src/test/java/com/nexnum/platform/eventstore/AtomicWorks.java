package com.nexnum.platform.eventstore;

import java.util.List;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.SimpleEventBus;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Atomic work on a test's database. */
public final class AtomicWorks {

    /**
     * @param published where the events go
     */
    public static AtomicWork on(DataSource database, List<EventMessage<?>> published) {
        var bus = SimpleEventBus.builder().build();
        bus.subscribe(published::addAll);
        return new AtomicWork(
                new SpringTransactionManager(new JdbcTransactionManager(database)), bus);
    }

    private AtomicWorks() {}
}
