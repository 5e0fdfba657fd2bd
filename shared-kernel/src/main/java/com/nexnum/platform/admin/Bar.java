package com.nexnum.platform.admin;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Optional;

/** A line that is drawn over and over on a terminal, and each time anew elsewhere. */
final class Bar {

    private static final int WIDTH = 30;

    private final PrintWriter out;
    private final boolean terminal;
    private String drawn = "";

    Bar(PrintWriter out) {
        this(out, onTerminal());
    }

    Bar(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** Without one there is no console, or, in some Java, one that says so. */
    static boolean onTerminal() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    }

    /**
     * @param all 0 when it is not known
     */
    void draw(long done, long all, String text) {
        var percent = all <= 0 ? 0 : (int) Math.min(100, Math.max(0, done) * 100 / all);
        var full = percent * WIDTH / 100;
        var line =
                "[%s%s] %3d %% %s"
                        .formatted("#".repeat(full), "-".repeat(WIDTH - full), percent, text);
        if (line.equals(drawn)) {
            return;
        }
        drawn = line;
        if (terminal) {
            out.print("\r\u001b[K" + line);
        } else {
            out.println(line);
        }
        out.flush();
    }

    /** The line stays as it is. */
    void end() {
        if (terminal && !drawn.isEmpty()) {
            out.println();
        }
        out.flush();
    }
}
