package com.nexnum.query.rebuild;

import static com.nexnum.query.history.Door.ANNA;
import static com.nexnum.query.history.Door.BERT;
import static org.assertj.core.api.Assertions.assertThat;

import com.nexnum.kernel.identity.IdentityEvent.PersonalDataErased;
import com.nexnum.kernel.money.Money;
import com.nexnum.query.history.Purchase;
import com.nexnum.query.history.RandomHistory;
import com.nexnum.query.history.Wallets;
import com.nexnum.query.platform.rows.ReadModel;
import com.nexnum.query.platform.rows.Table;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RebuildTest {

    private static final int PLENTY = 100_000;

    private final RebuildFixture fixture = new RebuildFixture();

    @BeforeEach
    void history() {
        List.of(1L, 77L, 20260301L)
                .forEach(seed -> RandomHistory.into(fixture.models.history, seed));
    }

    @ParameterizedTest
    @ValueSource(ints = {PLENTY, 7, 0})
    void every_model_comes_out_as_the_live_one_did_with_much_or_little_memory(int rowsInMemory)
            throws Exception {
        for (var model : fixture.all) {
            eraseAsTheyGo(model);
            var live = fixture.rows(model);
            assertThat(live).as(model.name()).isNotEmpty();

            fixture.run(rowsInMemory, model);

            assertThat(fixture.log.find(model.name()).orElseThrow())
                    .as(model.name())
                    .returns(RebuildState.DONE, RebuildView::state)
                    .returns(0L, RebuildView::differing)
                    .returns(null, RebuildView::failure);
            assertThat(fixture.rows(model)).as(model.name()).isEqualTo(live);
        }
        assertThat(fixture.all).hasSize(7);
    }

    @Test
    void the_new_tables_have_the_keys_indexes_triggers_and_comments_of_the_old_ones()
            throws Exception {
        for (var model : fixture.all) {
            var before = shape(model);
            fixture.run(PLENTY, model);
            fixture.run(PLENTY, model);
            assertThat(shape(model)).as(model.name()).isEqualTo(before);
        }
    }

    @Test
    void a_rebuilt_model_goes_on_with_the_next_event() throws Exception {
        var model = fixture.model("ledger");
        fixture.live(model, fixture.models.history.events());
        fixture.run(PLENTY, model);
        var rows = fixture.rows(model).size();

        fixture.live(model, fixture.models.history.events());
        assertThat(fixture.rows(model)).hasSize(rows);
        fixture.live(model, List.of(fixture.models.history.add(Wallets.opened(ANNA))));
        fixture.live(model, List.of(fixture.models.history.add(Wallets.deposited(ANNA, "5"))));

        assertThat(fixture.rows(model)).hasSize(rows + 4);
    }

    @Test
    void what_happens_while_it_is_built_is_in_it_and_so_is_what_was_stored_late() throws Exception {
        var model = fixture.model("balance");
        fixture.live(model, fixture.models.history.events());
        var gap = takePosition();
        fixture.models.history.add(Wallets.opened(ANNA));
        fixture.log.started(model, null, null);
        var loaded =
                fixture.steps(RebuildFixture.memory(PLENTY))
                        .load(Job.fresh(model), Progress.UNHEARD, Throttle.NONE);
        fixture.models.history.add(Wallets.deposited(ANNA, "5"));
        storeLate(gap);

        var reached = fixture.catchUp.nearly(model, NextTables::name, loaded.position(), _ -> {});
        fixture.models.history.add(Wallets.opened(BERT));
        fixture.switching.toNext(model, reached);

        assertThat(fixture.rows(model))
                .anyMatch(row -> row.contains("cus_annaaa") && row.contains("5000000"))
                .anyMatch(row -> row.contains("cus_bertbb"))
                .anyMatch(row -> row.contains("cus_latecomer"));
    }

    @Test
    void rows_that_were_wrong_are_counted_and_right_afterwards() throws Exception {
        var model = fixture.model("balance");
        fixture.live(model, fixture.models.history.events());
        var right = fixture.rows(model);
        fixture.models.sql.sql("update balance set available = available + 1").update();

        fixture.run(PLENTY, model);

        assertThat(fixture.rows(model)).isEqualTo(right);
        assertThat(fixture.log.find("balance").orElseThrow().differing()).isEqualTo(right.size());
    }

    @Test
    void an_event_that_does_not_fold_ends_the_rebuild_and_leaves_the_live_rows() throws Exception {
        var model = fixture.model("balance");
        fixture.live(model, fixture.models.history.events());
        var live = fixture.rows(model);
        fixture.models.history.add(Wallets.deposited(ANNA, "5"));

        fixture.run(PLENTY, model);

        var ended = fixture.log.find("balance").orElseThrow();
        assertThat(ended.state()).isEqualTo(RebuildState.FAILED);
        assertThat(ended.failure()).contains("does not fold", "cannot count event 0");
        assertThat(fixture.rows(model)).isEqualTo(live);
        assertThat(tables()).noneMatch(table -> table.endsWith("__next"));
    }

    @Test
    void an_event_that_cannot_be_read_ends_the_rebuild_too() throws Exception {
        fixture.models.history.add(Wallets.opened(ANNA));
        fixture.models.inTransaction(() -> {
            fixture.models.sql.sql("set local session_replication_role = replica").update();
            fixture.models
                    .sql
                    .sql(
                            "update domain_event_entry set payload_revision = '99' where aggregate_identifier like '%annaaa'")
                    .update();
        });

        fixture.run(PLENTY, fixture.model("balance"));

        assertThat(fixture.log.find("balance").orElseThrow().failure())
                .contains("cannot read", "Revision 99 of wallet.opened");
    }

    @Test
    void texts_of_an_erased_customer_stay_closed_though_the_key_is_still_remembered()
            throws Exception {
        fixture.models.history.add(Wallets.opened(ANNA));
        fixture.models.history.add(Wallets.deposited(ANNA, "10"));
        new Purchase(fixture.models.history, ANNA, "number1", Money.usd("0.15"), Money.usd("0.10"))
                .requested()
                .placed()
                .asked()
                .assigned("+12025550100")
                .received("Code QX77", "QX77");
        fixture.models.history.add(new PersonalDataErased(ANNA));
        fixture.models
                .sql
                .sql(
                        "insert into privacy_key (customer_id, created_at, erased_at) values (?, now(), now())")
                .param(ANNA.value())
                .update();

        for (var name : List.of("activations", "activenumbers", "feed")) {
            fixture.run(PLENTY, fixture.model(name));
            assertThat(fixture.rows(fixture.model(name)))
                    .filteredOn(row -> row.contains("annaaa"))
                    .isNotEmpty()
                    .noneMatch(row -> row.contains("+1202555") || row.contains("QX77"));
        }
    }

    @Test
    void what_a_dead_rebuild_left_is_in_nobodys_way() throws Exception {
        var model = fixture.model("feed");
        fixture.live(model, fixture.models.history.events());
        var live = fixture.rows(model);
        fixture.log.started(model, null, null);
        fixture.steps(RebuildFixture.memory(PLENTY))
                .load(Job.fresh(model), Progress.UNHEARD, Throttle.NONE);

        fixture.run(PLENTY, model);

        assertThat(fixture.rows(model)).isEqualTo(live);
    }

    /** As it happened: the customer's key is gone when the event of it comes. */
    private void eraseAsTheyGo(ReadModel model) {
        for (var event : fixture.models.history.events()) {
            if (event.getPayload() instanceof PersonalDataErased erased) {
                fixture.models.personalData.erase(erased.customerId());
            }
            fixture.live(model, List.of(event));
        }
    }

    /** A transaction that took its position before the rebuild looked, and committed after. */
    private void storeLate(long position) {
        fixture.models.inTransaction(() -> {
            fixture.models.sql.sql("set local session_replication_role = replica").update();
            fixture.models
                    .sql
                    .sql(
                            """
                            insert into domain_event_entry overriding system value
                            select :position, 'late', 'wallet-cus_latecomer', 0, type, time_stamp, payload_type, payload_revision,
                                   replace(payload, 'cus_annaaa', 'cus_latecomer'), meta_data
                              from domain_event_entry where aggregate_identifier = 'wallet-cus_annaaa' and sequence_number = 0
                            """)
                    .param("position", position)
                    .update();
        });
    }

    private long takePosition() {
        return fixture.models
                .sql
                .sql("select nextval(pg_get_serial_sequence('domain_event_entry', 'global_index'))")
                .query(Long.class)
                .single();
    }

    private List<String> shape(ReadModel model) {
        return model.tables().stream().map(Table::name).flatMap(this::shape).toList();
    }

    private Stream<String> shape(String table) {
        return fixture
                .models
                .sql
                .sql(
                        """
                        select indexdef from pg_indexes where tablename = :table
                        union all select pg_get_triggerdef(oid) from pg_trigger where tgrelid = to_regclass(:table) and not tgisinternal
                        union all select conname || ' ' || pg_get_constraintdef(oid) from pg_constraint where conrelid = to_regclass(:table)
                        union all select coalesce(obj_description(oid), '-') || reloptions::text from pg_class where oid = to_regclass(:table)
                        order by 1
                        """)
                .param("table", table)
                .query((row, _) -> row.getString(1))
                .list()
                .stream();
    }

    private List<String> tables() {
        return fixture.models
                .sql
                .sql("select tablename from pg_tables where schemaname = 'public'")
                .query((row, _) -> row.getString(1))
                .list();
    }
}
