package com.nexnum.query.proof;

import static org.awaitility.Awaitility.await;

import com.nexnum.kernel.language.EventSerializer;
import com.nexnum.platform.audit.JdbcAuditTrail;
import com.nexnum.platform.ids.TimeOrderedIds;
import com.nexnum.query.history.Door;
import com.nexnum.query.history.ReadModels;
import com.nexnum.query.platform.jobs.JobStatus;
import com.nexnum.query.platform.jobs.JobView;
import com.nexnum.query.platform.jobs.Jobs;
import com.nexnum.query.platform.rows.ReadModel;
import com.nexnum.query.proof.verification.Verification;
import com.nexnum.query.proof.verification.VerificationRequest;
import com.nexnum.query.proof.verification.VerificationResult;
import com.nexnum.query.rebuild.EventCursor;
import com.nexnum.query.rebuild.EventDecoder;
import com.nexnum.trial.TrialSecretBox;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An event store whose events are sealed, and somebody who may do to it what an owner can. */
public final class ProofFixture {

    private static final Clock CLOCK = Clock.systemUTC();
    private static final JsonMapper JSON = JsonMapper.shared();

    public final ReadModels models = new ReadModels();
    public final TimeOrderedIds ids = new TimeOrderedIds(CLOCK);
    public final Blocks blocks = new Blocks(models.sql);
    public final SealingKeys keys =
            new SealingKeys(
                    models.sql,
                    models.transaction,
                    new TrialSecretBox(),
                    ids,
                    new JdbcAuditTrail(models.sql, CLOCK),
                    CLOCK);
    public final ReadModel ledger = model("ledger.LedgerModel");
    public final ReadModel balance = model("balance.BalanceModel");
    public final EventCursor cursor =
            new EventCursor(
                    new EventDecoder(
                            EventSerializer.create(), com.nexnum.kernel.language.History.chain()));
    public final Jobs jobs = new Jobs(models.database, models.sql, ids, CLOCK);
    public final Verification verification =
            new Verification(
                    models.database, models.sql, blocks, keys, cursor, List.of(ledger), this::head);
    final Sealer sealer = sealer();

    Sealer sealer() {
        return sealer(Duration.ZERO);
    }

    Sealer sealer(Duration partialAfter) {
        return new Sealer(
                models.database,
                models.sql,
                models.transaction,
                blocks,
                keys,
                CLOCK,
                new ProofProperties(true, Duration.ofSeconds(1), partialAfter));
    }

    /** Seals all there is, once nobody can fill a gap any more. */
    public void seal() {
        await().untilAsserted(() -> {
            sealer.seal();
            org.assertj.core.api.Assertions.assertThat(
                            blocks.last().map(Block::lastPosition).orElse(0L))
                    .isEqualTo(head());
        });
    }

    /** The ledger and the balances as the events so far make them. */
    public void project() {
        models.inTransaction(() ->
                models.history.events().stream()
                        .filter(event ->
                                event.getPayload() instanceof com.nexnum.kernel.wallet.WalletEvent)
                        .forEach(event -> {
                            models.live.fold(ledger, event);
                            models.live.fold(balance, event);
                        }));
    }

    /** Events of streams of their own, without meaning. */
    void noise(int count) {
        models.sql
                .sql(
                        """
                        insert into domain_event_entry (event_identifier, aggregate_identifier, sequence_number, type,
                               time_stamp, payload_type, payload_revision, payload, meta_data)
                        select gen_random_uuid()::text, 'noise-' || gen_random_uuid(), 0, null, '2026-03-01T10:00:00Z',
                               'noise', null, '{"n":' || n || '}', '{}'
                          from generate_series(1, :count) n
                        """)
                .param("count", count)
                .update();
    }

    /** As the owner may who wants to cheat. */
    public void cheat(String... statements) {
        models.inTransaction(() -> {
            models.sql.sql("set local session_replication_role = replica").update();
            for (var statement : statements) {
                models.sql.sql(statement).update();
            }
        });
    }

    public long head() {
        return models.sql
                .sql("select coalesce(max(global_index), 0) from domain_event_entry")
                .query(Long.class)
                .single();
    }

    public VerificationResult verify() {
        return verify(new VerificationRequest(null, true));
    }

    public VerificationResult verify(VerificationRequest request) {
        var job =
                jobs.start(
                        "VERIFICATION",
                        "ver_",
                        Door.ANNA,
                        request,
                        (asked, control) -> verification.run(request, control));
        var ended = ended("VERIFICATION", job.id());
        if (ended.status() != JobStatus.DONE) {
            throw new AssertionError(ended);
        }
        return JSON.treeToValue(Objects.requireNonNull(ended.result()), VerificationResult.class);
    }

    public JsonNode result(String kind, String id) {
        return Objects.requireNonNull(ended(kind, id).result());
    }

    public JobView ended(String kind, String id) {
        return await().atMost(Duration.ofSeconds(30))
                .until(() -> jobs.find(kind, id), found -> found.status() != JobStatus.RUNNING);
    }

    private static ReadModel model(String name) {
        try {
            var constructor = Class.forName("com.nexnum.query." + name).getDeclaredConstructor();
            constructor.setAccessible(true);
            return (ReadModel) constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
