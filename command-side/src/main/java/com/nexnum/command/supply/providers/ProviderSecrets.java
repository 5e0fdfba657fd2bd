package com.nexnum.command.supply.providers;

import com.nexnum.command.supply.http.ApiKey;
import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.kernel.supply.ProviderSlug;
import com.nexnum.platform.security.Resealed;
import com.nexnum.platform.security.SecretBox;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The secrets of each provider, sealed; each opens for its own provider and name only. */
@Component
class ProviderSecrets implements Resealed {

    private final JdbcClient sql;
    private final SecretBox box;

    ProviderSecrets(JdbcClient sql, SecretBox box) {
        this.sql = sql;
        this.box = box;
    }

    /** That there is one, and since when; never what it is. */
    record Kept(String name, CustomerId by, Instant at) {}

    @SuppressWarnings("ArrayRecordComponent") // Rows are never compared.
    private record Row(String provider, String name, byte[] sealed) {}

    /**
     * @throws RuntimeException when one does not open
     */
    Map<String, ApiKey> open(ProviderSlug slug) {
        var keys = new LinkedHashMap<String, ApiKey>();
        rows("where provider = ?", slug.value())
                .forEach(row -> keys.put(row.name(), new ApiKey(opened(row))));
        return keys;
    }

    List<Kept> kept(ProviderSlug slug) {
        return sql.sql(
                        """
                        select name, changed_by, changed_at from provider_secret
                         where provider = ? order by name
                        """)
                .param(slug.value())
                .query((row, _) ->
                        new Kept(
                                row.getString(1),
                                new CustomerId(row.getString(2)),
                                row.getObject(3, OffsetDateTime.class).toInstant()))
                .list();
    }

    void put(ProviderSlug slug, String name, ApiKey key, CustomerId by, Instant at) {
        sql.sql(
                        """
                        insert into provider_secret (provider, name, sealed, changed_by, changed_at)
                        values (:slug, :name, :sealed, :by, :at)
                        on conflict (provider, name) do update
                           set sealed = excluded.sealed, changed_by = excluded.changed_by,
                               changed_at = excluded.changed_at
                        """)
                .param("slug", slug.value())
                .param("name", name)
                .param("sealed", box.seal(bytes(key.secret()), place(slug.value(), name)))
                .param("by", by.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void remove(ProviderSlug slug, String name) {
        sql.sql("delete from provider_secret where provider = ? and name = ?")
                .params(slug.value(), name)
                .update();
    }

    /** A row that somebody changes meanwhile is sealed by him, and stays as he left it. */
    @Override
    public int reseal() {
        int count = 0;
        for (var row : rows("", new Object[0])) {
            if (!box.isCurrent(row.sealed())) {
                count +=
                        sql.sql(
                                        """
                                        update provider_secret set sealed = :fresh
                                         where provider = :provider and name = :name
                                           and sealed = :sealed
                                        """)
                                .param(
                                        "fresh",
                                        box.seal(
                                                bytes(opened(row)),
                                                place(row.provider(), row.name())))
                                .param("provider", row.provider())
                                .param("name", row.name())
                                .param("sealed", row.sealed())
                                .update();
            }
        }
        return count;
    }

    private List<Row> rows(String where, Object... parameters) {
        return sql.sql("select provider, name, sealed from provider_secret " + where)
                .params(parameters)
                .query((row, _) -> new Row(row.getString(1), row.getString(2), row.getBytes(3)))
                .list();
    }

    private String opened(Row row) {
        var plain = box.open(row.sealed(), place(row.provider(), row.name()));
        return new String(plain, StandardCharsets.UTF_8);
    }

    private static byte[] place(String provider, String name) {
        return bytes("provider-secret:" + provider + ":" + name);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
