package com.nexnum.command.platform.agenda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nexnum.platform.database.TestDatabase;
import com.nexnum.trial.MovableClock;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The agenda of several processes on one database. */
class AgendaTest {

    private static final String KIND = "greet";
    private static final Duration LEASE = Duration.ofMinutes(1);

    private final HikariDataSource database = pool();
    private final JdbcClient sql = JdbcClient.create(database);
    private final TransactionManager transactions =
            new SpringTransactionManager(new JdbcTransactionManager(database));
    private final MovableClock clock = new MovableClock();
    private final AgendaTable table = new AgendaTable(sql);
    private final AgendaBell bell = new AgendaBell();
    private final Agenda agenda = new Agenda(sql, bell, clock);
    private final List<AgendaClerk> clerks = new ArrayList<>();
    private final ConcurrentLinkedQueue<Due> performed = new ConcurrentLinkedQueue<>();

    @AfterEach
    void everyone_goes_home() {
        clerks.forEach(AgendaClerk::stop);
        database.close();
    }

    @Test
    void what_is_put_stands_there_when_its_reason_does() {
        inTransaction(() -> agenda.put(KIND, "a", now(), "x"), false);
        assertThat(subjects()).containsExactly("a");
        inTransaction(() -> agenda.strike(KIND, "a"), false);
        assertThat(subjects()).isEmpty();
    }

