package com.nexnum.command.sms.extraction;

import java.util.Comparator;
import java.util.Optional;

/**
 * Finds the one-time code in a real SMS, or says that there is none.
 *
 * <p>What is certainly no code (links, money, dates, phone numbers) is hidden first. What then
 * looks like a code is a candidate, and every {@link Clue} around it adds to or takes from its
 * score. The best candidate is the code when it is convincing enough. No pattern backtracks without
 * bound and nothing beyond {@value CleanText#LONGEST} characters is read, so that the most hostile
 * text costs milliseconds.
 */
public final class CodeExtractor {

    private static final int CONVINCING = 50;

    /** Of equals, the one that stands first. */
    private static final Comparator<Judged> BEST =
            Comparator.comparingInt(Judged::score)
                    .thenComparingInt(judged -> -judged.candidate().span().start());

    private CodeExtractor() {}

    /**
     * @return 4 to 10 letters and digits: the code as it is typed into a form: ASCII, groups joined
     *     ({@code 123-456} becomes {@code 123456}), the sender's mark dropped ({@code G-123456}
     *     becomes {@code 123456}), letters in the case of the message
     */
    public static Optional<String> codeIn(String text) {
        var message = Message.of(text);
        return CodeShape.candidatesIn(message.text()).stream()
                .map(candidate -> new Judged(candidate, Clue.score(candidate, message)))
                .filter(judged -> judged.score() >= CONVINCING)
                .max(BEST)
                .map(judged -> judged.candidate().code());
    }

    private record Judged(Candidate candidate, int score) {}
}
