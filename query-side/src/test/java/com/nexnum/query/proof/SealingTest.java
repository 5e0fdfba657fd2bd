package com.nexnum.query.proof;

import static com.nexnum.query.history.Door.ANNA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nexnum.query.history.Wallets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SealingTest {

    private final ProofFixture fixture = new ProofFixture();

    @AfterEach
    void nothingRunsOn() throws InterruptedException {
        fixture.jobs.destroy();
    }

    @Test
    void a_thousand_events_fill_a_block_and_the_next_one_follows_it() {
        fixture.noise(2_300);
        fixture.seal();

        var sealed = fixture.blocks.after(0, 10);
        assertThat(sealed).extracting(Block::entries).containsExactly(1_000, 1_000, 300);
        assertThat(sealed.getFirst().firstPosition()).isEqualTo(1);
        assertThat(sealed.getFirst().previousHead()).isEqualTo(Block.NOTHING_BEFORE);
        for (var i = 1; i < sealed.size(); i++) {
            assertThat(sealed.get(i).previousHead()).isEqualTo(sealed.get(i - 1).head());
            assertThat(sealed.get(i).firstPosition())
                    .isEqualTo(sealed.get(i - 1).lastPosition() + 1);
        }
        assertThat(fixture.verify().intact()).isTrue();
    }

    @Test
    void a_block_that_is_not_full_waits_for_more_events() {
        fixture.noise(1_300);
        var patient = fixture.sealer(Duration.ofHours(1));

        assertThat(patient.seal()).isEqualTo(1);
        assertThat(patient.seal()).isZero();
        fixture.noise(700);
        assertThat(patient.seal()).isEqualTo(1);
    }

    @Test
    void nothing_is_sealed_beyond_a_gap_that_may_still_be_filled() throws SQLException {
        fixture.noise(1);
        fixture.seal();
        var before = fixture.head();
        try (var open = writer()) {
            insert(open);
            fixture.noise(5);

            assertThat(sealedSoon()).isEqualTo(before);
            open.commit();
        }
        fixture.seal();
        assertThat(fixture.blocks.last().orElseThrow().lastPosition()).isEqualTo(before + 6);
        assertThat(fixture.verify().entriesVerified()).isEqualTo(7);
    }

    @Test
    void what_stands_before_such_a_gap_is_sealed() throws SQLException {
        fixture.noise(3);
        var below = fixture.head();
        fixture.seal();
        fixture.noise(2);
        try (var open = writer()) {
            insert(open);
            fixture.noise(1);
            assertThat(sealedSoon()).isEqualTo(below + 2);
            open.rollback();
        }
    }

    @Test
    void a_position_that_was_rolled_back_stops_nothing_and_who_fills_it_later_is_found()
            throws SQLException {
        fixture.noise(2);
        try (var open = writer()) {
            insert(open);
            fixture.noise(2);
            open.rollback();
        }
        fixture.seal();
        var gap = fixture.head() - 2;
        assertThat(fixture.verify().intact()).isTrue();

        fixture.models.sql.sql(insertAt(gap)).update();

        assertThat(fixture.verify().findings())
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.kind().name()).isEqualTo("INSERTED");
                    assertThat(found.position()).isEqualTo(gap);
                });
    }

    @Test
    void two_that_seal_at_once_make_one_chain() throws Exception {
        fixture.noise(6_500);
        try (var threads = Executors.newFixedThreadPool(3)) {
            var sealers = new ArrayList<Callable<Integer>>();
            for (var i = 0; i < 3; i++) {
                sealers.add(() -> fixture.sealer().seal());
            }
            threads.invokeAll(sealers);
        }
        fixture.seal();
        var result = fixture.verify();
        assertThat(result.intact()).as("%s", result.findings()).isTrue();
        assertThat(result.entriesVerified()).isEqualTo(6_500);
    }

    @Test
    void who_dies_before_the_commit_leaves_nothing_half_done() {
        fixture.noise(2_500);
        fixture.models.transaction.executeWithoutResult(status -> {
            assertThat(fixture.sealer().seal()).isPositive();
            status.setRollbackOnly();
        });
        assertThat(fixture.blocks.last()).isEmpty();

        fixture.seal();
        assertThat(fixture.verify())
                .satisfies(result -> assertThat(result.intact()).isTrue())
                .satisfies(result -> assertThat(result.entriesVerified()).isEqualTo(2_500));
    }

    @Test
    void a_new_key_signs_on_and_is_vouched_for_by_the_old_one() {
        fixture.models.history.add(Wallets.opened(ANNA));
        fixture.seal();
        var first = fixture.keys.current().id();
        var second = fixture.keys.rotate();
        fixture.noise(1);
        fixture.seal();

        assertThat(second.endorsedBy()).isEqualTo(first);
        assertThat(fixture.blocks.after(0, 9))
                .extracting(Block::keyId)
                .containsExactly(first, second.id());
        assertThat(fixture.verify(without()).intact()).isTrue();
    }

    @Test
    void a_block_can_neither_be_changed_nor_deleted() {
        fixture.noise(1);
        fixture.seal();
        for (var statement :
                List.of(
                        "update proof_block set entries = 2",
                        "delete from proof_block",
                        "truncate proof_block",
                        "delete from proof_key")) {
            assertThatThrownBy(() -> fixture.models.sql.sql(statement).update())
                    .as(statement)
                    .rootCause()
                    .hasMessageContaining("Blocks are for ever");
        }
    }

    private static com.nexnum.query.proof.verification.VerificationRequest without() {
        return new com.nexnum.query.proof.verification.VerificationRequest(null, false);
    }

    private long sealedSoon() {
        for (var i = 0; i < 3; i++) {
            fixture.sealer.seal();
        }
        return fixture.blocks.last().map(Block::lastPosition).orElse(0L);
    }

    private Connection writer() throws SQLException {
        var connection = fixture.models.database.getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    private static void insert(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(
                    """
                    insert into domain_event_entry (event_identifier, aggregate_identifier, sequence_number,
                           time_stamp, payload_type, payload, meta_data)
                    values ('late', 'late', 0, '2026-03-01T10:00:00Z', 'noise', '{}', '{}')
                    """);
        }
    }

    private static String insertAt(long position) {
        return
"""
insert into domain_event_entry (global_index, event_identifier, aggregate_identifier, sequence_number,
       time_stamp, payload_type, payload, meta_data) overriding system value
values (%d, 'forged', 'forged', 0, '2026-03-01T10:00:00Z', 'noise', '{}', '{}')
"""
                .formatted(position);
    }
}
