package com.nexnum.faults;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The places where this process may die: before and after each of its commits. A commit is called
 * after what it changes, since its number differs from run to run.
 */
final class Points {

    /** Begins a line that speaks of a commit, in the output of the process. */
    static final String COMMITS = "@@ commits ";

    /** Answers an order. */
    static final String OBEYED = "@@ obeyed ";

    private record Armed(Side side, String commit) {}

    private final AtomicReference<@Nullable Armed> armed = new AtomicReference<>();
    private volatile boolean telling;

    /** {@code tell}, {@code die BEFORE commit name} or {@code live}. */
    void obey(String order) {
        var words = order.split(" ", 3);
        switch (words[0]) {
            case "tell" -> telling = true;
            case "die" -> armed.set(new Armed(Side.valueOf(words[1]), words[2]));
            default -> {
                telling = false;
                armed.set(null);
            }
        }
        System.out.println(OBEYED + order);
    }

    void before(String commit) {
        if (telling) {
            System.out.println(COMMITS + commit);
        }
        dieIfArmed(new Armed(Side.BEFORE, commit));
    }

    void after(String commit) {
        dieIfArmed(new Armed(Side.AFTER, commit));
    }

    /** No shutdown hook, no finally block, no flush: as {@code kill -9}, but to the point. */
    private void dieIfArmed(Armed here) {
        if (here.equals(armed.get())) {
            Runtime.getRuntime().halt(137);
        }
    }
}
