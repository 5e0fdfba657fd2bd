package com.nexnum.query.proof.verification;

import static com.nexnum.query.history.Door.ANNA;
import static com.nexnum.query.history.Door.BERT;
import static org.assertj.core.api.Assertions.assertThat;

import com.nexnum.query.history.RandomHistory;
import com.nexnum.query.history.Wallets;
import com.nexnum.query.proof.Block;
import com.nexnum.query.proof.ProofFixture;
import com.nexnum.query.proof.verification.Break.Kind;
import com.nexnum.query.proof.verification.VerificationRequest.KnownHead;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TamperingTest {

    private final ProofFixture fixture = new ProofFixture();
    private long position;

    /** Three blocks, and in the second one the third event of a wallet. */
    @BeforeEach
    void a_sealed_history() {
        RandomHistory.into(fixture.models.history, 1);
        fixture.seal();
        fixture.models.history.add(Wallets.opened(ANNA));
        fixture.models.history.add(Wallets.opened(BERT));
        fixture.models.history.add(Wallets.deposited(ANNA, "5"));
        fixture.models.history.add(Wallets.deposited(BERT, "7"));
        fixture.models.history.add(Wallets.deposited(BERT, "8"));
        position = fixture.head() - 1;
        fixture.seal();
        RandomHistory.into(fixture.models.history, 2);
        fixture.seal();
        fixture.project();
        assertThat(fixture.blocks.last().orElseThrow().number()).isEqualTo(3);
    }

    @AfterEach
    void nothingRunsOn() throws InterruptedException {
        fixture.jobs.destroy();
    }

    @Test
    void nothing_is_found_where_nothing_was_done() {
        var result = fixture.verify();
        assertThat(result.findings()).isEmpty();
        assertThat(result.intact()).isTrue();
        assertThat(result.entriesVerified()).isEqualTo(fixture.models.history.events().size());
        assertThat(result.ledgerEntriesVerified()).isEqualTo(count("ledger_entry")).isPositive();
        assertThat(result.headHash())
                .isEqualTo(HexFormat.of().formatHex(fixture.blocks.last().orElseThrow().head()));
        assertThat(result.sealedUpTo()).isEqualTo(fixture.head());
    }

    @Test
    void an_altered_event_is_found_whatever_of_it_was_altered() {
        for (var change :
                new String[] {
                    "meta_data = '{\"x\":1}'",
                    "time_stamp = '2020-01-01T00:00:00Z'",
                    "payload_revision = null",
                    "type = 'Other'",
                    "event_identifier = 'other'",
                    "payload = payload || ' '"
                }) {
            fixture.cheat(
                    "create table if not exists kept (like domain_event_entry)",
                    "truncate kept",
                    "insert into kept select * from domain_event_entry where global_index = "
                            + position,
                    "update domain_event_entry set %s where global_index = %d"
                            .formatted(change, position));
            var result = fixture.verify(new VerificationRequest(null, false));
            assertThat(result.findings())
                    .as(change)
                    .singleElement()
                    .returns(Kind.ALTERED, Break::kind)
                    .returns(position, Break::position)
                    .returns(2L, Break::block)
                    .returns("wallet-cus_bertbb", Break::stream)
                    .returns(1L, Break::sequence);
            assertThat(result.firstBreak()).isEqualTo(result.findings().getFirst());
            fixture.cheat(
                    "delete from domain_event_entry where global_index = " + position,
                    "insert into domain_event_entry overriding system value select * from kept",
                    "drop table kept");
        }
        assertThat(fixture.verify().intact()).isTrue();
    }

    @Test
    void a_deleted_event_is_found_and_the_sequence_that_its_stream_lacks_is_named() {
        fixture.cheat("delete from domain_event_entry where global_index = " + position);
        var result = fixture.verify(new VerificationRequest(null, false));
        assertThat(result.findings())
                .extracting(Break::kind, Break::position, Break::stream, Break::sequence)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Kind.DELETED, position, null, null),
                        org.assertj.core.groups.Tuple.tuple(
                                Kind.MISSING_SEQUENCE, position + 1, "wallet-cus_bertbb", 1L));
        assertThat(result.findings().getLast().detail())
                .isEqualTo("wallet-cus_bertbb lacks its event 1");
        assertThat(fixture.verify().breaks()).isGreaterThan(2);
    }

    @Test
    void events_that_changed_places_are_found_at_both() {
        fixture.cheat(
                "create table kept as select * from domain_event_entry where global_index in (%d, %d)"
                        .formatted(position, position - 1),
                "delete from domain_event_entry where global_index in (select global_index from kept)",
                "update kept set global_index = %d - global_index".formatted(2 * position - 1),
                "insert into domain_event_entry overriding system value select * from kept",
                "drop table kept");
        assertThat(fixture.verify(new VerificationRequest(null, false)).findings())
                .extracting(Break::kind, Break::position)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Kind.REORDERED, position - 1),
                        org.assertj.core.groups.Tuple.tuple(Kind.REORDERED, position));
    }

    @Test
    void an_event_that_was_put_before_all_others_is_found() {
        fixture.cheat(
                """
                insert into domain_event_entry (global_index, event_identifier, aggregate_identifier, sequence_number,
                       time_stamp, payload_type, payload, meta_data) overriding system value
                values (-5, 'forged', 'forged', 0, '2026-03-01T10:00:00Z', 'noise', '{}', '{}')
                """);
        assertThat(only()).returns(Kind.INSERTED, Break::kind).returns(-5L, Break::position);
    }

    @Test
    void an_altered_block_is_found_and_so_is_one_that_was_made_to_fit() {
        fixture.cheat("update proof_block set root = sha256('x') where number = 2");
        assertThat(fixture.verify().findings())
                .isNotEmpty()
                .allSatisfy(found -> assertThat(found.kind()).isEqualTo(Kind.BLOCK_ALTERED))
                .allSatisfy(found -> assertThat(found.block()).isEqualTo(2));
    }

    @Test
    void a_head_that_is_signed_by_nobody_is_found() {
        fixture.cheat("update proof_block set signature = sha512('x') where number = 3");
        assertThat(only()).returns(Kind.SIGNATURE_WRONG, Break::kind).returns(3L, Break::block);
    }

    @Test
    void a_key_that_nobody_vouches_for_is_found() {
        fixture.cheat(
                """
                insert into proof_key (key_id, public_key, sealed_private_key, created_at, retired_at)
                values ('pfk_forged', sha256('x'), 'x', now(), now())
                """);
        assertThat(only())
                .returns(Kind.SIGNATURE_WRONG, Break::kind)
                .satisfies(found -> assertThat(found.detail()).contains("pfk_forged"));
    }

    @Test
    void a_block_that_is_gone_is_found() {
        fixture.cheat("delete from proof_block where number = 2");
        assertThat(fixture.verify().findings())
                .extracting(Break::kind)
                .contains(Kind.BLOCK_MISSING);
    }

    @Test
    void an_end_that_was_cut_off_is_told_by_the_head_that_somebody_kept() {
        var last = fixture.blocks.last().orElseThrow();
        fixture.cheat(
                "delete from domain_event_entry where global_index >= " + last.firstPosition(),
                "delete from proof_block where number = 3",
                "delete from ledger_posting p using ledger_entry e where p.wallet_id = e.wallet_id"
                        + " and p.sequence = e.sequence and e.position >= "
                        + last.firstPosition(),
                "delete from ledger_entry where position >= " + last.firstPosition());

        assertThat(fixture.verify().intact()).isTrue();
        assertThat(fixture.verify(kept(last)).findings())
                .singleElement()
                .returns(Kind.HEAD_LOST, Break::kind)
                .returns(3L, Break::block);
        var second = fixture.blocks.last().orElseThrow();
        assertThat(fixture.verify(kept(second)).intact()).isTrue();
    }

    @Test
    void an_entry_or_a_posting_that_no_event_says_is_found() {
        fixture.cheat("update ledger_entry set amount = amount + 1 where position = " + position);
        assertThat(only())
                .returns(Kind.LEDGER_DIFFERS, Break::kind)
                .returns(position, Break::position)
                .returns("The ledger's entry is not what the event says", Break::detail);

        fixture.cheat(
                "update ledger_entry set amount = amount - 1 where position = " + position,
                "update ledger_posting set account = 'revenue' where sequence = 1 and line = 2"
                        + " and wallet_id = 'wallet-cus_bertbb'");
        assertThat(only())
                .returns(position, Break::position)
                .returns("The ledger's posting is not what the event says", Break::detail);
    }

    @Test
    void a_ledger_that_lacks_an_entry_or_has_one_too_many_is_found() {
        fixture.cheat(
                "delete from ledger_posting where wallet_id = 'wallet-cus_bertbb' and sequence = 2",
                "delete from ledger_entry where wallet_id = 'wallet-cus_bertbb' and sequence = 2",
                "update ledger_entry set position = -position where wallet_id = 'wallet-cus_annaaa'",
                """
                insert into ledger_entry select wallet_id, 77, position + 100000, 'forged', customer_id, type, direction,
                       currency, amount, available_after, held_after, operation_id, hold_id, reason, approved_by, occurred_at
                  from ledger_entry where position = %d
                """
                        .formatted(position),
                "update ledger_entry set position = %d where entry_id = 'forged'"
                        .formatted(position - 2));
        assertThat(fixture.verify().findings())
                .extracting(Break::detail)
                .contains(
                        "The ledger lacks the entry of this event",
                        "The ledger lacks the posting of this event");
    }

    @Test
    void postings_that_belong_to_no_entry_are_found() {
        fixture.cheat(
                """
                insert into ledger_posting (wallet_id, sequence, position, line, account, currency, amount)
                values ('wallet-cus_bertbb', 99, 999999, 1, 'revenue', 'USD', -5),
                       ('wallet-cus_bertbb', 99, 999999, 2, 'gateway:sandbox', 'USD', 5)
                """);
        assertThat(only())
                .returns(Kind.LEDGER_DIFFERS, Break::kind)
                .returns("wallet-cus_bertbb", Break::stream)
                .returns(99L, Break::sequence);
    }

    @Test
    void postings_of_an_entry_that_stand_elsewhere_in_the_journal_are_found() {
        fixture.cheat(
                """
                insert into ledger_posting (wallet_id, sequence, position, line, account, currency, amount)
                values ('wallet-cus_bertbb', 2, 999999, 1, 'revenue', 'USD', -5),
                       ('wallet-cus_bertbb', 2, 999999, 2, 'gateway:sandbox', 'USD', 5)
                """);
        assertThat(only())
                .returns(Kind.LEDGER_DIFFERS, Break::kind)
                .returns("wallet-cus_bertbb", Break::stream)
                .returns(2L, Break::sequence);
    }

    private Break only() {
        var findings = fixture.verify().findings();
        assertThat(findings).hasSize(1);
        return findings.getFirst();
    }

    private static VerificationRequest kept(Block block) {
        return new VerificationRequest(
                new KnownHead(block.number(), HexFormat.of().formatHex(block.head())), true);
    }

    private long count(String table) {
        return fixture.models.sql.sql("select count(*) from " + table).query(Long.class).single();
    }
}
