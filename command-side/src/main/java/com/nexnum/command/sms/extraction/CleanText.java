package com.nexnum.command.sms.extraction;

import java.text.Normalizer;

/** One spelling for what senders write in many: digits of any script, spaces, hyphens, marks. */
final class CleanText {

    /** In UTF-16 units; more than ten joined SMS hold. */
    static final int LONGEST = 2_000;

    private static final int KEYCAP = 0x20E3;
    private static final int MINUS_SIGN = 0x2212;

    private CleanText() {}

    static String of(String text) {
        var capped = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        var clean = new StringBuilder(capped.length());
        Normalizer.normalize(capped, Normalizer.Form.NFC)
                .codePoints()
                .forEach(codePoint -> append(clean, codePoint));
        return clean.toString();
    }

    /** Of the same length, so that places in one are places in the other. */
    static String lowerCase(String clean) {
        var lower = new StringBuilder(clean);
        for (int i = 0; i < lower.length(); i++) {
            lower.setCharAt(i, Character.toLowerCase(lower.charAt(i)));
        }
        return lower.toString();
    }

    private static void append(StringBuilder clean, int codePoint) {
        switch (Character.getType(codePoint)) {
            case Character.DECIMAL_DIGIT_NUMBER -> clean.append(Character.digit(codePoint, 10));
            case Character.DASH_PUNCTUATION -> clean.append('-');
            case Character.SPACE_SEPARATOR -> clean.append(' ');
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> clean.append('\n');
            case Character.FORMAT -> {} // direction marks, zero-width characters, soft hyphens
            case Character.CONTROL -> clean.append(codePoint == '\t' ? ' ' : '\n');
            default -> appendOther(clean, codePoint);
        }
    }

    private static void appendOther(StringBuilder clean, int codePoint) {
        boolean emojiMark = isBetween(codePoint, 0xFE00, 0xFE0F) || codePoint == KEYCAP;
        boolean fullWidthLetter =
                isBetween(codePoint, 0xFF21, 0xFF3A) || isBetween(codePoint, 0xFF41, 0xFF5A);
        if (fullWidthLetter) {
            clean.append((char) (codePoint - 0xFEE0));
        } else if (codePoint == MINUS_SIGN) {
            clean.append('-');
        } else if (!emojiMark) {
            clean.appendCodePoint(codePoint);
        }
    }

    private static boolean isBetween(int codePoint, int first, int last) {
        return first <= codePoint && codePoint <= last;
    }
}
