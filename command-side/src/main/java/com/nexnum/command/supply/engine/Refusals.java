package com.nexnum.command.supply.engine;

import com.nexnum.command.supply.BuyAnswer.Reason;
import com.nexnum.command.supply.BuyAnswer.Refused;
import com.nexnum.command.supply.engine.document.Endpoint;
import com.nexnum.command.supply.http.Unsent;
import com.nexnum.command.supply.http.UpstreamReply;
import com.nexnum.command.supply.http.UpstreamReply.Answer;
import com.nexnum.command.supply.http.UpstreamReply.Lost;
import com.nexnum.command.supply.http.UpstreamReply.NotSent;

/** Why nothing was bought, when what had to be known beforehand could not be learned. */
final class Refusals {

    private Refusals() {}

    /** For a call before the purchase: whatever came of it, nothing was sold. */
    static Refused beforehand(Exchange exchange, Endpoint endpoint, UpstreamReply reply) {
        return switch (reply) {
            case NotSent notSent -> Unsent.refusal(notSent);
            case Lost lost -> new Refused(Reason.UNREACHABLE, lost.why());
            case Answer _ -> new Refused(reason(exchange, endpoint, reply), exchange.why(reply));
        };
    }

    private static Reason reason(Exchange exchange, Endpoint endpoint, UpstreamReply reply) {
        var reading = exchange.read(endpoint, reply);
        return reading == null
                ? Reason.REFUSED
                : reading.meaning().flatMap(it -> it.meaning().refusal()).orElse(Reason.REFUSED);
    }
}
