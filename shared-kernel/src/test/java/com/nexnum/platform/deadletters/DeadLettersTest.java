package com.nexnum.platform.deadletters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.nexnum.platform.database.TestDatabase;
import com.nexnum.platform.deadletters.DeadLetters.SequenceKey;
import com.nexnum.platform.security.Role;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What waits, as operators see it. */
class DeadLettersTest {

    private static final JdbcClient SQL = JdbcClient.create(TestDatabase.migrated().dataSource());
    private static final Duration FIRST = Duration.ofSeconds(10);
    private static final Duration MOST = Duration.ofSeconds(35);

    private final DeadLetters letters = new DeadLetters(SQL);

    @BeforeEach
    void three_sequences() {
        SQL.sql("truncate dead_letter_entry").update();
        park("balance", "wallet-1", 0, "e1");
        park("balance", "wallet-1", 1, "e2");
        park("balance", "wallet-1", 2, "e3");
        park("balance", "wallet-2", 0, "e4");
        park("purchase", "act_1", 5, "e5");
    }

    @Test
    void each_sequence_is_told_once_with_how_many_wait_behind() {
        assertThat(letters.after(null, null, 10))
                .extracting(
                        WaitingSequence::group,
                        WaitingSequence::sequence,
                        WaitingSequence::eventId,
                        WaitingSequence::behind)
                .containsExactly(
                        tuple("balance", "wallet-1", "e1", 2L),
                        tuple("balance", "wallet-2", "e4", 0L),
                        tuple("purchase", "act_1", "e5", 0L));
        assertThat(letters.after(null, null, 1)).hasSize(1);
        assertThat(letters.after(null, new SequenceKey("balance", "wallet-2"), 10))
                .singleElement()
                .satisfies(waiting -> {
                    assertThat(waiting.group()).isEqualTo("purchase");
                    assertThat(waiting.eventName()).isEqualTo("wallet.opened");
                    assertThat(waiting.causeType()).isEqualTo("java.lang.IllegalStateException");
                    assertThat(waiting.position()).isNull();
                });
        assertThat(letters.countByGroup())
                .containsExactlyInAnyOrderEntriesOf(Map.of("balance", 4L, "purchase", 1L));
    }

    @Test
    void each_failure_puts_the_next_try_off_further_up_to_a_bound() {
        var key = new SequenceKey("balance", "wallet-1");
        var mine = List.of("balance");
        assertThat(letters.due(mine, false)).contains(key, new SequenceKey("balance", "wallet-2"));
        assertThat(letters.due(List.of(), true)).isEmpty();
        for (int pause : new int[] {10, 20, 35, 35}) {
            letters.failedAgain(key, FIRST, MOST);
            assertThat(pauseSeconds()).isBetween(pause - 2.0, pause + 2.0);
        }
        assertThat(letters.due(mine, false))
                .containsExactly(new SequenceKey("balance", "wallet-2"));
        assertThat(letters.due(mine, true)).contains(key);
        assertThat(letters.after(null, null, 1).getFirst().attempts()).isEqualTo(4);
    }

    @Test
    void an_operator_makes_a_sequence_or_a_group_due_at_once() {
        for (var sequence : List.of("wallet-1", "wallet-2")) {
            letters.failedAgain(new SequenceKey("balance", sequence), FIRST, MOST);
        }
        assertThat(letters.due(List.of("balance"), false)).isEmpty();
        assertThat(letters.retryNow("balance", "wallet-2")).isEqualTo(1);
        assertThat(letters.due(List.of("balance"), false))
                .containsExactly(new SequenceKey("balance", "wallet-2"));
        assertThat(letters.retryNow("balance", null)).isEqualTo(2);
        assertThat(letters.due(List.of("balance"), false)).hasSize(2);
        assertThat(letters.retryNow("nothing", null)).isZero();
    }

    @Test
    void only_the_first_event_of_a_sequence_is_given_up() {
        assertThat(letters.discard("balance", "e2", "cus_admin", "why")).isEmpty();
        assertThat(letters.discard("purchase", "e1", "cus_admin", "why")).isEmpty();
        assertThat(letters.discard("balance", "e1", "cus_admin", "why"))
                .hasValueSatisfying(gone -> assertThat(gone.behind()).isEqualTo(2));
        assertThat(letters.after(null, null, 1).getFirst().eventId()).isEqualTo("e2");
        assertThat(letters.countByGroup()).containsEntry("balance", 3L);
        assertThat(letters.after("purchase", null, 10))
                .extracting(WaitingSequence::eventId)
                .containsExactly("e5");
    }

    @Test
    void what_was_given_up_stays_written_with_who_and_why() {
        letters.discard("balance", "e4", "cus_admin", "a test of ours");
        assertThat(letters.discarded(Long.MAX_VALUE, 1))
                .singleElement()
                .satisfies(gone -> {
                    assertThat(gone.by()).isEqualTo("cus_admin");
                    assertThat(gone.reason()).isEqualTo("a test of ours");
                    assertThat(gone.group()).isEqualTo("balance");
                    assertThat(gone.eventId()).isEqualTo("e4");
                    assertThat(gone.cause()).isEqualTo("a bug");
                });
        assertThatThrownBy(() -> SQL.sql("delete from dead_letter_discard").update())
                .hasStackTraceContaining("stays written");
    }

    @Test
    void a_letter_is_looked_at_without_what_is_somebodys() {
        SQL.sql(
                        """
                        update dead_letter_entry set payload_type = 'activation.sms-received',
                               payload = convert_to('{"activationId":"act_1","text":"My code is 77","code":"77","new":"x"}', 'UTF8')
                         where event_identifier = 'e5'
                        """)
                .update();
        var letter = letters.find("purchasee5").orElseThrow();
        assertThat(letter.sequence()).isEqualTo("act_1");
        assertThat(MaskedPayload.of(letter, Set.of(Role.ADMIN)))
                .hasToString(
                        "{\"activationId\":\"act_1\",\"text\":\"(sealed)\",\"code\":\"(sealed)\",\"new\":\"(unknown)\"}");
        assertThat(MaskedPayload.of(letter, Set.of(Role.AUDITOR)))
                .hasToString(
                        "{\"activationId\":\"(masked)\",\"text\":\"(masked)\",\"code\":\"(masked)\",\"new\":\"(masked)\"}");
        assertThat(letters.find("nothing")).isEmpty();
    }

    @Test
    void a_letter_that_is_no_json_is_not_shown() {
        SQL.sql("update dead_letter_entry set payload = convert_to('+1202555 {', 'UTF8')").update();
        assertThat(MaskedPayload.of(letters.find("balancee1").orElseThrow(), Set.of(Role.ADMIN)))
                .isNull();
    }

    private static double pauseSeconds() {
        return SQL.sql(
                        """
                        select extract(epoch from retry_at - now()) from dead_letter_entry
                         where event_identifier = 'e1'
                        """)
                .query(Double.class)
                .single();
    }

    private static void park(String group, String sequence, int index, String event) {
        SQL.sql(
                        """
                        insert into dead_letter_entry
                         (dead_letter_id, processing_group, sequence_identifier, sequence_index,
                          message_type, event_identifier, time_stamp, payload_type, payload,
                          enqueued_at, cause_type, cause_message)
                        values (:group || :event, :group, :sequence, :index, 'event', :event,
                                '2026-03-01T00:00:00Z', 'wallet.opened', '', '2026-03-01T00:00:00Z',
                                'java.lang.IllegalStateException', 'a bug')
                        """)
                .param("group", group)
                .param("sequence", sequence)
                .param("index", index)
                .param("event", event)
                .update();
    }
}
