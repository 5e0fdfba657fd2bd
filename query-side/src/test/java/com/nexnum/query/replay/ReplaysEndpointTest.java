package com.nexnum.query.replay;

import static com.nexnum.query.history.Door.ANNA;
import static com.nexnum.query.history.Door.BERT;
import static org.assertj.core.api.Assertions.assertThat;

import com.nexnum.platform.security.Role;
import com.nexnum.query.history.Door;
import com.nexnum.query.history.RandomHistory;
import com.nexnum.query.history.Wallets;
import com.nexnum.query.platform.jobs.JobStatus;
import com.nexnum.query.platform.jobs.JobView;
import com.nexnum.query.proof.ProofFixture;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;

class ReplaysEndpointTest {

    private static final String ALL = ReplaysEndpoint.PATH;
    private static final String KIND = ReplaysEndpoint.KIND;

    private final ProofFixture fixture = new ProofFixture();
    private final MockMvcTester auditor = door(Role.AUDITOR);

    @BeforeEach
    void a_history() {
        fixture.models.history.add(Wallets.opened(ANNA));
        fixture.models.history.add(Wallets.deposited(ANNA, "5"));
        RandomHistory.into(fixture.models.history, 1);
        fixture.project();
    }

    @AfterEach
    void nothingRunsOn() throws InterruptedException {
        fixture.jobs.destroy();
    }

    @Test
    void live_read_models_that_are_right_differ_nowhere() {
        var job = replayed(null);
        assertThat(result(job).get("differences").asLong()).isZero();
        assertThat(result(job).get("wallets").asLong()).isEqualTo(count("balance"));
        assertThat(result(job).get("accounts").asLong()).isGreaterThan(3);
        assertThat(job.progress().done()).isEqualTo(fixture.head());
        assertThat(differences(job)).isEmpty();
        assertThat(count("pg_class where relname like 'scratch%'")).isZero();
    }

    @Test
    void what_is_wrong_in_a_live_read_model_is_told_account_by_account() {
        fixture.cheat(
                "update balance set available = available + 1000000 where customer_id = 'cus_annaaa'",
                "delete from ledger_wallet where customer_id = 'cus_annaaa'",
                "insert into balance values ('wallet-cus_ghost', 'cus_ghost', 'USD', 7000000, 0, 3)",
                "update ledger_posting set amount = amount * 2 where wallet_id = 'wallet-cus_annaaa'");
        var job = replayed(null);
        assertThat(differences(job))
                .containsExactlyInAnyOrder(
                        "ledger customer:cus_annaaa:available 5.00 10.00",
                        "ledger gateway:sandbox " + gateway(0) + " " + gateway(-5),
                        "balance customer:cus_annaaa:available 5.00 6.00",
                        "balance customer:cus_ghost:available - 7.00",
                        "balance customer:cus_ghost:held - 0.00",
                        "ledger_wallet customer:cus_annaaa:available 5.00 -",
                        "ledger_wallet customer:cus_annaaa:held 0.00 -");
        assertThat(result(job).get("differences").asLong()).isEqualTo(7);
    }

    @Test
    void a_wallet_that_moved_on_meanwhile_is_no_difference() {
        var head = fixture.head();
        fixture.models.history.add(Wallets.opened(BERT));
        fixture.models.history.add(Wallets.deposited(BERT, "5"));
        fixture.project();
        var request = new ReplayRequest(null, head, true);
        var job =
                fixture.jobs.start(
                        KIND,
                        "rep_",
                        ANNA,
                        request,
                        (_, control) -> replay().run(request, control));
        assertThat(fixture.result(KIND, job.id()).get("differences").asLong()).isZero();
    }

    @Test
    void the_past_is_compared_with_the_postings_up_to_then() {
        var second = fixture.models.history.events().get(1);
        var position = fixture.models.history.position(second);
        for (var upTo : List.of("2026-03-01T10:00:01Z", "2026-03-01T10:00:01.5Z", "" + position)) {
            var job = replayed(upTo);
            assertThat(result(job).get("position").asLong()).as(upTo).isEqualTo(position);
            assertThat(result(job).get("accounts").asLong()).isEqualTo(2);
            assertThat(result(job).get("differences").asLong()).isZero();
        }
        fixture.cheat(
                "update ledger_posting set account = 'revenue' where wallet_id = 'wallet-cus_annaaa' and line = 1");
        assertThat(differences(replayed("2026-03-01T10:00:01Z")))
                .containsExactlyInAnyOrder(
                        "ledger gateway:sandbox -5.00 -", "ledger revenue - -5.00");
    }

