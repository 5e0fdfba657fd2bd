package com.nexnum.command.supply.providers.given;

import com.nexnum.command.supply.engine.document.Meaning;
import com.nexnum.command.supply.engine.document.State;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What others call the states of numbers and the reasons of refusals. */
final class GivenWords {

    private static final Map<String, State> STATES = new HashMap<>();
    private static final Map<String, Meaning> MEANINGS = new HashMap<>();

    static {
        states(
                State.WAITING,
                "WAITING",
                "PENDING",
                "WAIT",
                "RETRY",
                "WAIT_RETRY",
                "WAIT_RESEND",
                "PROCESSING",
                "COMPLETED",
                "FINISHED");
        states(State.RECEIVED, "RECEIVED", "OK", "SUCCESS", "SMS_RECEIVED");
        states(
                State.CANCELLED,
                "CANCELLED",
                "CANCELED",
                "CANCEL",
                "EXPIRED",
                "TIMEOUT",
                "REFUNDED",
                "BANNED");
        states(State.NOT_FOUND, "NOT_FOUND", "UNKNOWN");
        for (var meaning : Meaning.values()) {
            MEANINGS.put(meaning.name(), meaning);
        }
        meanings(Meaning.NO_STOCK, "NO_NUMBERS", "OUT_OF_STOCK", "NO_NUMBER", "NOT_AVAILABLE");
        meanings(
                Meaning.NO_FUNDS_UPSTREAM,
                "NO_BALANCE",
                "INSUFFICIENT_FUNDS",
                "INSUFFICIENT_BALANCE",
                "NO_FUNDS");
        meanings(
                Meaning.BAD_CREDENTIALS,
                "BAD_KEY",
                "NO_KEY",
                "INVALID_KEY",
                "INVALID_API_KEY",
                "UNAUTHORIZED",
                "AUTH_ERROR",
                "AUTH_FAILED");
        meanings(Meaning.BAD_SERVICE, "WRONG_SERVICE", "INVALID_SERVICE");
        meanings(Meaning.BAD_COUNTRY, "WRONG_COUNTRY", "INVALID_COUNTRY");
        meanings(Meaning.PRICE_TOO_LOW, "WRONG_MAX_PRICE", "MAX_PRICE_EXCEEDED");
        meanings(Meaning.RATE_LIMITED, "RATE_LIMIT", "TOO_MANY_REQUESTS", "CHANNELS_LIMIT");
        meanings(Meaning.BANNED, "ACCOUNT_BANNED", "ACCOUNT_INACTIVE", "BLOCKED");
        meanings(Meaning.UNSUPPORTED, "BAD_ACTION", "NOT_SUPPORTED");
        meanings(Meaning.REFUSED, "BAD_REQUEST", "INVALID_REQUEST", "WRONG_OPERATOR");
        meanings(
                Meaning.NOT_FOUND,
                "NO_ACTIVATION",
                "WRONG_ACTIVATION_ID",
                "INVALID_ID",
                "ORDER_NOT_FOUND",
                "NUMBER_NOT_FOUND");
        meanings(Meaning.TOO_EARLY, "EARLY_CANCEL_DENIED", "CANCEL_TOO_EARLY");
        meanings(Meaning.HAS_SMS, "SMS_RECEIVED", "ALREADY_RECEIVED");
        meanings(
                Meaning.ALREADY_DONE,
                "CANCELLED",
                "CANCELED",
                "ALREADY_CANCELLED",
                "ALREADY_CANCELED",
                "ALREADY_FINISHED");
        meanings(Meaning.PENDING, "WAIT_SMS", "WAITING", "STATUS_WAIT_CODE");
        meanings(Meaning.UNCLEAR, "BAD_STATUS");
        meanings(
                Meaning.TEMPORARY,
                "SERVER_ERROR",
                "ERROR_SQL",
                "INTERNAL_ERROR",
                "SERVICE_UNAVAILABLE",
                "TIMEOUT");
    }

    private GivenWords() {}

    private static void states(State state, String... words) {
        for (var word : words) {
            STATES.put(word, state);
        }
    }

    private static void meanings(Meaning meaning, String... words) {
        for (var word : words) {
            MEANINGS.put(word, meaning);
        }
    }

    static @Nullable State state(String word) {
        return STATES.get(word.toUpperCase(Locale.ROOT));
    }

    static @Nullable Meaning meaning(String word) {
        return MEANINGS.get(word.toUpperCase(Locale.ROOT).replace(' ', '_'));
    }
}
