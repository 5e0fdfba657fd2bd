package com.nexnum.command.supply;

/** How a question to a provider ended, as far as that tells about the provider. */
public enum CallOutcome {
    OK(Weight.GOOD),
    NO_NUMBERS(Weight.GOOD),
    NO_PROVIDER_FUNDS(Weight.GOOD),
    PRICE_TOO_LOW(Weight.GOOD),
    BAD_SERVICE(Weight.GOOD),
    BAD_COUNTRY(Weight.GOOD),
    /** Of buying; numbers that are held go on. */
    BANNED(Weight.GOOD),
    /** It said no, clearly and for a reason of its own. */
    REFUSED(Weight.GOOD),

    /** It was asked, and what came back in time was not a whole answer. */
    NO_ANSWER(Weight.BAD),
    UNREACHABLE(Weight.BAD),
    /** HTTP 5xx without a word that is known. */
    SERVER_ERROR(Weight.BAD),
    /** An answer that means nothing. */
    UNREADABLE(Weight.BAD),
    RATE_LIMITED(Weight.BAD),
    /** It said that it has trouble. */
    TROUBLE(Weight.BAD),
    /** It does not take our key: no call will be of use until somebody sees to it. */
    BAD_CREDENTIALS(Weight.BAD),

    /** Our own limits left no room. */
    NO_TURN(Weight.NONE),
    CIRCUIT_OPEN(Weight.NONE),
    /** Nothing had to be sent to know the answer. */
    NOT_ASKED(Weight.NONE);

    private enum Weight {
        GOOD,
        BAD,
        NONE
    }

    private final Weight weight;

    CallOutcome(Weight weight) {
        this.weight = weight;
    }

    /** Whether it speaks against the provider; an empty shelf or purse does not. */
    public boolean isFailure() {
        return weight == Weight.BAD;
    }

    /** Whether the provider was asked, so that it tells anything at all. */
    public boolean tells() {
        return weight != Weight.NONE;
    }
}
