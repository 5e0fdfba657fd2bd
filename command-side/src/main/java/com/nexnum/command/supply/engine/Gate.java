package com.nexnum.command.supply.engine;

import com.nexnum.command.supply.engine.document.EndpointPace;
import com.nexnum.command.supply.http.UpstreamReply;
import com.nexnum.command.supply.http.UpstreamReply.Cause;
import com.nexnum.command.supply.http.UpstreamReply.NotSent;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Lets calls to one endpoint through at its own pace, in this process. */
final class Gate {

    private static final String NAME = "endpoint";

    private final @Nullable RateLimiter rate;
    private final @Nullable Bulkhead places;

    /**
     * @param patience how long a call waits for its turn at most
     */
    Gate(EndpointPace pace, Duration patience) {
        var calls = pace.callsPerMinute();
        var most = pace.maxConcurrentCalls();
        this.rate = calls == null ? null : RateLimiter.of(NAME, rate(calls, patience));
        this.places = most == null ? null : Bulkhead.of(NAME, places(most, patience));
    }

    /** Never more than so many within any minute that begins where the limiter's do. */
    private static RateLimiterConfig rate(int callsPerMinute, Duration patience) {
        return RateLimiterConfig.custom()
                .limitForPeriod(callsPerMinute)
                .limitRefreshPeriod(Duration.ofMinutes(1))
                .timeoutDuration(patience)
                .build();
    }

    private static BulkheadConfig places(int most, Duration patience) {
        return BulkheadConfig.custom().maxConcurrentCalls(most).maxWaitDuration(patience).build();
    }

    /** The call's reply; certainly not sent when its turn did not come in time. */
    UpstreamReply pass(Supplier<UpstreamReply> call) {
        if (places != null && !places.tryAcquirePermission()) {
            return new NotSent(Cause.NO_TURN, "as many calls of this kind are under way as may be");
        }
        try {
            return rate == null || rate.acquirePermission()
                    ? call.get()
                    : new NotSent(Cause.NO_TURN, "as many calls of this kind as a minute has");
        } finally {
            if (places != null) {
                places.releasePermission();
            }
        }
    }
}
