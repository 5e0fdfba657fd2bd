package com.nexnum.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.platform.database.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class JdbcAuditTrailTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);
    private static final Origin ADA = new Origin("cus_ada001", "192.0.2.7", "req_1");
    private static final Origin BEN = new Origin("cus_ben001", "192.0.2.8", "req_2");
    private static final Change RAISED =
            new Change("margin.changed", "whatsapp", Map.of("percent", 20), Map.of("percent", 25));

    private final TestDatabase database = TestDatabase.migrated();
    private final DataSource source = database.dataSource();
    private final JdbcClient owner = JdbcClient.create(source);

    @Test
    void a_change_is_stored_with_who_from_where_what_before_and_after() {
        record(source, ADA);
        assertThat(
                        owner.sql(
                                        """
                                        select concat_ws(' ', happened_at at time zone 'UTC', actor, address,
                                               request_id, what, subject, before, after) from audit_change
                                        """)
                                .query(String.class)
                                .list())
                .containsExactly(
                        """
                        2026-01-01 12:00:00 cus_ada001 192.0.2.7 req_1 margin.changed whatsapp \
                        {"percent":20} {"percent":25}\
                        """);
    }

    @Test
    void what_is_undone_is_not_recorded() {
        transaction(source)
                .executeWithoutResult(status -> {
                    trail(source).record(ADA, RAISED);
                    status.setRollbackOnly();
                });
        assertThat(count()).isZero();
    }

    @Test
    void nothing_is_recorded_beside_its_change() {
        assertThatThrownBy(() -> trail(source).record(ADA, RAISED))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("margin.changed");
    }

    @Test
    void what_no_request_asked_for_was_done_by_the_platform() {
        transaction(source).executeWithoutResult(_ -> trail(source).record(RAISED));
        assertThat(owner.sql("select actor from audit_change").query(String.class).single())
                .isEqualTo("platform");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_change set actor = 'nobody'",
                "update audit_change set address = 'elsewhere'",
                "update audit_change set address = 'erased'",
                "delete from audit_change",
                "truncate audit_change"
            })
    void the_application_adds_changes_and_alters_none(String change) {
        var application = application();
        record(application, ADA);
        assertThatThrownBy(() -> JdbcClient.create(application).sql(change).update())
                .hasStackTraceContaining("permission denied");
        assertThat(count()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_change set actor = 'nobody'",
                "update audit_change set address = 'elsewhere'",
                "update audit_change set address = 'erased', what = 'x.y'",
                "delete from audit_change",
                "truncate audit_change"
            })
    void not_even_the_owner_alters_one_by_a_slip(String change) {
        record(source, ADA);
        assertThatThrownBy(() -> owner.sql(change).update())
                .hasStackTraceContaining("stays recorded");
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void an_erased_person_leaves_an_id_and_no_address() {
        var application = application();
        record(application, ADA);
        record(application, BEN);
        trail(application).forgetAddresses(new CustomerId("cus_ada001"));
        assertThat(
                        owner.sql("select actor || ' ' || address from audit_change order by 1")
                                .query(String.class)
                                .list())
                .containsExactly("cus_ada001 erased", "cus_ben001 192.0.2.8");
    }

    private void record(DataSource source, Origin by) {
        transaction(source).executeWithoutResult(_ -> trail(source).record(by, RAISED));
    }

    private static JdbcAuditTrail trail(DataSource source) {
        return new JdbcAuditTrail(JdbcClient.create(source), CLOCK);
    }

    private static TransactionTemplate transaction(DataSource source) {
        return new TransactionTemplate(new JdbcTransactionManager(source));
    }

    /** As the role that serves customers; its rights come with a migration after it exists. */
    private DataSource application() {
        owner.sql(
                        """
                        do $$ begin
                            if not exists (select from pg_roles where rolname = 'nexnum_app') then
                                create role nexnum_app login;
                            end if;
                        end $$
                        """)
                .update();
        Flyway.configure().dataSource(database.dataSource()).load().migrate();
        var source = new PGSimpleDataSource();
        source.setUrl(database.url().replace("user=postgres", "user=nexnum_app"));
        return source;
    }

    private long count() {
        return owner.sql("select count(*) from audit_change").query(Long.class).single();
    }
}
