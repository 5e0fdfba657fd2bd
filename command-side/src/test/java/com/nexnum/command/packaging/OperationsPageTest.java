package com.nexnum.command.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page for operators names every property that there is, with the default that it has. */
class OperationsPageTest {

    private static final Path PAGE =
            Path.of("").toAbsolutePath().getParent().resolve("docs/operations.md");

    /** A table row: the name in code, then the default in code or a dash. */
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| `(nexnum\\.[^`]+)` \\| (?:`([^`]*)`|([^|]*)) \\|");

    @Test
    void lists_every_property_and_none_that_is_not_there() throws IOException {
        assertThat(rows().keySet())
                .containsExactlyInAnyOrderElementsOf(KnownSettings.withDefaults().keySet());
    }

    @Test
    void tells_the_defaults_that_the_code_has() throws IOException {
        var known = KnownSettings.withDefaults();
        assertThat(rows())
                .allSatisfy((name, value) -> {
                    if (!known.getOrDefault(name, "").isEmpty()) {
                        assertThat(value).as(name).isEqualTo(known.get(name));
                    }
                });
    }

    private static Map<String, String> rows() throws IOException {
        return ROW.matcher(Files.readString(PAGE))
                .results()
                .collect(
                        Collectors.toMap(
                                row -> row.group(1),
                                row -> row.group(2) == null ? "" : row.group(2)));
    }
}
