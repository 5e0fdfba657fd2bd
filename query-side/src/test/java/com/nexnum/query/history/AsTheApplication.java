package com.nexnum.query.history;

import com.nexnum.platform.database.TestDatabase;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** An empty database as the running program sees it: by a role that owns nothing. */
public final class AsTheApplication {

    public static DataSource database() {
        var owned = TestDatabase.empty();
        JdbcClient.create(owned.dataSource())
                .sql(
                        """
                        do $$ begin
                            create role nexnum_app login;
                        exception when duplicate_object then null;
                        end $$
                        """)
                .update();
        Flyway.configure().dataSource(owned.dataSource()).load().migrate();
        return new DriverManagerDataSource(owned.url().replace("user=postgres", "user=nexnum_app"));
    }

    private AsTheApplication() {}
}
