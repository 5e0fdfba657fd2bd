package com.nexnum.command.supply.smsactivate;

import com.nexnum.command.supply.BuyAnswer.Reason;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The words that mean for certain that nothing was sold. Words of trouble inside the provider
 * ({@code ERROR_SQL}, {@code SERVER_ERROR}) and {@code ORDER_ALREADY_EXISTS} are not among them.
 */
final class Refusals {

    private static final Map<String, Reason> REASONS =
            Map.ofEntries(
                    Map.entry("NO_NUMBERS", Reason.NO_NUMBERS),
                    Map.entry("OUT_OF_STOCK", Reason.NO_NUMBERS),
                    Map.entry("NOT_AVAILABLE", Reason.NO_NUMBERS),
                    Map.entry("SERVICE_NOT_AVAILABLE", Reason.NO_NUMBERS),
                    Map.entry("NO_BALANCE", Reason.NO_PROVIDER_FUNDS),
                    Map.entry("NO_BALANCE_FORWARD", Reason.NO_PROVIDER_FUNDS),
                    Map.entry("WRONG_MAX_PRICE", Reason.PRICE_TOO_LOW),
                    Map.entry("MAX_PRICE_EXCEEDED", Reason.PRICE_TOO_LOW),
                    Map.entry("BAD_SERVICE", Reason.BAD_SERVICE),
                    Map.entry("WRONG_SERVICE", Reason.BAD_SERVICE),
                    Map.entry("BAD_COUNTRY", Reason.BAD_COUNTRY),
                    Map.entry("WRONG_COUNTRY", Reason.BAD_COUNTRY),
                    Map.entry("SERVICE_UNAVAILABLE_REGION", Reason.BAD_COUNTRY),
                    Map.entry("BAD_KEY", Reason.BAD_CREDENTIALS),
                    Map.entry("NO_KEY", Reason.BAD_CREDENTIALS),
                    Map.entry("WRONG_SECURITY", Reason.BAD_CREDENTIALS),
                    Map.entry("BANNED", Reason.BANNED),
                    Map.entry("ACCOUNT_INACTIVE", Reason.BANNED),
                    Map.entry("RATE_LIMIT", Reason.RATE_LIMITED),
                    Map.entry("CHANNELS_LIMIT", Reason.RATE_LIMITED),
                    Map.entry("WRONG_OPERATOR", Reason.REFUSED),
                    Map.entry("WRONG_EXCEPTION_PHONE", Reason.REFUSED),
                    Map.entry("BAD_ACTION", Reason.REFUSED),
                    Map.entry("UNPROCESSABLE_ENTITY", Reason.REFUSED));

    private Refusals() {}

    static @Nullable Reason of(@Nullable Token token) {
        return token == null ? null : REASONS.get(token.name());
    }

    /**
     * For an answer without a word: only these say that the request was turned away at the door.
     */
    static @Nullable Reason of(int status) {
        return switch (status) {
            case 401, 403 -> Reason.BAD_CREDENTIALS;
            case 429 -> Reason.RATE_LIMITED;
            default -> null;
        };
    }
}
