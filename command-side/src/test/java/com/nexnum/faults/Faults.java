package com.nexnum.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.util.FileSystemUtils;

/**
 * The long form, {@code mvn -Pfaults verify}: {@code -Dfaults.seed=} repeats a run, {@code
 * -Dfaults.minutes=} is how long it kills at random, {@code -Dfaults=} names one scenario.
 */
public final class Faults {

    public static void main(String[] arguments) throws IOException {
        long seed = Long.parseLong(or("faults.seed", "" + new SecureRandom().nextInt(1_000_000)));
        var minutes = Duration.ofMinutes(Long.parseLong(or("faults.minutes", "5")));
        var wanted = or("faults", "");
        LoggingSystem.get(Faults.class.getClassLoader())
                .setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.ERROR);
        var lines = new ArrayList<String>();
        var complaints = new ArrayList<Complaint>();
        for (var scenario : scenarios(wanted)) {
            Tally.say("== " + scenario + " with seed " + seed);
            var folder = Files.createTempDirectory("nexnum-faults-");
            try {
                scenario.run(seed, folder, Extent.whole(minutes))
                        .ifPresentOrElse(
                                tally -> {
                                    lines.add(scenario + ": " + tally.line());
                                    lines.add(scenario + ": " + tally.checkedLine());
                                    complaints.addAll(tally.complaints());
                                },
                                () -> lines.add(scenario + ": skipped, it may not mount a disk"));
            } finally {
                FileSystemUtils.deleteRecursively(folder);
            }
        }
        lines.forEach(System.out::println);
        System.exit(complaints.isEmpty() ? 0 : 1);
    }

    private static List<Scenario> scenarios(String wanted) {
        var chosen =
                Arrays.stream(Scenario.values())
                        .filter(it ->
                                it.name().toLowerCase(java.util.Locale.ROOT).startsWith(wanted))
                        .toList();
        if (chosen.isEmpty()) {
            throw new IllegalArgumentException(
                    "-Dfaults= is one of " + Arrays.toString(Scenario.values()));
        }
        return chosen;
    }

    private static String or(String property, String otherwise) {
        var given = System.getProperty(property, "");
        return given.isBlank() ? otherwise : given;
    }

    private Faults() {}
}
