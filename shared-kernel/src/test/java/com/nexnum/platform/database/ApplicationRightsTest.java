package com.nexnum.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** What the application's role may do in a database that gives nothing to everybody. */
class ApplicationRightsTest {

    private static JdbcClient application;

    @BeforeAll
    static void a_migrated_database() {
        var database = TestDatabase.empty();
        JdbcClient.create(database.dataSource())
                .sql(
                        """
                        do $$ begin
                            begin
                                create role nexnum_app login;
                            exception when duplicate_object then null;
                            end;
                            execute format('revoke all on database %I from public', current_database());
                            execute format('grant connect on database %I to nexnum_app', current_database());
                        end $$
                        """)
                .update();
        Flyway.configure().dataSource(database.dataSource()).load().migrate();
        var url = database.url().replace("user=postgres", "user=nexnum_app");
        application = JdbcClient.create(new SingleConnectionDataSource(url, true));
    }

    @Test
    void keeps_scratch_tables_in_its_session() {
        application
                .sql(
                        "create temporary table scratch (like public.ledger_wallet including defaults including indexes)")
                .update();
        assertThat(application.sql("select count(*) from scratch").query(Long.class).single())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update proof_block set entries = 1",
                "delete from proof_block",
                "truncate proof_block",
                "delete from proof_key",
                "truncate proof_key cascade",
                "alter table proof_block disable trigger blocks_are_for_ever",
                "create table scratch_of_all (id int)"
            })
    void cannot_change_what_was_sealed(String statement) {
        assertThatThrownBy(() -> application.sql(statement).update())
                .rootCause()
                .hasMessageMatching("(?s).*(permission denied|must be owner).*");
    }
}
