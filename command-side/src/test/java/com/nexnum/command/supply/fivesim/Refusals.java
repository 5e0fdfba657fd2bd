package com.nexnum.command.supply.fivesim;

import com.nexnum.command.supply.BuyAnswer.Reason;
import com.nexnum.command.supply.http.UpstreamReply.Answer;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The sentences of 5sim that mean for certain that nothing was sold. */
final class Refusals {

    private static final Map<String, Reason> REASONS =
            Map.ofEntries(
                    Map.entry("no free phones", Reason.NO_NUMBERS),
                    Map.entry("server offline", Reason.NO_NUMBERS),
                    Map.entry("not enough user balance", Reason.NO_PROVIDER_FUNDS),
                    Map.entry("not enough rating", Reason.BANNED),
                    Map.entry("bad country", Reason.BAD_COUNTRY),
                    Map.entry("select country", Reason.BAD_COUNTRY),
                    Map.entry("country is incorrect", Reason.BAD_COUNTRY),
                    Map.entry("no product", Reason.BAD_SERVICE),
                    Map.entry("product is incorrect", Reason.BAD_SERVICE),
                    Map.entry("bad operator", Reason.REFUSED),
                    Map.entry("select operator", Reason.REFUSED),
                    Map.entry("api limit is 100 requests per second", Reason.RATE_LIMITED),
                    Map.entry("ip address limit is 100 requests per second", Reason.RATE_LIMITED));

    private Refusals() {}

    static @Nullable Reason of(Answer answer) {
        var known = REASONS.get(sentence(answer));
        if (known != null) {
            return known;
        }
        return switch (answer.status()) {
            case 401, 403 -> Reason.BAD_CREDENTIALS;
            case 429 -> Reason.RATE_LIMITED;
            default -> null;
        };
    }

    /** What a plain-text answer says, in small letters; a JSON string is read as its text. */
    static String sentence(Answer answer) {
        var body = answer.body().strip();
        var bare =
                body.length() > 1 && body.startsWith("\"") && body.endsWith("\"")
                        ? body.substring(1, body.length() - 1)
                        : body;
        return bare.toLowerCase(Locale.ROOT);
    }
}
