package com.nexnum.command.sms.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CodeExtractorTest {

    private static final Duration SOON = Duration.ofSeconds(5);

    private static final List<String> PIECES =
            List.of(
                    "code",
                    "код",
                    "验证码",
                    "رمز",
                    "is",
                    ":",
                    " ",
                    "\n",
                    "-",
                    ".",
                    "/",
                    "+",
                    "(",
                    "*",
                    "1",
                    "42",
                    "482913",
                    "G-",
                    "A1",
                    "https://",
                    "www.",
                    "@",
                    "#",
                    "$",
                    "\u202E",
                    "\u200D",
                    "٣",
                    "１",
                    "order",
                    "2026",
                    "\uD800",
                    "\uDC00",
                    "\u0000",
                    "é",
                    "e\u0301");

    static LongStream seeds() {
        return LongStream.range(0, 500);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatever_arrives_a_code_is_short_and_ascii(long seed) {
        var random = new SplittableRandom(seed);
        var text = seed % 2 == 0 ? anyPieces(random) : anyCharacters(random);
        var code = assertTimeoutPreemptively(SOON, () -> CodeExtractor.codeIn(text));
        assertThat(code.orElse("none")).matches("[A-Za-z0-9]{4,10}");
    }

    static Stream<String> hostileTexts() {
        return Stream.of(
                        "a.",
                        "1 ",
                        "1-",
                        "12-",
                        "1.",
                        "9",
                        "A1",
                        "a",
                        "+1 ",
                        "x@",
                        "http",
                        "www.",
                        "code ",
                        "1234 code ",
                        "*",
                        "A-",
                        " ",
                        "\n",
                        "是",
                        "a1-",
                        "(12) ",
                        "123 ")
                .map(piece -> piece.repeat(200_000));
    }

    @ParameterizedTest
    @MethodSource("hostileTexts")
    void an_endless_hostile_text_ends_soon(String text) {
        assertTimeoutPreemptively(SOON, () -> CodeExtractor.codeIn(text));
    }

    @Test
    void reads_no_further_than_a_long_message_goes() {
        var padding = "la ".repeat(CleanText.LONGEST);
        assertThat(CodeExtractor.codeIn("Your code is 482913. " + padding)).contains("482913");
        assertThat(CodeExtractor.codeIn(padding + "Your code is 482913")).isEmpty();
    }

    @Test
    void finds_nothing_in_nothing() {
        assertThat(CodeExtractor.codeIn("")).isEmpty();
        assertThat(CodeExtractor.codeIn(" \n\u200F")).isEmpty();
    }

    @Test
    void the_first_of_equal_codes_counts() {
        assertThat(CodeExtractor.codeIn("code 111222, code 333444")).contains("111222");
    }

    private static String anyPieces(RandomGenerator random) {
        var text = new StringBuilder();
        for (int i = random.nextInt(200); i > 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    private static String anyCharacters(RandomGenerator random) {
        var text = new StringBuilder();
        for (int i = random.nextInt(600); i > 0; i--) {
            int highest = random.nextBoolean() ? 128 : 0x10000;
            text.append((char) random.nextInt(highest));
        }
        return text.toString();
    }
}
