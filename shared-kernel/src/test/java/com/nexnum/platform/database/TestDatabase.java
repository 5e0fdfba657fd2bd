package com.nexnum.platform.database;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/** A fresh, migrated database for one test class, on one real PostgreSQL for the whole JVM. */
public final class TestDatabase {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final String url;

    private TestDatabase(String url) {
        this.url = url;
    }

    /** A new database with every table of the project. */
    public static TestDatabase migrated() {
        var database = empty();
        Flyway.configure().dataSource(database.dataSource()).load().migrate();
        return database;
    }

    /** A new database without any table. */
    public static TestDatabase empty() {
        var name = "test_" + COUNT.incrementAndGet();
        try (var connection =
                        DriverManager.getConnection(
                                Server.RUNNING.jdbcUrl("postgres", "postgres"));
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new TestDatabase(Server.RUNNING.jdbcUrl("postgres", name));
    }

    public String url() {
        return url;
    }

    public DataSource dataSource() {
        var source = new PGSimpleDataSource();
        source.setUrl(url);
        return source;
    }

    private static final class Server {
        static final EmbeddedServer RUNNING = EmbeddedServer.temporary();
    }
}
