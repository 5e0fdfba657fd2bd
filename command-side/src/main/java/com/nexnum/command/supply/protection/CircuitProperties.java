package com.nexnum.command.supply.protection;

import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a provider's circuit opens and for how long, the same for all of them.
 *
 * @param calls over how many of the last calls of a process it is judged
 * @param minimumCalls fewer say nothing
 * @param failurePercent so many failures among them open it
 * @param slowCall a call that takes longer is a slow one
 * @param slowPercent so many slow calls among them open it
 * @param firstWait how long it stays open the first time; twice as long each time after
 * @param longestWait no wait is longer, and one that stayed closed as long begins anew; the last
 *     look for an SMS is tried for two minutes, so that it should be well below
 * @param trialCalls how many calls of each process find out whether the provider works again
 */
@ConfigurationProperties("nexnum.supply.circuit")
record CircuitProperties(
        @DefaultValue("50") int calls,
        @DefaultValue("10") int minimumCalls,
        @DefaultValue("50") int failurePercent,
        @DefaultValue("10s") Duration slowCall,
        @DefaultValue("80") int slowPercent,
        @DefaultValue("15s") Duration firstWait,
        @DefaultValue("1m") Duration longestWait,
        @DefaultValue("3") int trialCalls) {

    private static final String GROUP = "nexnum.supply.circuit.";

    CircuitProperties {
        require(calls >= 1 && calls <= 10_000, "calls must be 1 to 10000");
        require(
                minimumCalls >= 1 && minimumCalls <= calls,
                "minimum-calls must be 1 to nexnum.supply.circuit.calls");
        require(failurePercent >= 1 && failurePercent <= 100, "failure-percent must be 1 to 100");
        require(slowCall.isPositive(), "slow-call must be positive");
        require(slowPercent >= 1 && slowPercent <= 100, "slow-percent must be 1 to 100");
        require(firstWait.toMillis() >= 1, "first-wait must be positive");
        require(longestWait.compareTo(firstWait) >= 0, "longest-wait must not be below first-wait");
        require(trialCalls >= 1 && trialCalls <= 100, "trial-calls must be 1 to 100");
    }

    /**
     * @param opening the first, the second and so on in a row
     */
    Duration waitAfter(int opening) {
        var wait = firstWait;
        for (int i = 1; i < opening && wait.compareTo(longestWait) < 0; i++) {
            wait = wait.multipliedBy(2);
        }
        return wait.compareTo(longestWait) < 0 ? wait : longestWait;
    }

    CircuitBreakerConfig breaker(Clock clock) {
        return CircuitBreakerConfig.custom()
                .clock(clock)
                .slidingWindowType(SlidingWindowType.COUNT_BASED)
                .slidingWindowSize(calls)
                .minimumNumberOfCalls(minimumCalls)
                .failureRateThreshold(failurePercent)
                .slowCallDurationThreshold(slowCall)
                .slowCallRateThreshold(slowPercent)
                .waitDurationInOpenState(firstWait)
                .permittedNumberOfCallsInHalfOpenState(trialCalls)
                .build();
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(GROUP + rule);
        }
    }
}
