package com.nexnum.command.sms.polling;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexnum.command.sms.polling.PollTable.Poll;
import com.nexnum.kernel.activation.ActivationId;
import com.nexnum.kernel.supply.ProviderSlug;
import com.nexnum.platform.database.TestDatabase;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class PollTableTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final String ACME = "acme";
    private static final TestDatabase DATABASE = TestDatabase.migrated();

    private final JdbcClient sql = JdbcClient.create(DATABASE.dataSource());
    private final PollTable table = new PollTable(sql);
    private final TestPolls polls = new TestPolls(sql);

    @BeforeEach
    void nothing_is_polled() {
        sql.sql("truncate polling").update();
    }

    @ParameterizedTest
    @CsvSource({
        "-5, 2, 5",
        "0, 2, 5",
        "29, 2, 5",
        "30, 4, 7",
        "119, 4, 7",
        "120, 6, 10",
        "299, 6, 10",
        "300, 10, 15",
        "599, 10, 15",
        "600, 12, 18",
        "899, 12, 18",
        "900, 15, 25",
        "99999, 15, 25"
    })
    void asks_often_while_young_and_seldom_when_old(long age, long least, long most) {
        for (int i = 0; i < 200; i++) {
            begin("act_00000number%03d".formatted(i), NOON.minusSeconds(2));
        }
        sql.sql("update polling set since = ?")
                .param(Timestamp.from(NOON.minusSeconds(age)))
                .update();
        assertThat(table.take(ACME, NOON, 1_000, 200)).hasSize(200);
        assertThat(next())
                .hasSizeGreaterThan(100)
                .allSatisfy(due ->
                        assertThat(due).isBetween(NOON.plusSeconds(least), NOON.plusSeconds(most)));
    }

    @Test
    void stretches_every_time_by_the_same_factor() {
        begin("act_00000young", NOON.minusSeconds(10));
        begin("act_00000old", NOON.minusSeconds(1_000));
        table.take(ACME, NOON, 4_000, 10);
        assertThat(due("act_00000young")).isBetween(NOON.plusSeconds(8), NOON.plusSeconds(20));
        assertThat(due("act_00000old")).isBetween(NOON.plusSeconds(60), NOON.plusSeconds(100));
    }

    @Test
    void takes_what_waits_longest_and_nothing_before_its_time() {
        begin("act_00000second", NOON.minusSeconds(20));
        begin("act_00000first", NOON.minusSeconds(30));
        begin("act_00000third", NOON.minusSeconds(10));
        begin("act_00000later", NOON);
        assertThat(take(2)).containsExactlyInAnyOrder("act_00000first", "act_00000second");
        assertThat(take(2)).containsExactly("act_00000third");
        assertThat(take(2)).isEmpty();
    }

    @Test
    void takes_nothing_of_another_provider() {
        begin("act_00000mine", NOON.minusSeconds(30));
        assertThat(table.take("other", NOON, 1_000, 10)).isEmpty();
        assertThat(take(10)).containsExactly("act_00000mine");
    }

    @Test
    void what_was_taken_comes_again_though_nobody_reports_back() {
        begin("act_00000taken", NOON.minusSeconds(30));
        assertThat(take(10)).hasSize(1);
        assertThat(table.take(ACME, NOON.plusSeconds(7), 1_000, 10)).hasSize(1);
    }

    @Test
    void what_is_put_back_or_hurried_is_next_and_what_has_ended_stays_away() {
        for (var id :
                List.of("act_00000back", "act_00000hint", "act_00000ended", "act_00000other")) {
            begin(id, NOON.minusSeconds(30));
        }
        take(10);
        polls.schedule().end(new ActivationId("act_00000ended"));
        table.putBack(List.of("act_00000back", "act_00000ended"), NOON);
        polls.schedule().hurry(new ActivationId("act_00000hint"), NOON);
        polls.schedule().hurry(new ActivationId("act_00000ended"), NOON);
        begin("act_00000due", NOON.minusSeconds(300));
        assertThat(take(2)).containsExactlyInAnyOrder("act_00000back", "act_00000hint");
    }

    @Test
    void counts_the_numbers_by_age() {
        for (long age : List.of(0L, 5L, 40L, 400L, 2_000L, 3_000L)) {
            begin("act_00000" + age, NOON.minusSeconds(age));
        }
        assertThat(table.census(ACME, NOON)).containsExactly(2L, 1L, 0L, 1L, 0L, 2L);
        assertThat(table.census("other", NOON)).containsOnly(0L).hasSize(6);
    }

    @Test
    void when_fewer_numbers_are_left_the_rest_is_asked_sooner_and_nothing_later() {
        begin("act_00000young", NOON.minusSeconds(10));
        table.take(ACME, NOON, 100_000, 10);
        assertThat(due("act_00000young")).isAfter(NOON.plusSeconds(100));
        table.tighten(ACME, NOON, 2_000);
        assertThat(due("act_00000young")).isEqualTo(NOON.plusSeconds(10));
        table.tighten(ACME, NOON, 50_000);
        assertThat(due("act_00000young")).isEqualTo(NOON.plusSeconds(10));
    }

    private void begin(String id, Instant since) {
        polls.schedule().begin(new ActivationId(id), new ProviderSlug(ACME), since, "{}");
    }

    private List<String> take(int atMost) {
        return table.take(ACME, NOON, 1_000, atMost).stream().map(Poll::id).toList();
    }

    private Instant due(String id) {
        return polls.entry(new ActivationId(id)).orElseThrow().dueAt();
    }

    private List<Instant> next() {
        return sql.sql("select distinct due_at from polling")
                .query((row, _) -> row.getTimestamp(1).toInstant())
                .list();
    }
}
