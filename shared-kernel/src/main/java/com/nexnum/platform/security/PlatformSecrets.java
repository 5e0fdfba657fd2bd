package com.nexnum.platform.security;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Random secrets that every process of both sides shares, made when first asked for. */
@Component
public final class PlatformSecrets implements Resealed {

    private static final int BYTES = 32;

    private final JdbcClient jdbc;
    private final SecretBox box;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, byte[]> known = new ConcurrentHashMap<>();

    PlatformSecrets(JdbcClient jdbc, SecretBox box, Clock clock) {
        this.jdbc = jdbc;
        this.box = box;
        this.clock = clock;
    }

    /** 32 bytes, the same in every process for this name. */
    public byte[] secret(String name) {
        return known.computeIfAbsent(name, this::load).clone();
    }

    @Override
    public int reseal() {
        int count = 0;
        var names =
                jdbc.sql("select name from platform_secret")
                        .query((row, _) -> row.getString(1))
                        .list();
        for (var name : names) {
            var sealed = stored(name).orElseThrow();
            if (!box.isCurrent(sealed)) {
                var fresh = box.seal(box.open(sealed, context(name)), context(name));
                count +=
                        jdbc.sql(
                                        "update platform_secret set sealed = ? where name = ? and sealed = ?")
                                .params(fresh, name, sealed)
                                .update();
            }
        }
        return count;
    }

    private static byte[] context(String name) {
        return ("platform-secret:" + name).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] load(String name) {
        var context = context(name);
        var sealed = stored(name);
        if (sealed.isEmpty()) {
            var fresh = new byte[BYTES];
            random.nextBytes(fresh);
            jdbc.sql("insert into platform_secret values (?, ?, ?) on conflict do nothing")
                    .params(name, box.seal(fresh, context), Timestamp.from(clock.instant()))
                    .update();
            sealed = stored(name);
        }
        return box.open(sealed.orElseThrow(), context);
    }

    private java.util.Optional<byte[]> stored(String name) {
        return jdbc.sql("select sealed from platform_secret where name = ?")
                .param(name)
                .query((row, _) -> row.getBytes(1))
                .optional();
    }
}
