package com.nexnum.command.supply.providers;

import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.kernel.supply.ProviderSlug;
import com.nexnum.kernel.supply.SupplyEvent.ProviderPaused;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The registered providers and every version that they ever had. */
@Component
class ProviderTable {

    private final JdbcClient sql;

    ProviderTable(JdbcClient sql) {
        this.sql = sql;
    }

    List<ProviderRow> all() {
        return sql.sql("select * from provider order by slug").query(ProviderTable::row).list();
    }

    Optional<ProviderRow> find(ProviderSlug slug) {
        return sql.sql("select * from provider where slug = :slug")
                .param("slug", slug.value())
                .query(ProviderTable::row)
                .optional();
    }

    /** Nobody else changes this provider until the transaction ends, whether it is there or not. */
    ProviderRow lock(ProviderSlug slug) {
        sql.sql("select pg_advisory_xact_lock(hashtextextended(:name, 2))")
                .param("name", "provider " + slug)
                .query((_, _) -> 0)
                .single();
        return find(slug).orElseGet(() -> ProviderRow.none(slug));
    }

    void store(ProviderRow row) {
        var pause = row.pause();
        var by = pause == null ? null : pause.by();
        sql.sql(
                        """
                        insert into provider (slug, version, paused_reason, paused_by, paused_at, told)
                        values (:slug, :version, :reason, :by, :at, :told)
                        on conflict (slug) do update
                           set version = excluded.version, paused_reason = excluded.paused_reason,
                               paused_by = excluded.paused_by, paused_at = excluded.paused_at,
                               told = excluded.told
                        """)
                .param("slug", row.slug().value())
                .param("version", row.version())
                .param("reason", pause == null ? null : pause.reason())
                .param("by", by == null ? null : by.value())
                .param("at", pause == null ? null : time(pause.at()))
                .param("told", row.told())
                .update();
    }

    void add(ProviderSlug slug, StoredVersion version) {
        sql.sql(
                        """
                        insert into provider_version
                            (provider, version, configuration, changed_by, changed_at, restores)
                        values (:slug, :version, :configuration, :by, :at, :restores)
                        """)
                .param("slug", slug.value())
                .param("version", version.version())
                .param("configuration", version.configuration().json().toString())
                .param("by", version.by().value())
                .param("at", time(version.at()))
                .param("restores", version.restores())
                .update();
    }

    Optional<StoredVersion> version(ProviderSlug slug, int version) {
        return sql.sql(
                        """
                        select * from provider_version
                         where provider = :slug and version = :version
                        """)
                .param("slug", slug.value())
                .param("version", version)
                .query(ProviderTable::version)
                .optional();
    }

    /**
     * @param before only older ones than this
     * @return newest first
     */
    List<StoredVersion> versions(ProviderSlug slug, int before, int limit) {
        return sql.sql(
                        """
                        select * from provider_version
                         where provider = :slug and version < :before
                         order by version desc limit :limit
                        """)
                .param("slug", slug.value())
                .param("before", before)
                .param("limit", limit)
                .query(ProviderTable::version)
                .list();
    }

    private static ProviderRow row(ResultSet row, int number) throws SQLException {
        var slug = new ProviderSlug(row.getString("slug"));
        var reason = row.getString("paused_reason");
        var pause =
                reason == null
                        ? null
                        : new ProviderPaused(
                                slug,
                                reason,
                                who(row.getString("paused_by")),
                                at(row, "paused_at"));
        return new ProviderRow(slug, row.getInt("version"), pause, row.getLong("told"));
    }

    private static StoredVersion version(ResultSet row, int number) throws SQLException {
        var restores = row.getObject("restores");
        return new StoredVersion(
                row.getInt("version"),
                Configuration.read(row.getString("configuration")),
                new CustomerId(row.getString("changed_by")),
                at(row, "changed_at"),
                restores == null ? null : (Integer) restores);
    }

    private static @Nullable CustomerId who(@Nullable String id) {
        return id == null ? null : new CustomerId(id);
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
