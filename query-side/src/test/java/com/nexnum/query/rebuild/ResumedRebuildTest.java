package com.nexnum.query.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nexnum.query.history.RandomHistory;
import com.nexnum.query.platform.rows.ReadModel;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A rebuild that stops in the middle, for whatever reason, goes on or leaves nothing. */
class ResumedRebuildTest {

    /** Everything is made safe after every page. */
    private static final BulkPace CAREFUL = new BulkPace(100_000, Duration.ZERO, 0);

    private final RebuildFixture fixture = new RebuildFixture();

    @BeforeEach
    void history() {
        List.of(1L, 77L, 20260301L, 5L)
                .forEach(seed -> RandomHistory.into(fixture.models.history, seed));
    }

    @AfterEach
    void nothingRunsOn() throws Exception {
        fixture.close();
    }

    /** Dies in the reading, after so many pages of ten events. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 20})
    void one_that_dies_while_it_reads_goes_on_from_its_last_checkpoint(int pages) throws Exception {
        for (var model : fixture.all) {
            fixture.live(model, fixture.models.history.events());
            var live = fixture.rows(model);
            fixture.log.started(model, null, null);
            var job = dieAfter(pages, model);

            fixture.rebuild(CAREFUL).run(model, pagesOfTen());

            assertThat(fixture.log.find(model.name()).orElseThrow())
                    .as(model.name())
                    .returns(RebuildState.DONE, RebuildView::state)
                    .returns(0L, RebuildView::differing);
            assertThat(fixture.rows(model)).as(model.name()).isEqualTo(live);
            assertThat(job.checkpoint()).as(model.name()).isNotNull();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"INDEXING", "CATCHING_UP", "COMPARING", "SWITCHING"})
    void one_that_dies_in_a_later_step_does_not_read_again(RebuildState step) throws Exception {
        var model = fixture.model("feed");
        fixture.live(model, fixture.models.history.events());
        var live = fixture.rows(model);
        fixture.log.started(model, null, null);
        fixture.steps(CAREFUL).load(Job.fresh(model), Progress.UNHEARD, Throttle.NONE);
        fixture.log.state(model.name(), step);

        fixture.rebuild(CAREFUL).run(model, neverAsked());

        assertThat(fixture.log.find("feed").orElseThrow().state()).isEqualTo(RebuildState.DONE);
        assertThat(fixture.rows(model)).isEqualTo(live);
    }

    @Test
    void one_whose_tables_were_lost_begins_again() throws Exception {
        var model = fixture.model("ledger");
        fixture.live(model, fixture.models.history.events());
        var live = fixture.rows(model);
        fixture.log.started(model, null, null);
        dieAfter(5, model);
        NextTables.drop(fixture.models.sql, model);

        fixture.rebuild(CAREFUL).run(model, Throttle.NONE);

        assertThat(fixture.rows(model)).isEqualTo(live);
    }

    @Test
    void a_pause_holds_nothing_and_a_resume_goes_on_from_there() throws Exception {
        var model = fixture.model("ledger");
        fixture.live(model, fixture.models.history.events());
        var live = fixture.rows(model);
        fixture.log.started(model, null, null);
        fixture.log.want("ledger", Wish.PAUSE);
        fixture.rebuild(CAREFUL).run(model, slow());
        assertThat(fixture.log.find("ledger").orElseThrow().state()).isEqualTo(RebuildState.PAUSED);
        assertThat(fixture.rows(model)).isEqualTo(live);
        assertThat(fixture.log.unended()).isEmpty();

        fixture.rebuilds().resume("ledger");

        awaitState("ledger", RebuildState.DONE);
        assertThat(fixture.rows(model)).isEqualTo(live);
    }

    @Test
    void a_paused_one_that_is_cancelled_leaves_nothing() throws Exception {
        var model = fixture.model("ledger");
        fixture.log.started(model, null, null);
        fixture.log.want("ledger", Wish.PAUSE);
        fixture.rebuild(CAREFUL).run(model, slow());
        assertThat(tables()).contains("ledger_entry__next");

        fixture.rebuilds().cancel("ledger");

        assertThat(fixture.log.find("ledger").orElseThrow().state())
                .isEqualTo(RebuildState.CANCELLED);
        assertThat(tables()).doesNotContain("ledger_entry__next", "ledger_wallet__next");
        assertThat(fixture.versions.previous("ledger")).isEmpty();
    }

    @Test
    void a_cancelled_one_stops_and_leaves_nothing() throws Exception {
        var model = fixture.model("ledger");
        fixture.live(model, fixture.models.history.events());
        var live = fixture.rows(model);
        fixture.log.started(model, null, null);
        fixture.log.want("ledger", Wish.CANCEL);

        fixture.rebuild(CAREFUL).run(model, slow());

        assertThat(fixture.log.find("ledger").orElseThrow().state())
                .isEqualTo(RebuildState.CANCELLED);
        assertThat(tables()).doesNotContain("ledger_entry__next", "ledger_wallet__next");
        assertThat(fixture.rows(model)).isEqualTo(live);
    }

    private Job dieAfter(int pages, ReadModel model) throws Exception {
        var left = new int[] {pages};
        try {
            fixture.steps(CAREFUL)
                    .load(
                            Job.fresh(model),
                            Progress.UNHEARD,
                            new Throttle() {
                                @Override
                                public int page() {
                                    return 10;
                                }

                                @Override
                                public void pace() {
                                    if (left[0]-- == 0) {
                                        throw new IllegalStateException("killed");
                                    }
                                }

                                @Override
                                public double share() {
                                    return 1;
                                }
                            });
        } catch (IllegalStateException e) {
            assertThat(e).hasMessage("killed");
        }
        return fixture.log.job(model);
    }

    private static Throttle pagesOfTen() {
        return throttle(10, Duration.ZERO);
    }

    /** So slow that what is wanted is heard. */
    private static Throttle slow() {
        return throttle(10, Duration.ofMillis(30));
    }

    private static Throttle throttle(int page, Duration rest) {
        return new Throttle() {
            @Override
            public int page() {
                return page;
            }

            @Override
            public void pace() throws InterruptedException {
                Thread.sleep(rest);
            }

            @Override
            public double share() {
                return 1;
            }
        };
    }

    private static Throttle neverAsked() {
        return new Throttle() {
            @Override
            public int page() {
                throw new AssertionError("It reads again");
            }

            @Override
            public void pace() {}

            @Override
            public double share() {
                return 1;
            }
        };
    }

    private void awaitState(String name, RebuildState state) {
        await().untilAsserted(() ->
                assertThat(fixture.log.find(name).orElseThrow().state()).isEqualTo(state));
    }

    private List<String> tables() {
        return fixture.models
                .sql
                .sql("select tablename from pg_tables where schemaname = 'public'")
                .query((row, _) -> row.getString(1))
                .list();
    }
}
