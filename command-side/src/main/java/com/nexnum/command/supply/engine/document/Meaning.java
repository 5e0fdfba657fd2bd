package com.nexnum.command.supply.engine.document;

import com.nexnum.command.supply.BuyAnswer.Reason;
import com.nexnum.command.supply.CallOutcome;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a provider's word, sentence or status means, whatever the provider calls it.
 *
 * <p>For a purchase only those with a {@link #refusal()} say that nothing was sold; after any other
 * the outcome is open.
 */
public enum Meaning {
    NO_STOCK(Reason.NO_NUMBERS),
    NO_FUNDS_UPSTREAM(Reason.NO_PROVIDER_FUNDS),
    PRICE_TOO_LOW(Reason.PRICE_TOO_LOW),
    BAD_SERVICE(Reason.BAD_SERVICE),
    BAD_COUNTRY(Reason.BAD_COUNTRY),
    BAD_CREDENTIALS(Reason.BAD_CREDENTIALS),
    BANNED(Reason.BANNED),
    RATE_LIMITED(Reason.RATE_LIMITED),
    /** The provider does not do what was asked, and says so. */
    UNSUPPORTED(Reason.REFUSED),
    /** Turned away for any other reason that is certain. */
    REFUSED(Reason.REFUSED),
    /** The number is too young to be given back. */
    TOO_EARLY(null),
    HAS_SMS(null),
    NOT_FOUND(null),
    /** What was asked for is so already. */
    ALREADY_DONE(null),
    /** Said of several states; the number itself must be looked at. */
    UNCLEAR(null),
    /** No SMS yet, told as if it were an error. */
    PENDING(null),
    /** There is nothing to list. */
    NOTHING(null),
    /** Trouble at the provider that passes. */
    TEMPORARY(null),
    UNKNOWN_OUTCOME(null);

    private final @Nullable Reason refusal;

    Meaning(@Nullable Reason refusal) {
        this.refusal = refusal;
    }

    /** Why nothing was sold, where this says so for certain. */
    public Optional<Reason> refusal() {
        return Optional.ofNullable(refusal);
    }

    /** What it says about the provider: one that says no, clearly, works. */
    public CallOutcome outcome() {
        return switch (this) {
            case NO_STOCK -> CallOutcome.NO_NUMBERS;
            case NO_FUNDS_UPSTREAM -> CallOutcome.NO_PROVIDER_FUNDS;
            case PRICE_TOO_LOW -> CallOutcome.PRICE_TOO_LOW;
            case BAD_SERVICE -> CallOutcome.BAD_SERVICE;
            case BAD_COUNTRY -> CallOutcome.BAD_COUNTRY;
            case BAD_CREDENTIALS -> CallOutcome.BAD_CREDENTIALS;
            case BANNED -> CallOutcome.BANNED;
            case RATE_LIMITED -> CallOutcome.RATE_LIMITED;
            case TEMPORARY, UNKNOWN_OUTCOME -> CallOutcome.TROUBLE;
            case UNSUPPORTED,
                    REFUSED,
                    TOO_EARLY,
                    HAS_SMS,
                    NOT_FOUND,
                    ALREADY_DONE,
                    UNCLEAR,
                    PENDING,
                    NOTHING ->
                    CallOutcome.REFUSED;
        };
    }

    /** Whether nothing will work there until somebody mends it. */
    public boolean disablesProvider() {
        return this == BAD_CREDENTIALS || this == BANNED;
    }

    /** Whether asking the same again later can bring another answer. */
    public boolean passes() {
        return switch (this) {
            case TEMPORARY, UNKNOWN_OUTCOME, RATE_LIMITED, BANNED, BAD_CREDENTIALS -> true;
            default -> false;
        };
    }
}
