package com.nexnum.query.proof.verification;

import static com.nexnum.query.history.Door.ANNA;
import static org.assertj.core.api.Assertions.assertThat;

import com.nexnum.platform.security.Role;
import com.nexnum.query.history.Door;
import com.nexnum.query.history.RandomHistory;
import com.nexnum.query.platform.jobs.JobStatus;
import com.nexnum.query.proof.ProofFixture;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.json.JsonMapper;

class VerificationsEndpointTest {

    private static final String ALL = VerificationsEndpoint.PATH;
    private static final String KIND = VerificationsEndpoint.KIND;

    private final ProofFixture fixture = new ProofFixture();
    private final MockMvcTester auditor = door(Role.AUDITOR);

    @AfterEach
    void nothingRunsOn() throws InterruptedException {
        fixture.jobs.destroy();
    }

    @Test
    void a_verification_is_accepted_and_says_in_the_end_how_much_is_intact() {
        RandomHistory.into(fixture.models.history, 1);
        fixture.seal();
        fixture.project();
        var events = fixture.models.history.events().size();

        var accepted = auditor.post().uri(ALL).exchange();
        assertThat(accepted).hasStatus(202);
        var at = Objects.requireNonNull(accepted.getResponse().getHeader("Location"));
        assertThat(at).startsWith(ALL + "/ver_");
        fixture.ended(KIND, at.substring(ALL.length() + 1));

        assertThat(auditor.get().uri(at))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo(
                        """
                        {"status":"DONE","requestedBy":"cus_annaaa","failure":null,"request":{"ledger":true},
                         "result":{"intact":true,"entriesVerified":%d,"breaks":0,"firstBreak":null,"findings":[],
                                   "headNumber":1,"unsealed":0}}
                        """
                                .formatted(events));
        assertThat(Door.items(auditor.get().uri(ALL).exchange())).hasSize(1);
    }

    @Test
    void a_request_that_makes_no_sense_is_refused() {
        assertThat(
                        auditor.post()
                                .uri(ALL)
                                .contentType(MediaType.APPLICATION_JSON)
                                .content("{\"knownHead\":{\"number\":0,\"hash\":\"xyz\"}}"))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("VALIDATION_FAILED");
        assertThat(code(auditor.get().uri(ALL + "/ver_nobody").exchange().getResponse()))
                .isEqualTo("VERIFICATION_NOT_FOUND");
    }

    @Test
    void only_auditors_and_administrators_may() {
        var customer = door(Role.USER);
        assertThat(customer.post().uri(ALL)).hasStatus(403);
        assertThat(customer.get().uri(ALL)).hasStatus(403);
        assertThat(customer.get().uri(ALL + "/x")).hasStatus(403);
        assertThat(customer.post().uri(ALL + "/x/cancel")).hasStatus(403);
        assertThat(customer.post().uri(ALL + "/x/resume")).hasStatus(403);
        assertThat(door(Role.ADMIN).post().uri(ALL)).hasStatus(202);
    }

    @Test
    void one_runs_at_a_time_and_can_be_cancelled() {
        var begun = new CountDownLatch(1);
        var job =
                fixture.jobs.start(
                        KIND,
                        "ver_",
                        ANNA,
                        new VerificationRequest(null, true),
                        (_, control) -> {
                            control.total(Long.MAX_VALUE);
                            begun.countDown();
                            while (true) {
                                control.advanced(1);
                            }
                        });
        assertThat(auditor.post().uri(ALL))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("VERIFICATION_RUNNING");

        assertThat(auditor.post().uri(ALL + "/" + job.id() + "/cancel")).hasStatusOk();

        assertThat(fixture.ended(KIND, job.id()).status()).isEqualTo(JobStatus.CANCELLED);
        assertThat(begun.getCount()).isZero();
        assertThat(auditor.post().uri(ALL + "/" + job.id() + "/resume"))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("NOT_INTERRUPTED");
    }

    @Test
    void one_whose_process_died_is_interrupted_and_can_be_resumed() {
        RandomHistory.into(fixture.models.history, 1);
        fixture.seal();
        fixture.project();
        var died = died("ver_died");

        assertThat(auditor.get().uri(ALL + "/" + died))
                .bodyJson()
                .extractingPath("$.status")
                .isEqualTo("INTERRUPTED");
        assertThat(auditor.post().uri(ALL + "/" + died + "/resume")).hasStatus(202);
        assertThat(fixture.result(KIND, died).get("intact").asBoolean()).isTrue();
    }

    @Test
    void one_whose_process_died_can_be_cancelled() {
        var died = died("ver_died");
        assertThat(auditor.post().uri(ALL + "/" + died + "/cancel"))
                .bodyJson()
                .extractingPath("$.status")
                .isEqualTo("CANCELLED");
    }

    @Test
    void one_whose_process_stops_is_interrupted() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var job =
                fixture.jobs.start(
                        KIND,
                        "ver_",
                        ANNA,
                        new VerificationRequest(null, true),
                        (_, _) -> {
                            begun.countDown();
                            new CountDownLatch(1).await();
                            return "never";
                        });
        begun.await();
        fixture.jobs.destroy();
        assertThat(fixture.ended(KIND, job.id()).status()).isEqualTo(JobStatus.INTERRUPTED);
    }

    private String died(String id) {
        fixture.models
                .sql
                .sql(
                        """
                        insert into audit_job (job_id, kind, status, requested_by, requested_at, started_at, updated_at, request)
                        values (?, 'VERIFICATION', 'RUNNING', 'cus_annaaa', now(), now(), now(), '{"ledger":true}')
                        """)
                .param(id)
                .update();
        return id;
    }

    private static String code(org.springframework.mock.web.MockHttpServletResponse answer) {
        return JsonMapper.shared()
                .readTree(answer.getContentAsByteArray())
                .at("/code")
                .asString("");
    }

    private MockMvcTester door(Role role) {
        return Door.of(new VerificationsEndpoint(fixture.jobs, fixture.verification), ANNA, role);
    }
}
