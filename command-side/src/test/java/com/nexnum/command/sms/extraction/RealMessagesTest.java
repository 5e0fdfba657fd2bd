package com.nexnum.command.sms.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every line of {@code /sms/messages.txt}. */
class RealMessagesTest {

    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9A-F]{4})");

    record Sample(Optional<String> code, String text) {

        static Sample of(String line) {
            int bar = line.indexOf(" | ");
            var code = line.substring(0, bar).strip();
            var text =
                    ESCAPE.matcher(line.substring(bar + 3).replace("\\n", "\n"))
                            .replaceAll(
                                    it -> Character.toString(Integer.parseInt(it.group(1), 16)));
            return new Sample(code.equals("-") ? Optional.empty() : Optional.of(code), text);
        }
    }

    static List<Sample> messages() throws IOException {
        try (var stream = RealMessagesTest.class.getResourceAsStream("/sms/messages.txt")) {
            var text =
                    new String(
                            Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Sample::of)
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("messages")
    void finds_the_code_or_says_that_there_is_none(Sample message) {
        assertThat(CodeExtractor.codeIn(message.text())).isEqualTo(message.code());
    }

    @Test
    void the_table_holds_enough_of_both_kinds() throws IOException {
        assertThat(messages()).hasSizeGreaterThan(80);
        assertThat(messages().stream().filter(it -> it.code().isEmpty())).hasSizeGreaterThan(15);
    }
}
