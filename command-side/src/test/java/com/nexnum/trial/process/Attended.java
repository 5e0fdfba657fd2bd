package com.nexnum.trial.process;

import com.nexnum.command.CommandSide;

/** NexNum as it runs for customers; only that it does not outlive the test that started it. */
final class Attended {

    public static void main(String[] arguments) {
        var _ =
                ProcessHandle.current()
                        .parent()
                        .orElseThrow()
                        .onExit()
                        .thenRun(() -> Runtime.getRuntime().halt(1));
        CommandSide.main(arguments);
    }

    private Attended() {}
}
