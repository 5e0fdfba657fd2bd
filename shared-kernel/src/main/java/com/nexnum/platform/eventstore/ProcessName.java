package com.nexnum.platform.eventstore;

import java.lang.management.ManagementFactory;
import java.util.UUID;

/**
 * What this process signs its segments with: unlike that of any other, also of one that had the
 * same number before.
 */
record ProcessName(String value) {

    static ProcessName unique() {
        var machine = ManagementFactory.getRuntimeMXBean().getName();
        return new ProcessName(machine + "/" + UUID.randomUUID().toString().substring(0, 8));
    }
}