    @Test
    void a_time_that_never_was_is_refused_with_the_range_that_was() {
        for (var upTo :
                List.of("1999-01-01T00:00:00Z", "2999-01-01T00:00:00Z", "0", "99999999", "soon")) {
            assertThat(start(upTo))
                    .as(upTo)
                    .hasStatus(400)
                    .bodyJson()
                    .extractingPath("$.code")
                    .isEqualTo("INVALID_PARAMETER");
        }
        assertThat(new ReplayTargets(fixture.models.sql, Clock.systemUTC(), fixture::head))
                .satisfies(targets ->
                        org.assertj.core.api.Assertions.assertThatThrownBy(
                                        () -> targets.target("1999-01-01T00:00:00Z"))
                                .extracting("problem.details")
                                .asInstanceOf(
                                        org.assertj.core.api.InstanceOfAssertFactories.map(
                                                String.class, Object.class))
                                .containsEntry("from", "2026-03-01T10:00:00Z")
                                .containsEntry("lastPosition", fixture.head())
                                .containsKey("to"));
    }

    @Test
    void an_event_that_does_not_fold_fails_the_replay() {
        fixture.cheat(
                "delete from domain_event_entry where aggregate_identifier = 'wallet-cus_annaaa' and sequence_number = 0");
        var id = id(start(null));
        var job = fixture.ended(KIND, id);
        assertThat(job.status()).isEqualTo(JobStatus.FAILED);
        assertThat(job.failure()).contains("wallet-cus_annaaa");
    }

    @Test
    void one_whose_process_died_is_resumed() {
        fixture.models
                .sql
                .sql(
                        """
                        insert into audit_job (job_id, kind, status, requested_by, requested_at, started_at, updated_at, request)
                        values ('rep_died', 'REPLAY', 'RUNNING', 'cus_annaaa', now(), now(), now(),
                                '{"upTo":null,"position":%d,"live":true}')
                        """
                                .formatted(fixture.head()))
                .update();
        assertThat(auditor.get().uri(ALL + "/rep_died"))
                .bodyJson()
                .extractingPath("$.status")
                .isEqualTo("INTERRUPTED");
        assertThat(auditor.post().uri(ALL + "/rep_died/resume")).hasStatus(202);
        assertThat(fixture.ended(KIND, "rep_died").status()).isEqualTo(JobStatus.DONE);
    }

    @Test
    void only_auditors_and_administrators_may() {
        var customer = door(Role.USER);
        assertThat(customer.post().uri(ALL)).hasStatus(403);
        assertThat(customer.get().uri(ALL)).hasStatus(403);
        assertThat(customer.get().uri(ALL + "/x/differences")).hasStatus(403);
        assertThat(customer.post().uri(ALL + "/x/cancel")).hasStatus(403);
        assertThat(auditor.get().uri(ALL + "/x/differences")).hasStatus(404);
        assertThat(door(Role.ADMIN).get().uri(ALL)).hasStatusOk();
    }

    private JobView replayed(@Nullable String upTo) {
        var job = fixture.ended(KIND, id(start(upTo)));
        assertThat(job.status()).as("%s", job.failure()).isEqualTo(JobStatus.DONE);
        return job;
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult start(
            @Nullable String upTo) {
        var body = upTo == null ? "{}" : "{\"upTo\":\"" + upTo + "\"}";
        return auditor.post()
                .uri(ALL)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private static String id(org.springframework.test.web.servlet.assertj.MvcTestResult accepted) {
        assertThat(accepted).hasStatus(202);
        return Objects.requireNonNull(accepted.getResponse().getHeader("Location"))
                .substring(ALL.length() + 1);
    }

    private static JsonNode result(JobView job) {
        return Objects.requireNonNull(job.result());
    }

    private List<String> differences(JobView job) {
        var page = auditor.get().uri(ALL + "/" + job.id() + "/differences?limit=100").exchange();
        return Door.items(page).stream()
                .map(item ->
                        "%s %s %s %s"
                                .formatted(
                                        item.get("readModel").asString(),
                                        item.get("account").asString(),
                                        item.at("/replayed/amount").asString("-"),
                                        item.at("/live/amount").asString("-")))
                .toList();
    }

    /** What the gateway has given, as the events say, and so much more. */
    private String gateway(int more) {
        var micros =
                fixture.models
                        .sql
                        .sql(
                                """
                                select -sum((payload::jsonb -> 'amount' ->> 'micros')::bigint) from domain_event_entry
                                 where payload_type = 'wallet.funds-deposited' and payload::jsonb ->> 'gateway' = 'sandbox'
                                """)
                        .query(Long.class)
                        .single();
        return com.nexnum.kernel.money.Money.decimal(micros + more * 1_000_000L).toString();
    }

    private long count(String what) {
        return fixture.models.sql.sql("select count(*) from " + what).query(Long.class).single();
    }

    private Replay replay() {
        return new Replay(
                fixture.models.database, fixture.cursor, List.of(fixture.balance, fixture.ledger));
    }

    private MockMvcTester door(Role role) {
        var now = Clock.fixed(Instant.parse("2026-06-01T00:00:00Z"), java.time.ZoneOffset.UTC);
        return Door.of(
                new ReplaysEndpoint(
                        fixture.jobs,
                        replay(),
                        new ReplayTargets(fixture.models.sql, now, fixture::head),
                        new ReplayDifferences(fixture.models.sql)),
                ANNA,
                role);
    }
}
