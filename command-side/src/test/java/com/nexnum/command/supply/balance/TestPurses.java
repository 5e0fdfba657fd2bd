package com.nexnum.command.supply.balance;

import com.nexnum.command.platform.agenda.TestAgenda;
import com.nexnum.kernel.money.Money;
import com.nexnum.platform.database.TestDatabase;
import com.nexnum.platform.eventstore.AtomicWorks;
import com.nexnum.platform.signal.Signals;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a process knows of balances, on a test's database; the alert is at ten dollars. */
public final class TestPurses {

    public static Purses on(
            TestDatabase database, Signals signals, Clock clock, List<EventMessage<?>> published) {
        var source = database.dataSource();
        var sql = JdbcClient.create(source);
        var changes =
                new PurseChanges(new PurseTable(sql), AtomicWorks.on(source, published), signals);
        var purses =
                new Purses(changes, watch(database, clock), _ -> Money.usd("10"), signals, clock);
        purses.afterSingletonsInstantiated();
        return purses;
    }

    public static BalanceWatch watch(TestDatabase database, Clock clock) {
        var agenda = new TestAgenda(JdbcClient.create(database.dataSource())).agenda();
        return new BalanceWatch(agenda, new BalanceProperties(Duration.ofMinutes(1)), clock);
    }

    private TestPurses() {}
}
