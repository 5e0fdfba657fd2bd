package com.nexnum.command.sms.extraction;

import java.lang.Character.UnicodeScript;
import java.util.Set;

/** What a word is, in scripts that part words by spaces and in those that do not. */
final class Words {

    private static final Set<UnicodeScript> WITHOUT_SPACES =
            Set.of(
                    UnicodeScript.HAN,
                    UnicodeScript.HIRAGANA,
                    UnicodeScript.KATAKANA,
                    UnicodeScript.THAI,
                    UnicodeScript.LAO,
                    UnicodeScript.KHMER,
                    UnicodeScript.MYANMAR);

    private Words() {}

    /** Whether the character at a place continues a word of a script with spaces. */
    static boolean continueAt(String text, int place) {
        return place >= 0
                && place < text.length()
                && isPartOfWord(text.charAt(place))
                && !WITHOUT_SPACES.contains(UnicodeScript.of(text.charAt(place)));
    }

    /** Each letter of a script without spaces counts as a word. */
    static int count(String text, int from, int to) {
        int words = 0;
        for (int i = from; i < to; i++) {
            if (isPartOfWord(text.charAt(i))
                    && (i == from || !continueAt(text, i) || !continueAt(text, i - 1))) {
                words++;
            }
        }
        return words;
    }

    private static boolean isPartOfWord(char c) {
        return Character.isLetter(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.COMBINING_SPACING_MARK;
    }
}
