package com.nexnum.command.supply.sandbox;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** {@code 2026-05-04 10:00:00}, as many providers write times, in UTC. */
public final class SandboxTime {

    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

    private SandboxTime() {}

    public static String text(Instant instant) {
        return FORMAT.format(instant);
    }
}
