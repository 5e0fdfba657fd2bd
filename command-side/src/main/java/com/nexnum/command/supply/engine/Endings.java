package com.nexnum.command.supply.engine;

import com.nexnum.command.supply.engine.reading.Values;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads when a number ends: from the seconds that it has left, or from a time. */
final class Endings {

    private Endings() {}

    /** Null where neither is told. */
    static @Nullable Instant of(
            Function<String, @Nullable Object> field, ZoneId zone, Instant now) {
        var seconds = Values.count(field.apply("secondsLeft"));
        return seconds != null && seconds > 0
                ? now.plusSeconds(seconds)
                : Values.time(field.apply("expiresAt"), zone);
    }
}
