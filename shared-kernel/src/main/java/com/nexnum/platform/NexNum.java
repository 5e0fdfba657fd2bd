package com.nexnum.platform;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts a process; what it serves is {@code nexnum.roles}. */
public final class NexNum {

    /** Axon asks its maker for updates at every start, unless this is set before. */
    private static final String UPDATE_CHECKER = "axoniq.update-checker.disabled";

    public static ConfigurableApplicationContext run(Class<?> side, String... args) {
        if (System.getProperty(UPDATE_CHECKER) == null) {
            System.setProperty(UPDATE_CHECKER, "true");
        }
        return SpringApplication.run(side, args);
    }

    private NexNum() {}
}
