package com.nexnum.command.supply.icon;

import com.nexnum.kernel.supply.ProviderSlug;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps one picture for each provider. */
@Component
class Icons {

    private final JdbcClient sql;

    Icons(JdbcClient sql) {
        this.sql = sql;
    }

    void put(ProviderSlug provider, Icon icon) {
        sql.sql(
                        """
                        insert into provider_icon (provider, source, source_sha256, png, sha256, fetched_by, fetched_at)
                        values (:provider, :source, :sourceSha256, :png, :sha256, :by, :at)
                        on conflict (provider) do update set source = excluded.source,
                               source_sha256 = excluded.source_sha256, png = excluded.png, sha256 = excluded.sha256,
                               fetched_by = excluded.fetched_by, fetched_at = excluded.fetched_at
                        """)
                .param("provider", provider.value())
                .param("source", icon.source())
                .param("sourceSha256", icon.sourceSha256())
                .param("png", icon.png())
                .param("sha256", icon.sha256())
                .param("by", icon.fetchedBy())
                .param("at", icon.fetchedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Icon> find(ProviderSlug provider) {
        return sql.sql("select * from provider_icon where provider = :provider")
                .param("provider", provider.value())
                .query((row, i) ->
                        new Icon(
                                row.getString("source"),
                                row.getString("source_sha256"),
                                row.getBytes("png"),
                                row.getString("sha256"),
                                row.getString("fetched_by"),
                                row.getObject("fetched_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    void remove(ProviderSlug provider) {
        sql.sql("delete from provider_icon where provider = :provider")
                .param("provider", provider.value())
                .update();
    }
}
