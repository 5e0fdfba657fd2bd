package com.nexnum.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** The application works as a role without the right to change events; the owner migrates. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseProperties.class)
class DatabaseConfiguration {

    /** Everything that uses the database is closed before it. */
    @Bean(destroyMethod = "close")
    DatabaseServer databaseServer(DatabaseProperties properties) {
        return properties.url() == null
                ? DatabaseServer.embedded(EmbeddedServer.on(properties.folder()))
                : DatabaseServer.external(properties);
    }

    @Bean
    @FlywayDataSource
    DataSource ownerDataSource(DatabaseServer server) {
        return server.owner().simple();
    }

    @Bean
    OwnConnections ownConnections(DatabaseServer server) {
        var source = server.application().simple();
        source.setApplicationName("nexnum-signals");
        source.setTcpKeepAlive(true);
        source.setConnectTimeout(5);
        source.setSocketTimeout(30);
        return source::getConnection;
    }

    @Bean(destroyMethod = "close")
    @Primary
    HikariDataSource dataSource(DatabaseProperties properties, DatabaseServer server) {
        var application = server.application();
        var pool = new HikariDataSource();
        pool.setPoolName("nexnum");
        pool.setJdbcUrl(application.url());
        pool.setUsername(application.user());
        pool.setPassword(application.password());
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
}
