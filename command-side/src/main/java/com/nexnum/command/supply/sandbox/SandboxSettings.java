package com.nexnum.command.supply.sandbox;

import java.time.Duration;

/**
 * What the sandbox starts with.
 *
 * @param port 0 takes a free one
 * @param apiKey that callers must know
 * @param balanceMicros what the caller's account there holds, in millionths of a dollar
 * @param seed the same seed stocks and numbers the market alike
 */
public record SandboxSettings(
        int port,
        String apiKey,
        Duration smsDelay,
        Duration minCancelAge,
        Duration lifetime,
        long balanceMicros,
        long seed) {

    public static final SandboxSettings USUAL =
            new SandboxSettings(
                    18_081,
                    "sandbox-key",
                    Duration.ofSeconds(3),
                    Duration.ofMinutes(2),
                    Duration.ofMinutes(20),
                    10_000_000_000L,
                    20_260_101L);

    public SandboxSettings {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("A port is from 0 to 65535");
        }
        if (smsDelay.isNegative() || minCancelAge.isNegative()) {
            throw new IllegalArgumentException("A delay or an age is not negative");
        }
    }

    public SandboxSettings onPort(int otherPort) {
        return new SandboxSettings(
                otherPort, apiKey, smsDelay, minCancelAge, lifetime, balanceMicros, seed);
    }

    public SandboxSettings with(Duration otherSmsDelay, Duration otherMinCancelAge) {
        return new SandboxSettings(
                port, apiKey, otherSmsDelay, otherMinCancelAge, lifetime, balanceMicros, seed);
    }
}