    @Test
    void what_is_undone_leaves_the_agenda_as_it_was() {
        agenda.put(KIND, "kept", now().plusSeconds(600), "x");
        var before = rows();
        inTransaction(
                () -> {
                    agenda.put(KIND, "a", now(), "x");
                    agenda.putIfAbsent(KIND, "b", now(), "x");
                    agenda.hurry(KIND, "kept", now());
                },
                true);
        inTransaction(() -> agenda.strike(KIND, "kept"), true);
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void putting_replaces_and_putting_if_absent_does_not() {
        agenda.put(KIND, "a", now(), "first");
        agenda.putIfAbsent(KIND, "a", now(), "second");
        assertThat(take().getFirst().due().details()).isEqualTo("first");
        agenda.put(KIND, "a", now(), "third");
        assertThat(take().getFirst().due()).isEqualTo(new Due(KIND, "a", 1, "third"));
    }

    @Test
    void hurrying_makes_due_earlier_and_never_later() {
        agenda.put(KIND, "a", now().plusSeconds(600), "x");
        agenda.hurry(KIND, "absent", now());
        agenda.hurry(KIND, "a", now().plusSeconds(900));
        assertThat(take()).isEmpty();
        agenda.hurry(KIND, "a", now());
        assertThat(take()).hasSize(1);
        assertThat(subjects()).containsExactly("a");
    }

    @Test
    void two_clerks_do_each_work_once() {
        for (int i = 0; i < 300; i++) {
            agenda.put(KIND, "s" + i, now(), "x");
        }
        clerk(_ -> new Outcome.Done());
        clerk(_ -> new Outcome.Done());
        await().until(() -> subjects().isEmpty());
        assertThat(performed).hasSize(300).doesNotHaveDuplicates();
        assertThat(performed).allMatch(due -> due.taken() == 1);
    }

    @Test
    void what_a_killed_process_took_comes_due_when_its_lease_ends() {
        agenda.put(KIND, "a", now(), "x");
        assertThat(take()).hasSize(1);
        assertThat(take()).isEmpty();
        clock.forward(LEASE.plusSeconds(1));
        assertThat(take().getFirst().due().taken()).isEqualTo(2);
    }

    @Test
    void work_that_throws_comes_again() {
        agenda.put(KIND, "a", now(), "x");
        clerk(due -> {
            if (due.taken() == 1) {
                throw new IllegalStateException("not today");
            }
            return new Outcome.Done();
        });
        await().until(() -> performed.size() == 1);
        clock.forward(Duration.ofSeconds(3));
        await().until(() -> subjects().isEmpty());
        assertThat(performed).extracting(Due::taken).containsExactly(1, 2);
    }

    @Test
    void work_that_asks_to_come_again_comes_with_what_it_noted() {
        agenda.put(KIND, "a", now(), "x");
        clerk(due ->
                due.taken() == 1
                        ? new Outcome.Again(now().plusSeconds(60), "noted")
                        : new Outcome.Done());
        await().until(() -> "noted".equals(details("a")));
        assertThat(performed).hasSize(1);
        clock.forward(Duration.ofSeconds(61));
        await().until(() -> subjects().isEmpty());
        assertThat(performed).extracting(Due::details).containsExactly("x", "noted");
    }

    @Test
    void what_is_put_anew_while_it_is_done_is_done_anew() {
        agenda.put(KIND, "a", now(), "old");
        clerk(due -> {
            if (due.details().equals("old")) {
                agenda.put(KIND, "a", now(), "new");
            }
            return new Outcome.Done();
        });
        await().until(() -> subjects().isEmpty());
        assertThat(performed).extracting(Due::details).containsExactly("old", "new");
    }

    @Test
    void what_is_struck_while_it_fails_does_not_come_again() {
        agenda.put(KIND, "a", now(), "x");
        clerk(due -> {
            agenda.strike(KIND, "a");
            throw new IllegalStateException("too late");
        });
        await().until(() -> performed.size() == 1 && subjects().isEmpty());
        clerks.forEach(AgendaClerk::stop);
        assertThat(subjects()).isEmpty();
    }

    @Test
    void a_clerk_that_stops_finishes_what_is_under_way_and_takes_nothing_more() {
        agenda.put(KIND, "a", now(), "x");
        var latch = new CountDownLatch(1);
        var clerk =
                clerk(due -> {
                    try {
                        latch.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    return new Outcome.Done();
                });
        await().until(() -> performed.size() == 1);
        var stopped = CompletableFuture.runAsync(clerk::stop);
        await().until(() -> !clerk.isRunning());
        agenda.put(KIND, "b", now(), "x");
        latch.countDown();
        assertThat(stopped).succeedsWithin(Duration.ofSeconds(10));
        assertThat(subjects()).containsExactly("b");
        clerk.start();
        await().until(() -> subjects().isEmpty());
    }

    @Test
    void nothing_is_done_before_its_time() {
        agenda.put(KIND, "later", now().plusSeconds(60), "x");
        agenda.put(KIND, "now", now(), "x");
        clerk(_ -> new Outcome.Done());
        await().until(() -> subjects().equals(List.of("later")));
        assertThat(performed).extracting(Due::subject).containsExactly("now");
        clock.forward(Duration.ofSeconds(61));
        await().until(() -> subjects().isEmpty());
    }

    private AgendaClerk clerk(Function<Due, Outcome> work) {
        var greeting =
                new AgendaWork() {
                    @Override
                    public Terms terms() {
                        return new Terms(KIND, LEASE, 8);
                    }

                    @Override
                    public Outcome perform(Due due) {
                        performed.add(due);
                        return work.apply(due);
                    }
                };
        var clerk = new AgendaClerk(table, bell, clock, List.of(greeting));
        clerks.add(clerk);
        clerk.start();
        return clerk;
    }

    private void inTransaction(Runnable work, boolean undo) {
        var unit = DefaultUnitOfWork.startAndGet(new GenericMessage<>("reason"));
        unit.attachTransaction(transactions);
        if (undo) {
            work.run();
            unit.rollback();
        } else {
            unit.execute(work);
        }
    }

    private List<AgendaTable.Taken> take() {
        return table.take(KIND, now(), now().plus(LEASE), 10);
    }

    private Instant now() {
        return clock.instant();
    }

    private List<String> subjects() {
        return texts("select subject from agenda order by subject");
    }

    private List<String> rows() {
        return texts("select agenda::text from agenda order by subject");
    }

    private String details(String subject) {
        return sql.sql("select details from agenda where subject = :subject")
                .param("subject", subject)
                .query(String.class)
                .single();
    }

    private List<String> texts(String query) {
        return sql.sql(query).query((row, _) -> row.getString(1)).list();
    }

    private static HikariDataSource pool() {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(TestDatabase.migrated().url());
        pool.setMaximumPoolSize(20);
        return pool;
    }
}
