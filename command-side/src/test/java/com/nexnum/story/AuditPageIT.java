package com.nexnum.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.nexnum.command.identity.FirstAccounts;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever follows the page for auditors is answered. */
class AuditPageIT extends Story {

    private static final Path PAGE = Path.of("..", "docs", "audit.md");

    @TempDir Path folder;

    @Test
    void every_example_of_the_page_works() throws Exception {
        assumeTrue(Shell.has("bash", "curl"), "The examples need bash and curl");
        buyer().with("3.00").awaitsStatement("DEPOSIT");
        var tour = Tour.of(PAGE);
        assertThat(tour.steps()).hasSizeGreaterThan(4);
        var printed =
                Shell.run(
                        folder,
                        tour.script(),
                        Map.of(
                                "BASE",
                                "http://127.0.0.1:" + port,
                                "AUDITOR_PASSWORD",
                                FirstAccounts.DEMO_PASSWORD));
        var outputs = Tour.outputs(printed);
        for (int i = 0; i < tour.steps().size(); i++) {
            var step = tour.steps().get(i);
            if (!step.promise().isEmpty()) {
                assertThat(outputs.get(i)).as(step.commands()).matches(step.promised());
            }
        }
    }
}
