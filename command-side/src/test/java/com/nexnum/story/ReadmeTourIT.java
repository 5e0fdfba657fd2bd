package com.nexnum.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever follows the README sees what it says. */
class ReadmeTourIT extends Story {

    private static final Path README = Path.of("..", "README.md");

    @TempDir Path folder;

    @Test
    void every_snippet_of_the_tour_does_and_prints_what_the_readme_says() throws Exception {
        assumeTrue(Shell.has("bash", "curl"), "The tour needs bash and curl");
        price("whatsapp", "US");
        price("google", "FR");
        var tour = Tour.of(README);
        assertThat(tour.steps()).hasSizeGreaterThan(8);
        var printed = Shell.run(folder, tour.script(), Map.of("BASE", "http://127.0.0.1:" + port));
        var outputs = Tour.outputs(printed);
        assertThat(outputs).as(printed).hasSameSizeAs(tour.steps());
        for (int i = 0; i < outputs.size(); i++) {
            var step = tour.steps().get(i);
            assertThat(outputs.get(i)).as(step.commands()).matches(step.promised());
        }
    }
}
