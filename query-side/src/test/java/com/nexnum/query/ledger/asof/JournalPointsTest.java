package com.nexnum.query.ledger.asof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nexnum.platform.web.ProblemException;
import com.nexnum.query.ledger.LedgerBooks;
import com.nexnum.query.platform.SqlInstant;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class JournalPointsTest {

    private static final Instant BEGIN = Instant.parse("2026-03-01T10:00:00Z");
    private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");

    @Test
    void an_instant_is_the_journal_before_the_first_entry_that_is_later() {
        for (var seed = 1L; seed < 6; seed++) {
            var books = new LedgerBooks(seed).deliverAll();
            var times = unsteadyClocks(books, new Random(seed));
            var points = points(books);
            everyInstantIsFound(points, times, seed);

            var writer = new LedgerCheckpoints(books.models.sql, books.models.transaction, 7, 5);
            while (writer.write(Long.MAX_VALUE) > 0) {
                everyInstantIsFound(points, times, seed);
            }
        }
    }

    @Test
    void the_trial_balance_is_zero_at_every_instant_however_clocks_differ() {
        var books = new LedgerBooks(77).deliverAll();
        var times = unsteadyClocks(books, new Random(77));
        var balances = new AccountBalances(books.models.sql);
        for (var instant : times.values()) {
            if (!instant.isBefore(times.firstEntry().getValue())) {
                var point = points(books).at(new AsOf.At(instant), "asOf");
                assertThat(balances.ofAll(point).stream().mapToLong(AccountSum::micros).sum())
                        .as("at %s", instant)
                        .isZero();
            }
        }
    }

    @Test
    void a_number_between_two_entries_means_the_one_before() {
        var books = new LedgerBooks(3).deliverAll();
        var numbers = books.numbers();
        var last = numbers.getLast();
        assertThat(points(books).at(new AsOf.Entry(last), "asOf").entry()).isEqualTo(last);
        for (var number = numbers.getFirst(); number < last; number++) {
            var asked = number;
            assertThat(points(books).at(new AsOf.Entry(asked), "asOf").entry())
                    .isEqualTo(numbers.stream().filter(it -> it <= asked).reduce(0L, Math::max));
        }
    }

    @Test
    void refuses_what_the_ledger_cannot_tell_and_says_what_it_can() {
        var books = new LedgerBooks(4).deliverAll();
        var points = points(books);
        for (var asOf :
                new AsOf[] {
                    new AsOf.At(NOW.plusNanos(1)),
                    new AsOf.At(BEGIN.minusSeconds(1)),
                    new AsOf.Entry(0),
                    new AsOf.Entry(books.numbers().getLast() + 1)
                }) {
            assertThat(refusal(points, asOf))
                    .as("%s", asOf)
                    .containsEntry("parameter", "asOf")
                    .containsEntry("to", NOW.toString())
                    .containsEntry("firstEntry", books.numbers().getFirst())
                    .containsEntry("lastEntry", books.numbers().getLast())
                    .containsKey("from");
        }
    }

    @Test
    void an_empty_ledger_has_a_latest_point_and_no_other() {
        var points = points(new LedgerBooks());
        assertThat(points.at(new AsOf.Latest(), "asOf").entry()).isZero();
        assertThat(refusal(points, new AsOf.At(BEGIN))).containsEntry("entries", 0);
    }

    @Test
    void reads_instants_and_numbers_and_refuses_the_rest() {
        assertThat(AsOf.parse("asOf", null)).isEqualTo(new AsOf.Latest());
        assertThat(AsOf.parse("asOf", "42")).isEqualTo(new AsOf.Entry(42));
        assertThat(AsOf.parse("asOf", "2026-03-01T12:00:00+02:00")).isEqualTo(new AsOf.At(BEGIN));
        for (var wrong :
                new String[] {
                    "yesterday", "-1", "1.5", "2026-03-01", "2026-03-01T10:00:00", "9".repeat(19)
                }) {
            assertThatThrownBy(() -> AsOf.parse("asOf", wrong))
                    .as(wrong)
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("INVALID_PARAMETER");
        }
    }

    private static void everyInstantIsFound(
            JournalPoints points, NavigableMap<Long, Instant> times, long seed) {
        for (var instant : times.values()) {
            if (instant.isBefore(times.firstEntry().getValue())) {
                continue;
            }
            var expected = 0L;
            for (var entry : times.entrySet()) {
                if (entry.getValue().isAfter(instant)) {
                    break;
                }
                expected = entry.getKey();
            }
            assertThat(points.at(new AsOf.At(instant), "asOf").entry())
                    .as("seed %d at %s", seed, instant)
                    .isEqualTo(expected);
        }
    }

    /** As processes write whose clocks are seconds apart. */
    private static NavigableMap<Long, Instant> unsteadyClocks(LedgerBooks books, Random random) {
        var times = new TreeMap<Long, Instant>();
        for (var number : books.numbers()) {
            var at = BEGIN.plusMillis(number * 1_000 + random.nextInt(9_000));
            times.put(number, at);
            books.models
                    .sql
                    .sql("update ledger_entry set occurred_at = ? where position = ?")
                    .params(SqlInstant.of(at), number)
                    .update();
        }
        return times;
    }

    private static Map<String, Object> refusal(JournalPoints points, AsOf asOf) {
        return assertThatThrownBy(() -> points.at(asOf, "asOf"))
                .asInstanceOf(InstanceOfAssertFactories.type(ProblemException.class))
                .extracting(refused -> refused.problem().details())
                .asInstanceOf(InstanceOfAssertFactories.map(String.class, Object.class))
                .actual();
    }

    private static JournalPoints points(LedgerBooks books) {
        return new JournalPoints(books.models.sql, Clock.fixed(NOW, ZoneOffset.UTC));
    }
}
