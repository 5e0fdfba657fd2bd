package com.nexnum.platform.admin;

import static com.nexnum.platform.admin.WebApi.part;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Follows a rebuild until it ends. */
final class RebuildWatch {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int CONNECTIONS = 10;

    private final NexnumAdmin tool;
    private final WebApi api;
    private final Bar bar;
    private String state = "";

    RebuildWatch(NexnumAdmin tool, WebApi api) {
        this.tool = tool;
        this.api = api;
        this.bar = new Bar(tool.out());
    }

    /** The exit code: 0 when it is done or paused, and 1 when it failed or was cancelled. */
    int until(String name) {
        var path = "/admin/projections/" + part(name) + "/rebuild/events";
        var ended = new boolean[1];
        for (var turn = 0; turn < CONNECTIONS && !ended[0]; turn++) {
            api.events(
                    path,
                    event -> {
                        show(JSON.readTree(event.data()));
                        ended[0] = event.type().equals("end");
                        return ended[0];
                    });
        }
        bar.end();
        if (!ended[0]) {
            throw new Refused("The stream broke off again and again", null);
        }
        return state.equals("FAILED") || state.equals("CANCELLED")
                ? ExitCodes.FAILED
                : ExitCodes.OK;
    }

    private void show(JsonNode rebuild) {
        state = rebuild.at("/state").asString("");
        if (tool.printedAsJson(rebuild)) {
            tool.out().flush();
            return;
        } else if (rebuild.isNull()) {
            tool.out().println("It was never rebuilt");
            return;
        }
        var over = state.equals("DONE");
        var target = rebuild.at("/target").asLong(0);
        bar.draw(
                over ? 1 : rebuild.at("/position").asLong(0),
                over ? 1 : target,
                "%s  %,d events  %s/s  %s%s"
                        .formatted(
                                state,
                                rebuild.at("/events").asLong(0),
                                rebuild.at("/eventsPerSecond").asString("-"),
                                rebuild.at("/etaSeconds").isNull()
                                        ? ""
                                        : "ETA " + rebuild.at("/etaSeconds").asString() + " s",
                                rebuild.at("/failure").isNull()
                                        ? ""
                                        : rebuild.at("/failure").asString()));
    }
}
