package com.nexnum.platform.admin;

import static com.nexnum.platform.admin.WebApi.part;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Projections: how far they are, and building them anew. */
@Command(
        name = "projections",
        mixinStandardHelpOptions = true,
        description = "How far projections are, and building them anew.")
final class ProjectionsCommand implements Runnable {

    private static final String PATH = "/admin/projections/";
    private static final String ROW = "%-16s %-10s %10s %8s %6s %9s %7s  %s%n";

    private final NexnumAdmin tool;

    ProjectionsCommand(NexnumAdmin tool) {
        this.tool = tool;
    }

    @Override
    public void run() {
        throw tool.wrong(
                "list, status, rebuild, pause, resume, cancel, rollback, drop-previous or reset?");
    }

    @Command(description = "Lists everything that follows events.")
    int list() {
        try (var api = tool.api()) {
            var answer = api.get("/admin/projections");
            if (!tool.printedAsJson(answer)) {
                tool.out()
                        .printf(
                                ROW,
                                "name",
                                "kind",
                                "position",
                                "lag",
                                "age s",
                                "events/s",
                                "letters",
                                "rebuild");
                answer.at("/items").forEach(this::row);
            }
            return ExitCodes.OK;
        }
    }

    @Command(description = "Shows one; with --watch the progress of its rebuild until that ends.")
    int status(
            @Parameters(paramLabel = "NAME") String name,
            @Option(names = "--watch", description = "Follows its rebuild.") boolean watch) {
        try (var api = tool.api()) {
            return watch
                    ? new RebuildWatch(tool, api).until(name)
                    : show(api.get(PATH + part(name)));
        }
    }

    @Command(description = "Builds one anew beside the live rows, which serve until then.")
    int rebuild(
            @Parameters(paramLabel = "NAME") String name,
            @Option(names = "--dry-run", description = "Only says how long it would take.")
                    boolean dryRun,
            @Option(names = "--watch", description = "Follows it until it ends.") boolean watch) {
        try (var api = tool.api()) {
            if (dryRun) {
                return estimate(api.post(PATH + part(name) + "/rebuild?dryRun=true", null));
            }
            var answer = api.post(PATH + part(name) + "/rebuild", null);
            return watch ? new RebuildWatch(tool, api).until(name) : show(answer);
        }
    }

    @Command(description = "Pauses a rebuild; what is done stays.")
    int pause(@Parameters(paramLabel = "NAME") String name) {
        return change(name, "/rebuild/pause");
    }

    @Command(description = "Goes on with a paused rebuild.")
    int resume(@Parameters(paramLabel = "NAME") String name) {
        return change(name, "/rebuild/resume");
    }

    @Command(description = "Cancels a rebuild; nothing of it is left.")
    int cancel(@Parameters(paramLabel = "NAME") String name) {
        return change(name, "/rebuild/cancel");
    }

    @Command(description = "The rows before the last rebuild serve again.")
    int rollback(@Parameters(paramLabel = "NAME") String name) {
        return change(name, "/rollback");
    }

    @Command(name = "drop-previous", description = "Drops the rows before the last rebuild.")
    int dropPrevious(@Parameters(paramLabel = "NAME") String name) {
        return change(name, "/drop-previous");
    }

    @Command(
            description =
                    "Puts one back to a position, in two steps: without --confirm it only says what would happen.")
    int reset(
            @Parameters(paramLabel = "NAME") String name,
            @Option(names = "--to", required = true, paramLabel = "POSITION") long position,
            @Option(names = "--confirm", paramLabel = "TOKEN") @Nullable String confirm) {
        try (var api = tool.api()) {
            var body =
                    confirm == null
                            ? "{\"position\":%d}".formatted(position)
                            : "{\"position\":%d,\"confirm\":\"%s\"}"
                                    .formatted(position, confirm.replaceAll("[^A-Za-z0-9_-]", ""));
            var answer = api.post(PATH + part(name) + "/reset", body);
            if (!tool.printedAsJson(answer)) {
                tool.out()
                        .println(
                                confirm == null
                                        ? question(answer)
                                        : name + " is put back to " + position);
            }
            return ExitCodes.OK;
        }
    }

    private static String question(JsonNode answer) {
        return "%,d events would be handled again, and readers see old answers until they are. Confirm until %s:%n  projections reset %s --to %s --confirm %s"
                .formatted(
                        answer.at("/events").asLong(),
                        answer.at("/expiresAt").asString(),
                        answer.at("/name").asString(),
                        answer.at("/position").asString(),
                        answer.at("/confirm").asString());
    }

    private int change(String name, String path) {
        try (var api = tool.api()) {
            return show(api.post(PATH + part(name) + path, null));
        }
    }

    private int estimate(JsonNode answer) {
        if (!tool.printedAsJson(answer)) {
            tool.out()
                    .printf(
                            "%s: %,d events, %,d MB, %s%n",
                            answer.at("/name").asString(),
                            answer.at("/events").asLong(),
                            answer.at("/bytes").asLong() / 1_000_000,
                            answer.at("/seconds").isNull()
                                    ? "nothing was measured yet"
                                    : "about %,d s at %,d events/s"
                                            .formatted(
                                                    answer.at("/seconds").asLong(),
                                                    answer.at("/eventsPerSecond").asLong()));
        }
        return ExitCodes.OK;
    }

    private int show(JsonNode one) {
        if (!tool.printedAsJson(one)) {
            tool.out()
                    .printf(
                            ROW,
                            "name",
                            "kind",
                            "position",
                            "lag",
                            "age s",
                            "events/s",
                            "letters",
                            "rebuild");
            row(one);
            one.at("/segments")
                    .forEach(segment ->
                            tool.out()
                                    .printf(
                                            "  segment %s at %s by %s%n",
                                            segment.at("/segment").asString(),
                                            segment.at("/position").asString("-"),
                                            segment.at("/owner").asString("nobody")));
        }
        return ExitCodes.OK;
    }

    private void row(JsonNode one) {
        tool.out()
                .printf(
                        ROW,
                        one.at("/name").asString(),
                        one.at("/kind").asString().toLowerCase(Locale.ROOT),
                        one.at("/position").asString("-"),
                        one.at("/lag").asString(),
                        one.at("/lagSeconds").asString(),
                        one.at("/eventsPerSecond").asString("-"),
                        one.at("/deadLetters").asString(),
                        one.at("/rebuild/state").asString("-"));
    }
}
