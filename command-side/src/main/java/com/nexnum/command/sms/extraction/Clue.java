package com.nexnum.command.sms.extraction;

import java.util.List;
import java.util.function.BiPredicate;

/** Reasons to believe, or to doubt, that a candidate is the code, and how much each one weighs. */
enum Clue {
    /** "Your code for Acme is 123456". */
    AFTER_CODE_WORD(30, (it, in) -> before(it, in.codeWords(), in, 80)),
    /** "code: 123456", "code is 123456". */
    RIGHT_AFTER_CODE_WORD(20, Clue::followsDirectly),
    /** "123456 is your Acme code". */
    BEFORE_CODE_WORD(35, Clue::precedesCodeWord),
    CODE_WORD_SOMEWHERE(25, (it, in) -> it.shape().hasOnlyDigits() && !in.codeWords().isEmpty()),
    /** "123456 to confirm your login". */
    NEAR_ACTION_WORD(20, Clue::standsByActionWord),
    /** "is 123456", "enter 123456". */
    INTRODUCED(15, (it, in) -> before(it, in.introductions(), in, 4) && !afterColon(it, in)),
    AFTER_COLON(25, Clue::afterColon),
    WHOLE_MESSAGE(40, (it, in) -> in.wordsBeside(it.span(), all(in)) == 0),
    ALMOST_WHOLE_MESSAGE(25, (it, in) -> in.wordsBeside(it.span(), all(in)) <= 2),
    OWN_LINE(25, (it, in) -> in.wordsBeside(it.span(), in.lineOf(it.span())) == 0),
    OPENS_MESSAGE(10, (it, in) -> it.span().start() == 0),
    SIX_DIGITS(3, (it, in) -> it.shape().hasOnlyDigits() && it.code().length() == 6),
    /** "@example.com #123456", which browsers fill in. */
    BOUND_TO_DOMAIN(60, Clue::isBoundToDomain),
    /** "order #123456", "ticket 123456". */
    REFERENCE(-80, Clue::followsReferenceWord),
    YEAR(-40, (it, in) -> it.looksLikeYear());

    private final int weight;

    @SuppressWarnings("ImmutableEnumChecker") // the rules are pure functions
    private final BiPredicate<Candidate, Message> speaks;

    Clue(int weight, BiPredicate<Candidate, Message> speaks) {
        this.weight = weight;
        this.speaks = speaks;
    }

    static int score(Candidate candidate, Message message) {
        int score = candidate.shape().weight();
        for (var clue : values()) {
            score += clue.speaks.test(candidate, message) ? clue.weight : 0;
        }
        return score;
    }

    private static boolean before(Candidate it, List<Span> words, Message in, int longest) {
        return words.stream()
                .filter(word -> word.end() <= it.span().start())
                .anyMatch(word -> in.gap(word.end(), it.span().start()).isWithinSentence(longest));
    }

    private static boolean after(Candidate it, List<Span> words, Message in, int longest) {
        return words.stream()
                .filter(word -> word.start() >= it.span().end())
                .anyMatch(word -> in.gap(it.span().end(), word.start()).isWithinSentence(longest));
    }

    private static boolean followsDirectly(Candidate it, Message in) {
        return in.codeWords().stream()
                .filter(word -> word.end() <= it.span().start())
                .map(word -> in.gap(word.end(), it.span().start()))
                .anyMatch(gap -> gap.isWithinSentence(20) && gap.hasOnlyIntroductions());
    }

    /** In the middle of a line, "F1TV code" names a thing and no code. */
    private static boolean precedesCodeWord(Candidate it, Message in) {
        var beginsLine = in.gap(in.lineOf(it.span()).start(), it.span().start()).hasNoWord();
        return (it.shape().hasOnlyDigits() || beginsLine) && after(it, in.codeWords(), in, 60);
    }

    private static boolean standsByActionWord(Candidate it, Message in) {
        return before(it, in.actionWords(), in, 60) || after(it, in.actionWords(), in, 60);
    }

    private static boolean afterColon(Candidate it, Message in) {
        int last = it.span().start() - 1;
        while (last >= 0 && " \n*_\"'«“「(".indexOf(in.text().charAt(last)) >= 0) {
            last--;
        }
        return last >= 0 && ":：=>】]".indexOf(in.text().charAt(last)) >= 0;
    }

    private static boolean isBoundToDomain(Candidate it, Message in) {
        int start = it.span().start();
        var line = in.lineOf(it.span());
        return start > line.start()
                && in.text().charAt(start - 1) == '#'
                && in.text().charAt(line.start()) == '@';
    }

    private static boolean followsReferenceWord(Candidate it, Message in) {
        return in.referenceWords().stream()
                .filter(word -> word.end() <= it.span().start())
                .map(word -> in.gap(word.end(), it.span().start()))
                .anyMatch(gap -> gap.length() <= 6 && gap.hasNoWord());
    }

    private static Span all(Message in) {
        return new Span(0, in.text().length());
    }
}
