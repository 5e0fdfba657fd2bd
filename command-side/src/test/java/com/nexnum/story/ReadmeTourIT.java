package com.nexnum.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever follows the README sees what it says. */
class ReadmeTourIT extends Story {

    private static final Path README = Path.of("..", "README.md");

    @TempDir Path folder;

    @Test
    void every_snippet_of_the_tour_does_and_prints_what_the_readme_says() throws Exception {
        assumeTrue(onThisMachine("bash") && onThisMachine("curl"), "The tour needs bash and curl");
        price("whatsapp", "US");
        price("google", "FR");
        var tour = Tour.of(README);
        assertThat(tour.steps()).hasSizeGreaterThan(8);
        var printed = run(tour.script());
        var outputs = Tour.outputs(printed);
        assertThat(outputs).as(printed).hasSameSizeAs(tour.steps());
        for (int i = 0; i < outputs.size(); i++) {
            var step = tour.steps().get(i);
            assertThat(outputs.get(i)).as(step.commands()).matches(step.promised());
        }
    }

    private String run(String script) throws Exception {
        var file = Files.writeString(folder.resolve("tour.sh"), script);
        var output = folder.resolve("output.txt").toFile();
        var shell = new ProcessBuilder("bash", file.toString());
        shell.environment().put("BASE", "http://127.0.0.1:" + port);
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

    private static boolean onThisMachine(String program) {
        var path = System.getenv().getOrDefault("PATH", "");
        return Arrays.stream(path.split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
