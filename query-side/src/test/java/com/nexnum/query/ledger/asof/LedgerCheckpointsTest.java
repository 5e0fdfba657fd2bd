package com.nexnum.query.ledger.asof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nexnum.query.history.AsTheApplication;
import com.nexnum.query.ledger.LedgerBooks;
import com.nexnum.query.ledger.LedgerBooks.Sum;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.axonframework.eventhandling.DomainEventMessage;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

class LedgerCheckpointsTest {

    @Test
    void with_and_without_checkpoints_every_balance_is_what_addition_says() {
        for (var seed = 300L; seed < 306; seed++) {
            var books = new LedgerBooks(seed, seed + 50).deliverAll();
            assertThat(checkpoints(books)).isZero();
            agreesEverywhere(books, seed);

            writeAll(books);
            assertThat(checkpoints(books)).as("seed %d", seed).isGreaterThan(5);
            assertThat(count(books, "ledger_checkpoint_balance where account like 'customer:cus%'"))
                    .as("busy customers, seed %d", seed)
                    .isPositive();
            agreesEverywhere(books, seed);
        }
    }

    @Test
    void a_posting_that_comes_late_takes_away_the_checkpoints_above_it() {
        var books = new LedgerBooks(5, 6);
        var late = "wallet-cus_bbbbbb5";
        books.deliver(event -> !isOf(event, late));
        writeAll(books);
        var before = checkpoints(books);

        books.deliver(event -> isOf(event, late));

        assertThat(checkpoints(books)).isLessThan(before);
        agreesEverywhere(books, 5);
        writeAll(books);
        agreesEverywhere(books, 5);
    }

    @Test
    void a_posting_of_a_transaction_that_was_open_is_never_left_out() throws Exception {
        var books = new LedgerBooks(7, 8);
        var late = "wallet-cus_cccccc7";
        books.deliver(event -> !isOf(event, late));
        var writer = writer(books);
        var mayCommit = new CountDownLatch(1);
        var posted = new CountDownLatch(1);
        var posting =
                CompletableFuture.runAsync(
                        () ->
                                books.models.inTransaction(() -> {
                                    books.deliver(event -> isOf(event, late));
                                    beforeCommit(() -> {
                                        posted.countDown();
                                        await().until(() -> mayCommit.getCount() == 0);
                                    });
                                }),
                        Thread::startVirtualThread);
        posted.await();
        var written =
                CompletableFuture.supplyAsync(
                        () -> writer.write(Long.MAX_VALUE), Thread::startVirtualThread);
        await().until(() -> waitsForALock(books));
        mayCommit.countDown();
        posting.join();

        assertThat(written.join()).isZero();
        assertThat(checkpoints(books)).isZero();
        writeAll(books);
        agreesEverywhere(books, 7);
    }

    @Test
    void a_reset_or_a_changed_posting_leaves_no_checkpoint_that_counts() {
        var books = new LedgerBooks(9).deliverAll();
        writeAll(books);
        books.models.sql.sql("update ledger_posting set amount = amount * 2").update();
        assertThat(checkpoints(books)).isZero();
        writeAll(books);
        agreesEverywhere(books, 9);

        books.reset();
        assertThat(sums(books).ofAll(new JournalPoint(Long.MAX_VALUE, null))).isEmpty();
        books.deliverAll();
        agreesEverywhere(books, 9);
    }

    @Test
    void the_role_of_the_application_writes_them_and_its_postings_take_them_away() {
        var database = AsTheApplication.database();
        var sql = JdbcClient.create(database);
        post(sql, 3, 7, 9);
        var transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        assertThat(new LedgerCheckpoints(sql, transaction, 2, 1).write(Long.MAX_VALUE)).isOne();

        post(sql, 5);

        assertThat(sql.sql("select count(*) from ledger_checkpoint").query(Long.class).single())
                .isZero();
    }

