package com.nexnum.command.sms.extraction;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Words of many languages, from resources whose lines read {@code language: word, word*, *word}; a
 * star stands for any beginning or ending of the word.
 */
final class WordList {

    static final WordList CODES = read("/sms/code-words.txt");
    static final WordList ACTIONS = read("/sms/action-words.txt");
    static final WordList REFERENCES = read("/sms/reference-words.txt");
    static final WordList INTRODUCTIONS = read("/sms/introducing-words.txt");

    private final List<Entry> entries;

    private WordList(List<Entry> entries) {
        this.entries = entries;
    }

    /** Where the words stand in a text of lower-case letters, in order. */
    List<Span> in(String lowerCase) {
        var spans = new ArrayList<Span>();
        for (var entry : entries) {
            int at = lowerCase.indexOf(entry.word);
            while (at >= 0) {
                int end = at + entry.word.length();
                if (entry.standsAt(lowerCase, at)) {
                    spans.add(new Span(at, entry.wholeWordEnd(lowerCase, end)));
                }
                at = lowerCase.indexOf(entry.word, end);
            }
        }
        spans.sort(Comparator.comparingInt(Span::start).thenComparingInt(Span::end));
        return List.copyOf(spans);
    }

    private static WordList read(String resource) {
        try (var stream = WordList.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("No resource " + resource);
            }
            var lines = new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines();
            return new WordList(
                    lines.map(line -> line.substring(line.indexOf(':') + 1))
                            .flatMap(words -> Stream.of(words.split(",", -1)))
                            .map(String::strip)
                            .filter(word -> !word.isEmpty())
                            .map(Entry::of)
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Entry(String word, boolean anyBeginning, boolean anyEnding) {

        static Entry of(String written) {
            var word = CleanText.lowerCase(CleanText.of(written.replace("*", "")));
            return new Entry(word, written.startsWith("*"), written.endsWith("*"));
        }

        boolean standsAt(String text, int at) {
            int end = at + word.length();
            boolean begins = anyBeginning || !bothContinue(text, at);
            return begins && (anyEnding || !bothContinue(text, end));
        }

        int wholeWordEnd(String text, int end) {
            int whole = end;
            while (anyEnding && bothContinue(text, whole)) {
                whole++;
            }
            return whole;
        }

        private static boolean bothContinue(String text, int place) {
            return Words.continueAt(text, place - 1) && Words.continueAt(text, place);
        }
    }
}
