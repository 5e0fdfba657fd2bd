package com.nexnum.command.sms.extraction;

import java.util.List;

/**
 * A cleaned message and the places of the words that tell about codes.
 *
 * @param text with everything hidden that is certainly no code
 * @param codeWords where it says "code", "PIN", "код", "验证码"
 * @param actionWords where it says "confirm", "log in"
 * @param referenceWords where it says "order", "ticket", "promo code"
 * @param introductions where it says "is", "enter"
 */
record Message(
        String text,
        List<Span> codeWords,
        List<Span> actionWords,
        List<Span> referenceWords,
        List<Span> introductions) {

    static Message of(String original) {
        var text = Noise.hiddenIn(CleanText.of(original).strip());
        var lower = CleanText.lowerCase(text);
        var references = WordList.REFERENCES.in(lower);
        var codes =
                WordList.CODES.in(lower).stream()
                        .filter(code -> references.stream().noneMatch(code::overlaps))
                        .toList();
        return new Message(
                text,
                codes,
                WordList.ACTIONS.in(lower),
                references,
                WordList.INTRODUCTIONS.in(lower));
    }

    /** What stands between two places. */
    Gap gap(int from, int to) {
        return new Gap(text, from, to, introductions);
    }

    /** The line that holds a span. */
    Span lineOf(Span span) {
        int end = text.indexOf('\n', span.end());
        int start = text.lastIndexOf('\n', span.start()) + 1;
        return new Span(start, end < 0 ? text.length() : end);
    }

    /** How many words a stretch has beside the span in it. */
    int wordsBeside(Span span, Span stretch) {
        return Words.count(text, stretch.start(), span.start())
                + Words.count(text, span.end(), stretch.end());
    }
}