    private static void post(JdbcClient sql, long... numbers) {
        for (var number : numbers) {
            sql.sql(
                            """
                            with entry as (
                              insert into ledger_entry (wallet_id, sequence, position, entry_id, customer_id, type, direction,
                                     currency, amount, available_after, held_after, operation_id, occurred_at)
                              values ('wallet-cus_annaaa', :n, :n, 'event-' || :n, 'cus_annaaa', 'DEPOSIT', 'CREDIT', 'USD', 5, 5, 0,
                                     'deposit:' || :n, now()))
                            insert into ledger_posting (wallet_id, sequence, position, line, account, currency, amount)
                            values ('wallet-cus_annaaa', :n, :n, 1, 'gateway:sandbox', 'USD', -5),
                                   ('wallet-cus_annaaa', :n, :n, 2, 'customer:cus_annaaa:available', 'USD', 5)
                            """)
                    .param("n", number)
                    .update();
        }
    }

    @Test
    void nothing_is_written_above_the_horizon_or_twice() {
        var books = new LedgerBooks(11).deliverAll();
        var half = books.numbers().get(books.numbers().size() / 2);
        var writer = writer(books);
        while (writer.write(half) > 0) {
            assertThat(
                            books.models
                                    .sql
                                    .sql("select max(position) from ledger_checkpoint")
                                    .query(Long.class)
                                    .single())
                    .isLessThanOrEqualTo(half);
        }
        var written = checkpoints(books);
        assertThat(writer.write(half)).isZero();
        assertThat(checkpoints(books)).isEqualTo(written);
    }

    /** Once the rows of the batch are written. */
    private static void beforeCommit(Runnable then) {
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void beforeCommit(boolean readOnly) {
                        then.run();
                    }
                });
    }

    private static void agreesEverywhere(LedgerBooks books, long seed) {
        var accounts = books.accounts();
        var sums = sums(books);
        var numbers = books.numbers();
        for (var n = 0; n < numbers.size(); n += 13) {
            var upTo = new JournalPoint(numbers.get(n), null);
            var added = books.added(upTo.entry());
            assertThat(sums.of(accounts, upTo).stream().map(LedgerCheckpointsTest::sum))
                    .as("seed %d, entry %d", seed, upTo.entry())
                    .containsExactlyElementsOf(added);
            assertThat(sums.entries(upTo)).isEqualTo(n + 1);
            var all = sums.ofAll(upTo);
            assertThat(all.stream().map(LedgerCheckpointsTest::sum))
                    .as("seed %d, entry %d", seed, upTo.entry())
                    .containsExactlyInAnyOrderElementsOf(customersTogether(added));
            assertThat(all.stream().mapToLong(AccountSum::micros).sum()).isZero();
        }
    }

    private static List<Sum> customersTogether(List<Sum> added) {
        var together = new TreeMap<String, Sum>();
        for (var sum : added) {
            var name = sum.account().replaceFirst("^customer:[^:]+:", "customer:*:");
            together.merge(
                    name + sum.currency(),
                    new Sum(name, sum.currency(), sum.micros(), sum.postings()),
                    (one, other) ->
                            new Sum(
                                    name,
                                    sum.currency(),
                                    one.micros() + other.micros(),
                                    one.postings() + other.postings()));
        }
        return List.copyOf(together.values());
    }

    private static Sum sum(AccountSum sum) {
        return new Sum(sum.account(), sum.currency(), sum.micros(), sum.postings());
    }

    private static AccountBalances sums(LedgerBooks books) {
        return new AccountBalances(books.models.sql);
    }

    private static LedgerCheckpoints writer(LedgerBooks books) {
        return new LedgerCheckpoints(books.models.sql, books.models.transaction, 9, 12);
    }

    private static void writeAll(LedgerBooks books) {
        var writer = writer(books);
        while (writer.write(Long.MAX_VALUE) > 0) {
            assertThat(checkpoints(books)).isPositive();
        }
    }

    private static long checkpoints(LedgerBooks books) {
        return count(
                books,
                "ledger_checkpoint where journal = pg_relation_filenode('ledger_posting')::bigint");
    }

    private static long count(LedgerBooks books, String what) {
        return books.models.sql.sql("select count(*) from " + what).query(Long.class).single();
    }

    private static boolean isOf(DomainEventMessage<?> event, String stream) {
        return event.getAggregateIdentifier().equals(stream);
    }

    private static boolean waitsForALock(LedgerBooks books) {
        return count(books, "pg_locks where not granted and relation = 'ledger_posting'::regclass")
                > 0;
    }
}
