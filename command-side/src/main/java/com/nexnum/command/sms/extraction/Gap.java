package com.nexnum.command.sms.extraction;

import java.util.List;

/** What stands between a telling word and a candidate. */
record Gap(String text, int from, int to, List<Span> introductions) {

    int length() {
        return to - from;
    }

    boolean isWithinSentence(int longest) {
        if (length() > longest) {
            return false;
        }
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            boolean stop = c == '.' && i + 1 < text.length() && text.charAt(i + 1) <= ' ';
            if (stop || "!?。！？؟।".indexOf(c) >= 0) {
                return false;
            }
        }
        return true;
    }

    boolean hasNoWord() {
        return Words.count(text, from, to) == 0;
    }

    /** Nothing but marks and words like "is". */
    boolean hasOnlyIntroductions() {
        int next = from;
        for (var word : introductions) {
            if (word.start() >= next && word.end() <= to) {
                if (Words.count(text, next, word.start()) > 0) {
                    return false;
                }
                next = word.end();
            }
        }
        return Words.count(text, next, to) == 0;
    }
}
