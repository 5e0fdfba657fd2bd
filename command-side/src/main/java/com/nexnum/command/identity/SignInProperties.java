package com.nexnum.command.identity;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How passwords are checked.
 *
 * @param hashParallelism passwords hashed at once; 0 for as many as there are cores
 * @param hashPatience how long a sign-in waits for its turn
 * @param loginFailures failed sign-ins per account and address in a quarter of an hour
 */
@ConfigurationProperties("nexnum.identity")
record SignInProperties(
        @DefaultValue("0") int hashParallelism,
        @DefaultValue("5s") Duration hashPatience,
        @DefaultValue("10") int loginFailures) {

    SignInProperties {
        if (hashParallelism < 0 || hashParallelism > 1_024) {
            throw new IllegalArgumentException(
                    "nexnum.identity.hash-parallelism must be 0 to 1024");
        }
        if (!hashPatience.isPositive()) {
            throw new IllegalArgumentException("nexnum.identity.hash-patience must be positive");
        }
        if (loginFailures < 1) {
            throw new IllegalArgumentException("nexnum.identity.login-failures must be 1 or more");
        }
    }

    /** How many passwords are hashed at once on this machine. */
    int hashesAtOnce() {
        return hashParallelism > 0 ? hashParallelism : Runtime.getRuntime().availableProcessors();
    }
}
