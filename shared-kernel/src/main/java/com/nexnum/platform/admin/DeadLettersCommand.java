package com.nexnum.platform.admin;

import static com.nexnum.platform.admin.WebApi.part;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Events that wait because a processor could not handle them. */
@Command(
        name = "dead-letters",
        mixinStandardHelpOptions = true,
        description = "Events that wait because a processor could not handle them.")
final class DeadLettersCommand implements Runnable {

    private static final String PATH = "/admin/dead-letters";
    private static final int MOST = 100;

    private final NexnumAdmin tool;

    DeadLettersCommand(NexnumAdmin tool) {
        this.tool = tool;
    }

    @Override
    public void run() {
        throw tool.wrong("list, show, retry or discard?");
    }

    @Command(description = "Lists the first event of each sequence that waits.")
    int list(
            @Option(names = "--group", description = "Of one processor alone.")
                    @Nullable String group) {
        try (var api = tool.api()) {
            var cursor = "";
            do {
                var answer =
                        api.get(
                                PATH
                                        + "?limit="
                                        + MOST
                                        + (group == null ? "" : "&group=" + part(group))
                                        + (cursor.isEmpty() ? "" : "&cursor=" + part(cursor)));
                if (!tool.printedAsJson(answer)) {
                    for (var letter : answer.at("/items")) {
                        tool.out()
                                .printf(
                                        "%s  %s  %s  %s  behind %s, tried %s times: %s%n  id %s  event %s%n",
                                        letter.at("/group").asString(),
                                        letter.at("/sequence").asString(),
                                        letter.at("/eventName").asString(),
                                        letter.at("/since").asString(),
                                        letter.at("/behind").asString(),
                                        letter.at("/attempts").asString(),
                                        letter.at("/cause").asString("-"),
                                        letter.at("/id").asString(),
                                        letter.at("/eventId").asString());
                    }
                }
                cursor = answer.at("/nextCursor").asString("");
            } while (!cursor.isEmpty());
            return ExitCodes.OK;
        }
    }

    @Command(description = "Shows one event that waits, without what is sealed.")
    int show(@Parameters(paramLabel = "ID") String id) {
        try (var api = tool.api()) {
            var answer = api.get(PATH + "/" + part(id));
            tool.out().println(tool.json() ? answer.toString() : answer.toPrettyString());
            return ExitCodes.OK;
        }
    }

    @Command(description = "Tries a group again, or one event of it with its sequence.")
    int retry(
            @Parameters(paramLabel = "GROUP") String group,
            @Parameters(paramLabel = "EVENT", arity = "0..1") @Nullable String event) {
        try (var api = tool.api()) {
            var answer =
                    api.post(
                            PATH
                                    + "/"
                                    + part(group)
                                    + (event == null ? "" : "/" + part(event))
                                    + "/retry",
                            null);
            if (!tool.printedAsJson(answer)) {
                tool.out()
                        .println(answer.at("/sequences").asString() + " sequences are tried again");
            }
            return ExitCodes.OK;
        }
    }

    @Command(description = "Gives an event up for a group, for ever; what waits behind it goes on.")
    int discard(
            @Parameters(paramLabel = "GROUP") String group,
            @Parameters(paramLabel = "EVENT") String event,
            @Option(names = "--reason", required = true) String reason) {
        try (var api = tool.api()) {
            api.delete(PATH + "/" + part(group) + "/" + part(event) + "?reason=" + part(reason));
            tool.out().println(group + " never handles " + event);
            return ExitCodes.OK;
        }
    }
}
