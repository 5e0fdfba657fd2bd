package com.nexnum.platform.database;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The PostgreSQL of this process: its own, or one that stands elsewhere.
 *
 * @param owner owns the tables and migrates them
 * @param application works on them, without the right to change events
 */
record DatabaseServer(Login owner, Login application, @Nullable EmbeddedServer embedded)
        implements AutoCloseable {

    private static final String SUPERUSER = "postgres";
    private static final String APPLICATION = "nexnum_app";
    private static final String DATABASE = "postgres";

    static DatabaseServer embedded(EmbeddedServer server) {
        var owner = new Login(server.jdbcUrl(SUPERUSER, DATABASE), SUPERUSER, null);
        JdbcClient.create(owner.simple())
                .sql(
                        """
                        do $$ begin
                            if not exists (select from pg_roles where rolname = 'nexnum_app') then
                                create role nexnum_app login;
                            end if;
                        end $$
                        """)
                .update();
        var application = new Login(server.jdbcUrl(APPLICATION, DATABASE), APPLICATION, null);
        return new DatabaseServer(owner, application, server);
    }

    static DatabaseServer external(DatabaseProperties given) {
        var url = Objects.requireNonNull(given.url());
        var application = new Login(url, given.username(), given.password());
        var owner = given.ownerUsername();
        return new DatabaseServer(
                owner == null ? application : new Login(url, owner, given.ownerPassword()),
                application,
                null);
    }

    @Override
    public void close() {
        if (embedded != null) {
            embedded.close();
        }
    }

    /** One role's way in. */
    record Login(String url, String user, @Nullable String password) {

        PGSimpleDataSource simple() {
            var source = new PGSimpleDataSource();
            source.setUrl(url);
            source.setUser(user);
            source.setPassword(password);
            return source;
        }

        @Override
        public String toString() {
            return user + " at the database";
        }
    }
}
