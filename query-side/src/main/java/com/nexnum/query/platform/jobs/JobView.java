package com.nexnum.query.platform.jobs;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One piece of long work.
 *
 * @param request what was asked for
 * @param result what came out; null unless it is done
 * @param failure why it failed
 */
public record JobView(
        String id,
        JobStatus status,
        String requestedBy,
        Instant requestedAt,
        Instant startedAt,
        @Nullable Instant endedAt,
        Progress progress,
        JsonNode request,
        @Nullable JsonNode result,
        @Nullable String failure) {

    JobView interrupted() {
        return new JobView(
                id,
                JobStatus.INTERRUPTED,
                requestedBy,
                requestedAt,
                startedAt,
                endedAt,
                new Progress(progress.done(), progress.total(), null),
                request,
                result,
                failure);
    }

    /**
     * How far it is.
     *
     * @param secondsLeft at the pace so far; null when that is not known, or nothing is left
     */
    public record Progress(long done, long total, @Nullable Long secondsLeft) {

        static Progress of(long done, long total, Duration spent, boolean running) {
            var left =
                    !running || done <= 0 || total < done
                            ? null
                            : Math.round(spent.toMillis() / 1e3 / done * (total - done));
            return new Progress(done, total, left);
        }
    }
}
