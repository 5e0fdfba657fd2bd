package com.nexnum.platform;

import com.nexnum.platform.admin.NexnumAdmin;
import java.util.Arrays;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts a process; what it serves is {@code nexnum.roles}. */
public final class NexNum {

    /** Axon asks its maker for updates at every start, and advertises, unless these are set. */
    private static final List<String> NO_CALLS_HOME =
            List.of("axoniq.update-checker.disabled", "disable-axoniq-console-message");

    /** Starts the side, or, if the first argument is {@code admin}, runs the command-line tool. */
    public static void main(Class<?> side, String... args) {
        if (args.length > 0 && args[0].equals("admin")) {
            System.exit(NexnumAdmin.run(Arrays.copyOfRange(args, 1, args.length)));
        }
        run(side, args);
    }

    public static ConfigurableApplicationContext run(Class<?> side, String... args) {
        for (var property : NO_CALLS_HOME) {
            if (System.getProperty(property) == null) {
                System.setProperty(property, "true");
            }
        }
        return SpringApplication.run(side, args);
    }

    private NexNum() {}
}
