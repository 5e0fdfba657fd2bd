package com.nexnum.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs what our pages tell people to type. */
final class Shell {

    /** What the script printed; it has to end well within two minutes. */
    static String run(Path folder, String script, Map<String, String> environment)
            throws Exception {
        var file = Files.writeString(folder.resolve("script.sh"), script);
        var output = folder.resolve("output.txt").toFile();
        var shell = new ProcessBuilder("bash", file.toString()).directory(folder.toFile());
        shell.environment().putAll(environment);
        shell.redirectErrorStream(true).redirectOutput(output);
        var process = shell.start();
        try {
            boolean ended = process.waitFor(2, TimeUnit.MINUTES);
            var printed = Files.readString(output.toPath(), StandardCharsets.UTF_8);
            assertThat(ended).as("it ended; until then it printed:\n" + printed).isTrue();
            assertThat(process.exitValue()).as(printed).isZero();
            return printed;
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    /** Whether all of these are installed. */
    static boolean has(String... programs) {
        var path = System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1);
        return Arrays.stream(programs)
                .allMatch(program ->
                        Arrays.stream(path)
                                .anyMatch(place -> Files.isExecutable(Path.of(place, program))));
    }

    private Shell() {}
}
