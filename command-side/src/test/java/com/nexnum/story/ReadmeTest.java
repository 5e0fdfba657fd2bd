package com.nexnum.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The README names nothing that is not there. */
class ReadmeTest {

    private static final Path HOME = Path.of("..");

    @Test
    void every_test_of_the_slices_exists() throws Exception {
        var named = found("`([A-Z]\\w+(?:Test|IT))`");
        assertThat(named).isNotEmpty();
        assertThat(sources()).containsAll(named);
    }

    @Test
    void every_event_of_the_slices_exists() throws Exception {
        var known = Files.readString(HOME.resolve("docs/events.md"));
        var named = found("`((?:wallet|offer|purchase|activation|catalog|identity)\\.[a-z-]+)`");
        assertThat(named).isNotEmpty().allSatisfy(event -> assertThat(known).contains(event));
    }

    private static Set<String> found(String pattern) throws Exception {
        return Pattern.compile(pattern)
                .matcher(Files.readString(HOME.resolve("README.md")))
                .results()
                .map((MatchResult result) -> result.group(1))
                .collect(Collectors.toSet());
    }

    private static Set<String> sources() throws Exception {
        try (var files = Files.walk(HOME)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .collect(Collectors.toSet());
        }
    }
}
