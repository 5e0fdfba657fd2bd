package com.nexnum.platform.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nexnum.platform.database.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class SignalsTest {

    private final TestDatabase database = TestDatabase.empty();
    private final JdbcClient sql = JdbcClient.create(database.dataSource());
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final List<String> heardByTheSpeaker = new CopyOnWriteArrayList<>();
    private final List<Signals> all = new ArrayList<>();
    private final Signals speaker = process();
    private final Signals listener = process();

    private Signals process() {
        var signals = new Signals(() -> database.dataSource().getConnection());
        all.add(signals);
        return signals;
    }

    @BeforeEach
    void started() {
        speaker.on("news", heardByTheSpeaker::add);
        listener.on("news", heard::add);
        all.forEach(Signals::start);
        awaitWhatBothMissedBefore();
    }

    private void awaitWhatBothMissedBefore() {
        await().until(() -> heard.equals(List.of("")) && heardByTheSpeaker.equals(List.of("")));
        heard.clear();
        heardByTheSpeaker.clear();
    }

    @AfterEach
    void ended() {
        all.forEach(Signals::close);
    }

    @Test
    void another_process_hears_it_and_the_speaker_does_not() {
        speaker.send("news", "of the day");
        await().untilAsserted(() -> assertThat(heard).containsExactly("of the day"));
        assertThat(heardByTheSpeaker).isEmpty();
    }

    @Test
    void of_another_topic_nobody_is_told() {
        speaker.send("weather", "rain");
        speaker.send("news");
        await().untilAsserted(() -> assertThat(heard).containsExactly(""));
    }

    @Test
    void many_things_at_once_go_in_few_messages_and_all_arrive() {
        var many = IntStream.range(0, 1_500).mapToObj("something-number-%d"::formatted).toList();
        many.forEach(one -> speaker.send("news", one));
        await().untilAsserted(() -> assertThat(heard).containsExactlyElementsOf(many));
    }

    @Test
    void one_that_is_said_again_and_again_is_heard_a_few_times() {
        IntStream.range(0, 10_000).forEach(_ -> speaker.send("news", "again"));
        speaker.flush();
        await().until(() -> !heard.isEmpty());
        assertThat(heard).hasSizeLessThan(1_000);
    }

    @Test
    void after_its_connection_was_cut_a_process_looks_by_itself_and_hears_again() {
        cutAllConnections();
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(heard).contains(""));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> {
                    speaker.send("news", "still here");
                    assertThat(heard).contains("still here");
                });
    }

    @Test
    void a_process_is_counted_for_what_it_does_until_it_does_something_else_or_ends() {
        var attendance = new Attendance(sql, speaker);
        new Attendance(sql, listener).attend(Set.of("cooking", "washing"));
        attendance.attend(Set.of("cooking"));
        all.forEach(it -> it.send("hello"));
        await().untilAsserted(() -> assertThat(attendance.count("cooking")).isEqualTo(2));
        assertThat(attendance.count("washing")).isEqualTo(1);
        assertThat(attendance.count("ironing")).isZero();

        attendance.attend(Set.of("ironing"));
        speaker.send("goodbye");
        speaker.flush();
        assertThat(attendance.count("cooking")).isEqualTo(1);
        assertThat(attendance.count("ironing")).isEqualTo(1);
        listener.close();
        await().untilAsserted(() -> assertThat(attendance.count("cooking")).isZero());
    }

    @Test
    void a_process_that_lost_its_connection_is_counted_again() {
        var attendance = new Attendance(sql, speaker);
        attendance.attend(Set.of("cooking"));
        speaker.send("hello");
        await().until(() -> attendance.count("cooking") == 1);
        cutAllConnections();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> {
                    speaker.send("hello");
                    assertThat(attendance.count("cooking")).isEqualTo(1);
                });
    }

    private void cutAllConnections() {
        sql.sql(
                        """
                        select count(pg_terminate_backend(pid)) from pg_stat_activity
                         where datname = current_database() and pid <> pg_backend_pid()
                        """)
                .query(Integer.class)
                .single();
    }
}
