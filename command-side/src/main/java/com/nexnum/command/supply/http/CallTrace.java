package com.nexnum.command.supply.http;

import com.nexnum.command.supply.CallOutcome;
import com.nexnum.command.supply.http.UpstreamReply.Answer;
import com.nexnum.command.supply.http.UpstreamReply.Lost;
import com.nexnum.command.supply.http.UpstreamReply.NotSent;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What one question to a provider came to on the wire: a question may take several calls, and an
 * answer that is of no use does not tell why. Who makes the calls leaves his notes here, if the
 * thread has a trace.
 */
public final class CallTrace {

    private static final ScopedValue<CallTrace> OF_THREAD = ScopedValue.newInstance();

    private long began;
    private long longestNanos;
    private @Nullable UpstreamReply last;
    private @Nullable Supplier<Optional<CallOutcome>> reading;

    /** Asks, and follows the calls that this thread makes for it. */
    public <T> T of(Supplier<T> question) {
        return ScopedValue.where(OF_THREAD, this).call(question::get);
    }

    /** A call has its turn and goes out now. */
    static void begins() {
        if (OF_THREAD.isBound()) {
            OF_THREAD.get().began = System.nanoTime();
        }
    }

    static void ends(UpstreamReply reply) {
        if (OF_THREAD.isBound()) {
            OF_THREAD.get().note(reply);
        }
    }

    /**
     * @param reading what the last answer means by the provider's own words, if anything; asked
     *     only when the answer is of no use
     */
    public static void reads(Supplier<Optional<CallOutcome>> reading) {
        if (OF_THREAD.isBound()) {
            OF_THREAD.get().reading = reading;
        }
    }

    private void note(UpstreamReply reply) {
        last = reply;
        reading = null;
        if (began != 0) {
            longestNanos = Math.max(longestNanos, System.nanoTime() - began);
            began = 0;
        }
    }

    /** Whether anything went out, or was to. */
    public boolean isEmpty() {
        return last == null;
    }

    /** How long the longest of the calls took, without the wait for its turn. */
    public Duration longest() {
        return Duration.ofNanos(longestNanos);
    }

    /** Why the answer is of no use. */
    public CallOutcome useless() {
        return switch (last) {
            case null -> CallOutcome.NOT_ASKED;
            case NotSent notSent ->
                    switch (notSent.cause()) {
                        case NO_TURN -> CallOutcome.NO_TURN;
                        case UNREACHABLE -> CallOutcome.UNREACHABLE;
                        case TURNED_AWAY -> CallOutcome.BAD_CREDENTIALS;
                    };
            case Lost _ -> CallOutcome.NO_ANSWER;
            case Answer answer -> meaning().orElseGet(() -> byStatus(answer.status()));
        };
    }

    private Optional<CallOutcome> meaning() {
        return reading == null ? Optional.empty() : reading.get();
    }

    private static CallOutcome byStatus(int status) {
        return switch (status) {
            case 401, 403 -> CallOutcome.BAD_CREDENTIALS;
            case 429 -> CallOutcome.RATE_LIMITED;
            default -> status >= 500 ? CallOutcome.SERVER_ERROR : CallOutcome.UNREADABLE;
        };
    }
}
