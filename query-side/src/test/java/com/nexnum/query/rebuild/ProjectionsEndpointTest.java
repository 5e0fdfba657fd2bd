package com.nexnum.query.rebuild;

import static com.nexnum.query.history.Door.ANNA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.nexnum.platform.security.Role;
import com.nexnum.query.history.Door;
import com.nexnum.query.history.Wallets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

class ProjectionsEndpointTest {

    private static final String ALL = "/api/v1/admin/projections";
    private static final String BALANCE = ALL + "/balance";

    private final RebuildFixture fixture = new RebuildFixture();
    private final Rebuilds rebuilds = fixture.rebuilds();
    private final MockMvcTester door = door(rebuilds);

    @AfterEach
    void nothingRunsOn() throws Exception {
        rebuilds.destroy();
    }

    @Test
    void lists_every_projection_with_its_position_and_what_it_lags_behind() {
        fixture.models.history.add(Wallets.opened(ANNA));
        var last = fixture.models.history.add(Wallets.deposited(ANNA, "5"));
        var head = fixture.models.history.position(last);
        token("balance", 0, head);
        token("balance", 1, head - 1);

        assertThat(Door.items(door.get().uri(ALL).exchange()))
                .extracting(item -> item.get("name").asString())
                .containsExactly(
                        "activations",
                        "activenumbers",
                        "balance",
                        "feed",
                        "ledger",
                        "orders",
                        "pricing");
        assertThat(door.get().uri(BALANCE))
                .hasStatusOk()
                .bodyJson()
                .isStrictlyEqualTo(
                        """
                        {"name":"balance","position":%d,"head":%d,"lag":1,"deadLetters":0,"rebuild":null,"segments":[
                          {"segment":0,"owner":"here","position":%d},{"segment":1,"owner":"here","position":%d}]}
                        """
                                .formatted(head - 1, head, head, head - 1));
    }

    @Test
    void a_rebuild_is_accepted_and_its_progress_can_be_read() {
        fixture.models.history.add(Wallets.opened(ANNA));
        fixture.models.history.add(Wallets.deposited(ANNA, "5"));

        assertThat(door.post().uri(BALANCE + "/rebuild"))
                .hasStatus(202)
                .hasHeader("Location", BALANCE);

        await().untilAsserted(() ->
                assertThat(rebuilds.find("balance").orElseThrow().state())
                        .isEqualTo(RebuildState.DONE));
        assertThat(door.get().uri(BALANCE))
                .bodyJson()
                .extractingPath("$.rebuild.events")
                .isEqualTo(2);
        assertThat(fixture.rows(fixture.model("balance"))).hasSize(1);
    }

    @Test
    void a_projection_that_nobody_knows_is_refused() {
        assertThat(door.get().uri(ALL + "/purchase")).hasStatus(404);
        assertThat(door.post().uri(ALL + "/domain_event_entry/rebuild"))
                .hasStatus(404)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("PROJECTION_NOT_FOUND");
    }

    @Test
    void of_two_at_once_one_wins_and_the_other_is_told() throws Exception {
        try (var elsewhere = fixture.lock.tryHold("balance").orElseThrow()) {
            assertThat(elsewhere.connection().isValid(1)).isTrue();
            assertThat(door.post().uri(BALANCE + "/rebuild"))
                    .hasStatus(409)
                    .bodyJson()
                    .extractingPath("$.code")
                    .isEqualTo("REBUILD_RUNNING");
            assertThat(door.post().uri(ALL + "/orders/rebuild")).hasStatus(202);
        }
        assertThat(door.post().uri(BALANCE + "/rebuild")).hasStatus(202);
    }

    @Test
    void a_rebuild_whose_process_died_is_interrupted_and_begins_again_at_the_next_start() {
        fixture.models.history.add(Wallets.opened(ANNA));
        fixture.log.started("balance");
        assertThat(rebuilds.find("balance").orElseThrow().state())
                .isEqualTo(RebuildState.INTERRUPTED);

        new RebuildAtStart(rebuilds, new RebuildProperties(null)).begin();

        await().untilAsserted(() ->
                assertThat(rebuilds.find("balance").orElseThrow().state())
                        .isEqualTo(RebuildState.DONE));
    }

    @Test
    void the_start_begins_what_the_property_names() {
        new RebuildAtStart(rebuilds, new RebuildProperties(List.of("orders", "feed"))).begin();

        await().untilAsserted(() ->
                assertThat(List.of("orders", "feed"))
                        .allSatisfy(name ->
                                assertThat(rebuilds.find(name).orElseThrow().state())
                                        .isEqualTo(RebuildState.DONE)));
        assertThat(rebuilds.find("balance")).isEmpty();
    }

    @Test
    void the_start_is_refused_when_the_property_names_no_projection() {
        var wrong = new RebuildProperties(List.of("orders", "purchase"));
        assertThatThrownBy(() -> new RebuildAtStart(rebuilds, wrong))
                .hasMessage(
                        "nexnum.rebuild knows no purchase; there are activations, activenumbers, balance,"
                                + " feed, ledger, orders, pricing");
    }

    private MockMvcTester door(Rebuilds known) {
        return Door.of(
                new ProjectionsEndpoint(new Projections(fixture.models.sql, known), known),
                ANNA,
                Role.ADMIN);
    }

    private void token(String processor, int segment, long position) {
        fixture.models
                .sql
                .sql(
                        """
                        insert into token_entry (processor_name, segment, token, token_type, timestamp, owner)
                        values (:processor, :segment, convert_to('{"index":' || :position || ',"gaps":[]}', 'UTF8'),
                                'org.axonframework.eventhandling.GapAwareTrackingToken', '2026-03-01T10:00:00Z', 'here')
                        """)
                .param("processor", processor)
                .param("segment", segment)
                .param("position", position)
                .update();
    }
}
