package com.nexnum.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The application works as a role without the right to change events; the owner migrates. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseProperties.class)
class DatabaseConfiguration {

    static final String APPLICATION_ROLE = "nexnum_app";

    @Bean(destroyMethod = "close")
    @ConditionalOnProperty(
            name = "nexnum.database.url",
            matchIfMissing = true,
            havingValue = "never-set")
    EmbeddedServer embeddedServer(DatabaseProperties properties) {
        var server = EmbeddedServer.on(properties.folder());
        JdbcClient.create(source(server.jdbcUrl("postgres", "postgres"), null, null))
                .sql(
                        """
                        do $$ begin
                            if not exists (select from pg_roles where rolname = 'nexnum_app') then
                                create role nexnum_app login;
                            end if;
                        end $$
                        """)
                .update();
        return server;
    }

    @Bean
    @FlywayDataSource
    DataSource ownerDataSource(
            DatabaseProperties properties, ObjectProvider<EmbeddedServer> embedded) {
        var server = embedded.getIfAvailable();
        if (server != null) {
            return source(server.jdbcUrl("postgres", "postgres"), null, null);
        }
        var owner = properties.ownerUsername();
        return owner == null
                ? source(
                        Objects.requireNonNull(properties.url()),
                        properties.username(),
                        properties.password())
                : source(
                        Objects.requireNonNull(properties.url()),
                        owner,
                        properties.ownerPassword());
    }

    @Bean(destroyMethod = "close")
    @Primary
    HikariDataSource dataSource(
            DatabaseProperties properties, ObjectProvider<EmbeddedServer> embedded) {
        var server = embedded.getIfAvailable();
        var pool = new HikariDataSource();
        pool.setPoolName("nexnum");
        if (server == null) {
            pool.setJdbcUrl(properties.url());
            pool.setUsername(properties.username());
            pool.setPassword(properties.password());
        } else {
            pool.setJdbcUrl(server.jdbcUrl(APPLICATION_ROLE, "postgres"));
        }
        pool.setMaximumPoolSize(properties.poolSize());
        pool.setAutoCommit(true);
        pool.setConnectionTimeout(10_000);
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        pool.addDataSourceProperty("prepareThreshold", "3");
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        pool.addDataSourceProperty("socketTimeout", "30");
        pool.addDataSourceProperty("ApplicationName", "nexnum");
        pool.setConnectionInitSql(
                "set statement_timeout = '20s'; set lock_timeout = '5s';"
                        + " set idle_in_transaction_session_timeout = '20s'");
        return pool;
    }

    private static PGSimpleDataSource source(
            String url, @Nullable String user, @Nullable String password) {
        var source = new PGSimpleDataSource();
        source.setUrl(url);
        if (user != null) {
            source.setUser(user);
            source.setPassword(password);
        }
        return source;
    }
}
