package com.nexnum.platform.signal;

import java.nio.charset.StandardCharsets;

/**
 * One thing said.
 *
 * @param topic a word without spaces
 * @param detail one line, or empty
 */
record Signal(String topic, String detail) {

    static Signal of(String line) {
        int space = line.indexOf(' ');
        return space < 0
                ? new Signal(line, "")
                : new Signal(line.substring(0, space), line.substring(space + 1));
    }

    String line() {
        return detail.isEmpty() ? topic : topic + " " + detail;
    }

    /** With the line break behind it. */
    int bytes() {
        return line().getBytes(StandardCharsets.UTF_8).length + 1;
    }
}
