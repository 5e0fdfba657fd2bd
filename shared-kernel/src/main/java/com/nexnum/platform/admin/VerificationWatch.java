package com.nexnum.platform.admin;

import java.time.Duration;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Starts a verification and follows it to its end. */
final class VerificationWatch {

    private static final String PATH = "/audit/verifications";
    private static final Set<String> GOING = Set.of("QUEUED", "WAITING", "RUNNING");
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(300);

    private final NexnumAdmin tool;
    private final WebApi api;
    private final Bar bar;

    VerificationWatch(NexnumAdmin tool, WebApi api) {
        this.tool = tool;
        this.api = api;
        this.bar = new Bar(tool.out());
    }

    /**
     * The exit code: 0 when nothing is wrong, 1 when it came to no end, 3 when a break was found.
     */
    int run() {
        var job = api.post(PATH, "{}");
        var id = job.at("/id").asString();
        while (GOING.contains(job.at("/status").asString())) {
            if (!tool.json()) {
                bar.draw(
                        job.at("/progress/done").asLong(0),
                        job.at("/progress/total").asLong(0),
                        "%,d entries".formatted(job.at("/progress/done").asLong(0)));
            }
            rest();
            job = api.get(PATH + "/" + WebApi.part(id));
        }
        bar.end();
        tool.printedAsJson(job);
        return verdict(job);
    }

    private int verdict(JsonNode job) {
        var result = job.at("/result");
        if (!result.isObject()) {
            throw new Refused(
                    "The verification is %s: %s"
                            .formatted(
                                    job.at("/status").asString(),
                                    job.at("/failure").asString("no result")),
                    tool.json() ? job.toString() : null);
        }
        var intact = result.at("/intact").asBoolean();
        if (!tool.json()) {
            tool.out()
                    .printf(
                            "%,d entries verified, head hash %s, %s%n",
                            result.at("/entriesVerified").asLong(),
                            result.at("/headHash").asString("-"),
                            intact ? "nothing wrong" : "first break: " + result.at("/firstBreak"));
        }
        return intact ? ExitCodes.OK : ExitCodes.BREAK_FOUND;
    }

    private static void rest() {
        try {
            Thread.sleep(BETWEEN_LOOKS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused("Interrupted", null);
        }
    }
}
