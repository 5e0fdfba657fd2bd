package com.nexnum.command.supply.engine;

import com.nexnum.command.supply.engine.document.Endpoint;
import com.nexnum.command.supply.engine.document.Meaning;
import com.nexnum.command.supply.engine.reading.Reading;
import com.nexnum.kernel.supply.UpstreamId;
import java.util.Map;

/** Asks a provider to change something about a number that can be asked for again. */
final class Changing {

    private final Exchange exchange;
    private final Listening listening;

    Changing(Exchange exchange, Listening listening) {
        this.exchange = exchange;
        this.listening = listening;
    }

    /**
     * @param isCertain whether a no is the provider's last word
     */
    record Asked(boolean isDone, boolean isCertain, String why) {}

    /** Where the endpoint has a second request, that is made once the first says yes. */
    Asked ask(Endpoint endpoint, UpstreamId id) {
        var variables = Map.of("id", id.value());
        var reply = exchange.ask(endpoint, variables);
        var reading = exchange.read(endpoint, reply);
        if (reading == null) {
            return new Asked(false, false, exchange.why(reply));
        }
        if (reading.succeeds()) {
            var follow = endpoint.follow();
            return follow == null ? new Asked(true, true, "") : ask(follow, id);
        }
        var meaning = reading.meaning().map(Reading.Found::meaning).orElse(null);
        boolean done =
                meaning == Meaning.ALREADY_DONE
                        || (meaning == Meaning.UNCLEAR
                                && endpoint.confirm() != null
                                && listening.holds(endpoint.confirm(), id));
        return new Asked(done, meaning != null && !meaning.passes(), exchange.why(reply));
    }
}
