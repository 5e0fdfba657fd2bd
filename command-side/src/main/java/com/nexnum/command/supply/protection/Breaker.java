package com.nexnum.command.supply.protection;

import com.nexnum.command.supply.CallOutcome;
import com.nexnum.kernel.supply.ProviderSlug;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.StateTransition;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The breaker of one provider in this process. It judges the calls of this process by itself, says
 * what it finds, and follows what all processes agree on.
 */
final class Breaker {

    private static final ScopedValue<Boolean> FOLLOWS = ScopedValue.newInstance();

    private final Exception failed = new Failed();
    private final ProviderSlug provider;
    private final CircuitBreaker breaker;
    private final Clock clock;
    private final ReentrantLock following = new ReentrantLock();
    private final AtomicReference<@Nullable Finding> finding = new AtomicReference<>();
    private volatile AgreedCircuit agreed;
    private volatile CallOutcome lastFailure = CallOutcome.NO_ANSWER;

    /**
     * What this process found out by its calls.
     *
     * @param seen how many changes to the circuit were known then: whoever has seen more knows
     *     better
     * @param failing whether its calls fail; if not, they go well again
     */
    record Finding(long seen, boolean failing, String why) {}

    private static final class Failed extends Exception {
        Failed() {
            super("A call failed", null, false, false);
        }
    }

    /**
     * @param heard called with each finding's circuit, on the thread of a call: it must not wait
     */
    Breaker(ProviderSlug provider, CircuitProperties terms, Clock clock, Consumer<Breaker> heard) {
        this.provider = provider;
        this.clock = clock;
        this.agreed = AgreedCircuit.untouched(provider);
        this.breaker = CircuitBreaker.of(provider.value(), terms.breaker(clock));
        breaker.getEventPublisher()
                .onStateTransition(event -> turned(event.getStateTransition(), heard));
    }

    ProviderSlug provider() {
        return provider;
    }

    AgreedCircuit agreed() {
        return agreed;
    }

    /** Open until tried again; whoever asks after that may be the trial. */
    boolean isOpen() {
        return switch (agreed.state()) {
            case HELD_OPEN -> true;
            case HELD_CLOSED -> false;
            case OPEN, CLOSED -> breaker.getState() == State.OPEN && !waitIsOver(agreed);
        };
    }

    boolean isHalfOpen() {
        return !isOpen() && !agreed.isHeld() && breaker.getState() != State.CLOSED;
    }

    private boolean waitIsOver(AgreedCircuit known) {
        var until = known.until();
        return until != null && !clock.instant().isBefore(until);
    }

    /**
     * Asks for leave to make a call.
     *
     * @return the state in which it begins, to be shown at {@link #left}; empty when no call may be
     *     made
     */
    Optional<State> entered() {
        return breaker.tryAcquirePermission() ? Optional.of(breaker.getState()) : Optional.empty();
    }

    /** The call is over. One that began before the trial is no part of it. */
    void left(State begun, CallOutcome outcome, Duration took) {
        if (breaker.getState() == State.HALF_OPEN && begun != State.HALF_OPEN) {
            return;
        }
        if (!outcome.tells()) {
            breaker.releasePermission();
        } else if (outcome.isFailure()) {
            lastFailure = outcome;
            breaker.onError(took.toNanos(), TimeUnit.NANOSECONDS, failed);
        } else {
            breaker.onSuccess(took.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    private void turned(StateTransition transition, Consumer<Breaker> heard) {
        if (FOLLOWS.isBound()) {
            return;
        }
        switch (transition.getToState()) {
            case OPEN -> finding.set(new Finding(agreed.changes(), true, why()));
            case CLOSED -> finding.set(new Finding(agreed.changes(), false, ""));
            default -> {
                return;
            }
        }
        heard.accept(this);
    }

    /** In figures and words of ours; never the provider's. */
    private String why() {
        var measured = breaker.getMetrics();
        int failed = measured.getNumberOfFailedCalls();
        return "%d of %d calls failed%s, %d were slow"
                .formatted(
                        failed,
                        measured.getNumberOfBufferedCalls(),
                        failed == 0 ? "" : ", the last with " + lastFailure,
                        measured.getNumberOfSlowCalls());
    }

    /** What is still to be told to all. */
    @Nullable Finding finding() {
        return finding.get();
    }

    void told(Finding known) {
        finding.compareAndSet(known, null);
    }

    /** Does as all processes agreed, unless it does so already. */
    void follow(AgreedCircuit news) {
        following.lock();
        try {
            if (news.changes() > agreed.changes()) {
                agreed = news;
                finding.set(null);
                ScopedValue.where(FOLLOWS, true).run(() -> turnTo(news));
            }
        } finally {
            following.unlock();
        }
    }

    private void turnTo(AgreedCircuit news) {
        switch (news.state()) {
            case CLOSED -> breaker.transitionToClosedState();
            case OPEN -> openUntil(news.until());
            case HELD_OPEN -> breaker.transitionToForcedOpenState();
            case HELD_CLOSED -> breaker.transitionToDisabledState();
        }
    }

    private void openUntil(@Nullable Instant until) {
        if (until != null && until.isAfter(clock.instant())) {
            // The library tries again after that instant, everybody else from it on.
            breaker.transitionToOpenStateUntil(until.minusNanos(1));
        } else {
            breaker.transitionToOpenState();
            breaker.transitionToHalfOpenState();
        }
    }
}
