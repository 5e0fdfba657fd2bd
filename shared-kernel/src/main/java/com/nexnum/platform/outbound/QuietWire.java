package com.nexnum.platform.outbound;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import org.slf4j.LoggerFactory;

/**
 * The HTTP client writes each request with its address and headers at DEBUG, and secrets travel in
 * both: that log stays shut, also when somebody opens all others.
 */
final class QuietWire {

    private static final String CLIENT = "org.apache.hc";

    static void keep() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.getLogger(CLIENT).setLevel(Level.INFO);
            context.getLoggerList().stream()
                    .filter(logger -> logger.getName().startsWith(CLIENT + "."))
                    .forEach(logger -> logger.setLevel(null));
        }
    }

    private QuietWire() {}
}
