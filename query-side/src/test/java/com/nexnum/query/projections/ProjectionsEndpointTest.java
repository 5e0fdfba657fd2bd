package com.nexnum.query.projections;

import static com.nexnum.query.history.Door.ANNA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nexnum.platform.audit.JdbcAuditTrail;
import com.nexnum.platform.eventstore.FailingSegments;
import com.nexnum.platform.security.Role;
import com.nexnum.query.history.Door;
import com.nexnum.query.history.ReadModels;
import com.nexnum.query.history.Wallets;
import com.nexnum.query.rebuild.RebuildFixture;
import com.nexnum.query.rebuild.RebuildState;
import com.nexnum.query.rebuild.Rebuilds;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class ProjectionsEndpointTest {

    private static final String ALL = "/api/v1/admin/projections";
    private static final String BALANCE = ALL + "/balance";

    private final RebuildFixture fixture = new RebuildFixture();
    private final Rebuilds rebuilds = fixture.rebuilds();
    private final MockMvcTester door = door();

    @AfterEach
    void nothingRunsOn() throws Exception {
        fixture.close();
    }

    @Test
    void lists_every_projection_and_process_with_its_position_and_what_it_lags_behind() {
        fixture.models.history.add(Wallets.opened(ANNA));
        var last = fixture.models.history.add(Wallets.deposited(ANNA, "5"));
        var head = fixture.models.history.position(last);
        fixture.token("balance", 0, head);
        fixture.token("balance", 1, head - 1);
        fixture.token("purchase", 0, head);

        assertThat(Door.items(door.get().uri(ALL).exchange()))
                .extracting(item -> item.get("name").asString() + " " + item.get("kind").asString())
                .containsExactly(
                        "activations PROJECTION",
                        "activenumbers PROJECTION",
                        "balance PROJECTION",
                        "feed PROJECTION",
                        "ledger PROJECTION",
                        "orders PROJECTION",
                        "pricing PROJECTION",
                        "purchase PROCESS");
        assertThat(door.get().uri(BALANCE))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo(
                        """
                        {"name":"balance","version":1,"liveVersion":1,"position":%d,"head":%d,"lag":1,
                         "deadLetters":0,"rebuild":null,"previous":null,"errors":[],"segments":[
                          {"segment":0,"owner":"here","position":%d},{"segment":1,"owner":"here","position":%d}]}
                        """
                                .formatted(head - 1, head, head, head - 1));
        assertThat(door.get().uri(BALANCE))
                .bodyJson()
                .extractingPath("$.lagSeconds")
                .asNumber()
                .satisfies(seconds -> assertThat(seconds.longValue()).isPositive());
        assertThat(door.get().uri(ALL + "/purchase"))
                .bodyJson()
                .isLenientlyEqualTo(
                        "{\"kind\":\"PROCESS\",\"lag\":0,\"lagSeconds\":0,\"version\":null}");
    }

    @Test
    void a_dry_run_says_how_many_events_and_how_long_and_does_nothing() {
        fixture.models.history.add(Wallets.opened(ANNA));
        fixture.models.history.add(Wallets.deposited(ANNA, "5"));

        assertThat(door.post().uri(BALANCE + "/rebuild?dryRun=true"))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo(
                        "{\"name\":\"balance\",\"events\":2,\"seconds\":1,\"basis\":\"TRIAL\"}");
        assertThat(door.post().uri(ALL + "/pricing/rebuild?dryRun=true"))
                .bodyJson()
                .isLenientlyEqualTo("{\"events\":0,\"seconds\":null}");
        assertThat(rebuilds.find("balance")).isEmpty();

        rebuilt("balance");
        assertThat(door.post().uri(BALANCE + "/rebuild?dryRun=true"))
                .bodyJson()
                .extractingPath("$.seconds")
                .asNumber()
                .satisfies(seconds -> assertThat(seconds.longValue()).isPositive());
    }

    @Test
    void a_rebuild_is_accepted_and_its_progress_can_be_read() {
        fixture.models.history.add(Wallets.opened(ANNA));
        fixture.models.history.add(Wallets.deposited(ANNA, "5"));

        assertThat(door.post().uri(BALANCE + "/rebuild"))
                .hasStatus(202)
                .hasHeader("Location", BALANCE);

        awaitState("balance", RebuildState.DONE);
        assertThat(door.get().uri(BALANCE))
                .bodyJson()
                .isLenientlyEqualTo(
                        """
                        {"rebuild":{"state":"DONE","events":2,"differing":0,"startedBy":"%s","version":1},
                         "previous":{"version":1}}
                        """
                                .formatted(ANNA.value()));
        assertThat(fixture.rows(fixture.model("balance"))).hasSize(1);
    }

    @Test
    void what_differed_can_be_looked_at_without_any_value() {
        var model = fixture.model("balance");
        fixture.models.history.add(Wallets.opened(ANNA));
        fixture.models.history.add(Wallets.deposited(ANNA, "5"));
        fixture.live(model, fixture.models.history.events());
        fixture.models.sql.sql("update balance set available = 7, held = 1").update();

        rebuilt("balance");

        assertThat(door.get().uri(BALANCE + "/rebuild/comparison"))
                .bodyJson()
                .isLenientlyEqualTo(
                        """
                        [{"table":"balance","liveRows":1,"nextRows":1,"compared":1,"differing":1,"onlyLive":0,"onlyNext":0}]
                        """);
        assertThat(Door.items(door.get().uri(BALANCE + "/rebuild/differences").exchange()))
                .singleElement()
                .asString()
                .isEqualTo(
                        "{\"table\":\"balance\",\"kind\":\"CHANGED\",\"key\":{\"wallet_id\":\"wallet-cus_annaaa\"},"
                                + "\"columns\":[\"available\",\"held\"]}");
    }

    @Test
    void the_rows_before_come_back_and_can_be_dropped() {
        fixture.models.history.add(Wallets.opened(ANNA));
        assertCode(door.post().uri(BALANCE + "/rollback").exchange(), 409, "NOTHING_TO_GO_BACK_TO");
        rebuilt("balance");

        assertThat(door.post().uri(BALANCE + "/rollback")).hasStatusOk();
        assertThat(fixture.rows(fixture.model("balance"))).hasSize(1);

        assertThat(door.post().uri(BALANCE + "/drop-previous")).hasStatusOk();
        assertCode(
                door.post().uri(BALANCE + "/drop-previous").exchange(),
                409,
                "NOTHING_TO_GO_BACK_TO");
    }

    @Test
    void a_projection_that_nobody_knows_is_refused_everywhere() {
        for (var path :
                new String[] {
                    "/rebuild",
                    "/rebuild?dryRun=true",
                    "/rebuild/pause",
                    "/rebuild/resume",
                    "/rebuild/cancel",
                    "/rollback",
                    "/drop-previous"
                }) {
            assertCode(
                    door.post().uri(ALL + "/domain_event_entry" + path).exchange(),
                    404,
                    "PROJECTION_NOT_FOUND");
        }
        assertCode(door.get().uri(ALL + "/nothing").exchange(), 404, "PROJECTION_NOT_FOUND");
        assertCode(
                door.get().uri(ALL + "/nothing/rebuild/differences").exchange(),
                404,
                "PROJECTION_NOT_FOUND");
    }

    @Test
    void what_is_not_under_way_can_be_neither_paused_nor_resumed_nor_cancelled() {
        for (var wish : new String[] {"pause", "resume", "cancel"}) {
            assertCode(
                    door.post().uri(BALANCE + "/rebuild/" + wish).exchange(),
                    409,
                    "REBUILD_NOT_RUNNING");
        }
    }

    @Test
    void of_two_at_once_one_wins_and_the_other_is_told() throws Exception {
        try (var _ = fixture.elsewhere("balance")) {
            assertCode(door.post().uri(BALANCE + "/rebuild").exchange(), 409, "REBUILD_RUNNING");
            assertCode(door.post().uri(BALANCE + "/rollback").exchange(), 409, "REBUILD_RUNNING");
            assertThat(door.post().uri(ALL + "/orders/rebuild")).hasStatus(202);
        }
        assertThat(door.post().uri(BALANCE + "/rebuild")).hasStatus(202);
    }

    private void rebuilt(String name) {
        rebuilds.start(name, "test");
        awaitState(name, RebuildState.DONE);
    }

    private void awaitState(String name, RebuildState state) {
        await().untilAsserted(() ->
                assertThat(rebuilds.find(name).orElseThrow().state()).isEqualTo(state));
    }

    private static void assertCode(MvcTestResult answer, int status, String code) {
        assertThat(answer).hasStatus(status).bodyJson().extractingPath("$.code").isEqualTo(code);
    }

    static ProjectionTrail trail(ReadModels models) {
        return new ProjectionTrail(
                new JdbcAuditTrail(models.sql, Clock.systemUTC()), models.transaction);
    }

    private MockMvcTester door() {
        return Door.of(
                new ProjectionsEndpoint(
                        new Projections(
                                fixture.models.sql,
                                fixture.known,
                                rebuilds,
                                fixture.previous(),
                                fixture.throughput(),
                                new FailingSegments(Clock.systemUTC()),
                                Clock.systemUTC()),
                        fixture.known,
                        rebuilds,
                        fixture.previous(),
                        fixture.dryRun(),
                        fixture.differences,
                        trail(fixture.models)),
                ANNA,
                Role.ADMIN);
    }
}
