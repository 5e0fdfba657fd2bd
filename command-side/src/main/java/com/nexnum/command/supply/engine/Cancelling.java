package com.nexnum.command.supply.engine;

import com.nexnum.command.supply.CancelAnswer;
import com.nexnum.command.supply.SmsAnswer;
import com.nexnum.command.supply.engine.document.Endpoint;
import com.nexnum.command.supply.engine.document.Meaning;
import com.nexnum.command.supply.engine.reading.Reading;
import com.nexnum.kernel.supply.UpstreamId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives numbers back; where the answer leaves a doubt, the number itself is looked at. */
final class Cancelling {

    private static final String NO_ENDPOINT = "the provider takes no number back before its end";

    private final @Nullable Endpoint endpoint;
    private final Exchange exchange;
    private final Listening listening;

    Cancelling(@Nullable Endpoint endpoint, Exchange exchange, Listening listening) {
        this.endpoint = endpoint;
        this.exchange = exchange;
        this.listening = listening;
    }

    CancelAnswer of(UpstreamId id) {
        if (endpoint == null) {
            return lookedAt(id, null, NO_ENDPOINT);
        }
        var reply = exchange.ask(endpoint, Map.of("id", id.value()));
        var reading = exchange.read(endpoint, reply);
        if (reading == null) {
            return new CancelAnswer.Unavailable(exchange.why(reply));
        }
        if (reading.succeeds() && endpoint.success() != null) {
            return new CancelAnswer.Cancelled();
        }
        return switch (reading.meaning().map(Reading.Found::meaning).orElse(null)) {
            case Meaning.ALREADY_DONE -> new CancelAnswer.Cancelled();
            case Meaning.TOO_EARLY -> new CancelAnswer.TooEarly();
            case Meaning.HAS_SMS -> new CancelAnswer.HasSms();
            case Meaning.NOT_FOUND -> new CancelAnswer.NotFound();
            case Meaning.UNCLEAR -> lookedAt(id, endpoint, exchange.why(reply));
            case null, default -> new CancelAnswer.Unavailable(exchange.why(reply));
        };
    }

    private CancelAnswer lookedAt(UpstreamId id, @Nullable Endpoint asked, String why) {
        return switch (listening.of(id)) {
            case SmsAnswer.Cancelled _ -> new CancelAnswer.Cancelled();
            case SmsAnswer.Received _ -> new CancelAnswer.HasSms();
            case SmsAnswer.NotFound _ -> new CancelAnswer.NotFound();
            case SmsAnswer.Waiting _ -> stillOpen(id, asked, why);
            case SmsAnswer.Unavailable unavailable ->
                    new CancelAnswer.Unavailable(unavailable.why());
        };
    }

    /** It waits: for its first message, or for one more after those that it had. */
    private CancelAnswer stillOpen(UpstreamId id, @Nullable Endpoint asked, String why) {
        var confirm = asked == null ? null : asked.confirm();
        boolean hadOne = confirm != null && listening.holds(confirm, id);
        return hadOne ? new CancelAnswer.HasSms() : new CancelAnswer.Unavailable(why);
    }
}
