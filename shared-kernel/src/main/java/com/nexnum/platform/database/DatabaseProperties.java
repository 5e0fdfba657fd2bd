package com.nexnum.platform.database;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which PostgreSQL to use.
 *
 * @param url a JDBC address; without it a PostgreSQL is started in this process
 * @param username the role that the application works as; it needs no right to change events
 * @param ownerUsername the role that owns the tables and migrates them; the application's when
 *     absent
 * @param poolSize how many connections this process keeps at most
 * @param folder where the embedded server keeps its data
 */
@ConfigurationProperties("nexnum.database")
public record DatabaseProperties(
        @Nullable String url,
        @DefaultValue("nexnum_app") String username,
        @Nullable String password,
        @Nullable String ownerUsername,
        @Nullable String ownerPassword,
        @DefaultValue("24") int poolSize,
        @DefaultValue(".nexnum/postgres") Path folder) {

    public DatabaseProperties {
        if (url != null && !url.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException(
                    "nexnum.database.url must start with jdbc:postgresql: (environment variable"
                            + " NEXNUM_DATABASE_URL)");
        }
        if (poolSize < 8 || poolSize > 1_000) {
            throw new IllegalArgumentException("nexnum.database.pool-size must be 8 to 1000");
        }
    }
}
