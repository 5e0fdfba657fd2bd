package com.nexnum.query.rebuild;

import static com.nexnum.query.history.Door.ANNA;
import static org.assertj.core.api.Assertions.assertThat;

import com.nexnum.kernel.identity.IdentityEvent.PersonalDataErased;
import com.nexnum.kernel.money.Money;
import com.nexnum.query.history.Purchase;
import com.nexnum.query.history.RandomHistory;
import com.nexnum.query.history.Wallets;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PreviousTablesTest {

    private final RebuildFixture fixture = new RebuildFixture();

    @BeforeEach
    void history() {
        RandomHistory.into(fixture.models.history, 77L);
    }

    @AfterEach
    void nothingRunsOn() throws Exception {
        fixture.close();
    }

    @Test
    void every_model_comes_back_with_everything_that_happened_since() throws Exception {
        for (var model : fixture.all) {
            fixture.live(model, fixture.models.history.events());
            fixture.run(100_000, model);
        }
        RandomHistory.into(fixture.models.history, 1L);

        for (var model : fixture.all) {
            fixture.live(model, fixture.models.history.events());
            var rows = fixture.rows(model);
            fixture.previous().comeBack(model.name());
            assertThat(fixture.rows(model)).as(model.name()).isEqualTo(rows);
            fixture.previous().comeBack(model.name());
            assertThat(fixture.rows(model)).as(model.name()).isEqualTo(rows);
        }
    }

    @Test
    void rows_that_were_right_before_a_wrong_rebuild_are_right_again() throws Exception {
        var model = fixture.model("balance");
        fixture.live(model, fixture.models.history.events());
        var right = fixture.rows(model);
        fixture.run(100_000, model);
        fixture.models.sql.sql("update balance set available = available + 1").update();

        fixture.previous().comeBack("balance");

        assertThat(fixture.rows(model)).isEqualTo(right);
    }

    @Test
    void an_erasure_reaches_what_is_kept() throws Exception {
        fixture.models.history.add(Wallets.opened(ANNA));
        fixture.models.history.add(Wallets.deposited(ANNA, "10"));
        new Purchase(fixture.models.history, ANNA, "number1", Money.usd("0.15"), Money.usd("0.10"))
                .requested()
                .placed()
                .asked()
                .assigned("+12025550100")
                .received("Code 77", "77");
        var model = fixture.model("activations");
        fixture.live(model, fixture.models.history.events());
        fixture.run(100_000, model);
        assertThat(kept()).anyMatch(row -> row.contains("+12025550100"));

        fixture.models.history.add(new PersonalDataErased(ANNA));
        fixture.previous().follow(model);

        assertThat(kept()).isNotEmpty().noneMatch(row -> row.contains("+12025550100"));
    }

    @Test
    void an_erasure_reaches_what_another_version_left() throws Exception {
        fixture.models.history.add(Wallets.opened(ANNA));
        fixture.models.history.add(Wallets.deposited(ANNA, "10"));
        new Purchase(fixture.models.history, ANNA, "number1", Money.usd("0.15"), Money.usd("0.10"))
                .requested()
                .placed()
                .asked()
                .assigned("+12025550100");
        fixture.live(fixture.model("activations"), fixture.models.history.events());
        var newer = new RebuildFixture(fixture, OtherVersion.of(fixture.all, "activations", 2));
        newer.run(100_000, newer.model("activations"));
        var others = kept().size();

        fixture.models.history.add(new PersonalDataErased(ANNA));
        newer.previous().follow(newer.model("activations"));

        assertThat(kept()).hasSize(others).noneMatch(row -> row.contains("+12025550100"));
    }

    @Test
    void what_a_migration_outdated_is_dropped() throws Exception {
        var model = fixture.model("pricing");
        fixture.live(model, fixture.models.history.events());
        fixture.run(100_000, model);
        fixture.models.sql.sql("alter table pricing__prev drop column stock cascade").update();

        fixture.previous().follow(model);

        assertThat(fixture.versions.previous("pricing")).isEmpty();
        assertThat(exists("pricing__prev")).isFalse();
    }

    @Test
    void rows_that_cannot_go_on_are_dropped_and_the_live_ones_stay() throws Exception {
        var model = fixture.model("balance");
        fixture.live(model, fixture.models.history.events());
        fixture.run(100_000, model);
        fixture.models
                .sql
                .sql("update balance__prev set sequence = sequence - 1, available = 0")
                .update();
        var rows = fixture.rows(model);

        fixture.previous().follow(model);

        assertThat(fixture.versions.previous("balance")).isEmpty();
        assertThat(fixture.rows(model)).isEqualTo(rows);
    }

    @Test
    void what_is_read_while_tables_change_places_is_never_missing() throws Exception {
        var model = fixture.model("balance");
        fixture.live(model, fixture.models.history.events());
        var rows = fixture.rows(model);
        var stop = new AtomicBoolean();
        var wrong = new AtomicInteger();
        var reader =
                Thread.ofPlatform()
                        .start(() -> {
                            while (!stop.get()) {
                                if (!fixture.rows(model).equals(rows)) {
                                    wrong.incrementAndGet();
                                }
                            }
                        });
        for (var turn = 0; turn < 5; turn++) {
            fixture.run(100_000, model);
            fixture.previous().comeBack("balance");
        }
        stop.set(true);
        reader.join();
        assertThat(wrong).hasValue(0);
    }

    private List<String> kept() {
        return fixture.models.rows(List.of("activations__prev")).stream()
                .filter(row -> row.contains("annaaa"))
                .toList();
    }

    private boolean exists(String table) {
        return fixture.models
                .sql
                .sql("select to_regclass(?) is not null")
                .param(table)
                .query(Boolean.class)
                .single();
    }
}
