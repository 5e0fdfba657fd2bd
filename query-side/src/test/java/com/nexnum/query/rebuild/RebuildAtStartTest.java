package com.nexnum.query.rebuild;

import static com.nexnum.query.history.Door.ANNA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nexnum.query.history.Wallets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RebuildAtStartTest {

    private final RebuildFixture fixture = new RebuildFixture();

    @BeforeEach
    void aWallet() {
        fixture.models.history.add(Wallets.opened(ANNA));
    }

    @AfterEach
    void nothingRunsOn() throws Exception {
        fixture.close();
    }

    @Test
    void a_rebuild_whose_process_died_is_interrupted_and_goes_on_at_the_next_start() {
        fixture.log.started(fixture.model("balance"), null, null);
        assertThat(fixture.rebuilds().find("balance").orElseThrow().state())
                .isEqualTo(RebuildState.INTERRUPTED);

        start(fixture, List.of());

        await(fixture, "balance", RebuildState.DONE);
    }

    @Test
    void the_start_begins_what_the_property_names() {
        start(fixture, List.of("orders", "feed"));

        await(fixture, "orders", RebuildState.DONE);
        await(fixture, "feed", RebuildState.DONE);
        assertThat(fixture.rebuilds().find("balance")).isEmpty();
    }

    @Test
    void the_start_is_refused_when_the_property_names_no_projection() {
        assertThatThrownBy(() -> start(fixture, List.of("orders", "purchase")))
                .hasMessage(
                        "nexnum.rebuild knows no purchase; there are activations, activenumbers, balance,"
                                + " feed, ledger, orders, pricing");
    }

    @Test
    void a_projection_of_a_newer_version_is_built_anew_by_one_of_the_processes_that_start() {
        start(fixture, List.of());
        assertThat(fixture.log.find("balance")).isEmpty();
        var newer = new RebuildFixture(fixture, OtherVersion.of(fixture.all, "balance", 2));
        var another = new RebuildFixture(fixture, OtherVersion.of(fixture.all, "balance", 2));

        start(newer, List.of());
        start(another, List.of());

        await(newer, "balance", RebuildState.DONE);
        assertThat(newer.versions.live(newer.model("balance"))).isEqualTo(2);
        var begun = newer.log.find("balance").orElseThrow();
        assertThat(begun.startedBy()).isEqualTo("version 2");
        assertThat(fixture.log.find("orders")).isEmpty();

        start(another, List.of());
        another.keeper(another.rebuilds()).look();
        assertThat(newer.log.find("balance").orElseThrow().startedAt())
                .isEqualTo(begun.startedAt());
    }

    @Test
    void an_old_process_neither_builds_nor_writes_rows_of_a_newer_version_and_stands_back()
            throws Exception {
        var newer = new RebuildFixture(fixture, OtherVersion.of(fixture.all, "balance", 2));
        newer.run(100_000, newer.model("balance"));
        var rows = fixture.rows(fixture.model("balance"));
        var deposit = fixture.models.history.add(Wallets.deposited(ANNA, "5"));

        assertThatThrownBy(() -> fixture.live(fixture.model("balance"), List.of(deposit)))
                .hasMessageContaining("balance is of version 2 by now");
        assertThatThrownBy(() -> fixture.rebuilds().start("balance", "test"))
                .hasMessageContaining("newer version");
        assertThat(fixture.rows(fixture.model("balance"))).isEqualTo(rows);

        fixture.keeper(fixture.rebuilds()).look();
        assertThat(fixture.left).containsExactly("balance");
        assertThat(fixture.rebuilds().find("balance").orElseThrow().version()).isEqualTo(2);

        newer.live(newer.model("balance"), List.of(deposit));
        assertThat(fixture.rows(fixture.model("balance"))).isNotEqualTo(rows);
    }

    @Test
    void old_code_takes_its_rows_back_with_what_happened_since() throws Exception {
        fixture.versions.live(fixture.model("balance"));
        fixture.live(fixture.model("balance"), fixture.models.history.events());
        var newer = new RebuildFixture(fixture, OtherVersion.of(fixture.all, "balance", 2));
        newer.run(100_000, newer.model("balance"));
        newer.live(
                newer.model("balance"),
                List.of(fixture.models.history.add(Wallets.deposited(ANNA, "5"))));
        var rows = newer.rows(newer.model("balance"));
        assertThatThrownBy(() -> newer.previous().comeBack("balance"))
                .hasMessageContaining("another version");

        fixture.previous().comeBack("balance");

        assertThat(fixture.rows(fixture.model("balance"))).isEqualTo(rows);
        assertThat(fixture.versions.live(fixture.model("balance"))).isEqualTo(1);
        newer.keeper(newer.rebuilds()).look();
        assertThat(newer.versions.live(newer.model("balance"))).isEqualTo(1);
    }

    private static void start(RebuildFixture process, List<String> wanted) {
        var rebuilds = process.rebuilds();
        new RebuildAtStart(
                        process.known,
                        rebuilds,
                        process.keeper(rebuilds),
                        new RebuildProperties(wanted))
                .begin();
    }

    private static void await(RebuildFixture process, String name, RebuildState state) {
        org.awaitility.Awaitility.await()
                .untilAsserted(() ->
                        assertThat(process.log.find(name).orElseThrow().state()).isEqualTo(state));
    }
}
