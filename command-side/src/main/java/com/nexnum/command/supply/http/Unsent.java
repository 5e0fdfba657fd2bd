package com.nexnum.command.supply.http;

import com.nexnum.command.supply.BuyAnswer;
import com.nexnum.command.supply.BuyAnswer.Reason;

/** What it means for a purchase that its request was never sent: certainly nothing was sold. */
public final class Unsent {

    private Unsent() {}

    public static BuyAnswer.Refused refusal(UpstreamReply.NotSent reply) {
        var reason =
                switch (reply.cause()) {
                    case NO_TURN -> Reason.RATE_LIMITED;
                    case UNREACHABLE -> Reason.UNREACHABLE;
                    case TURNED_AWAY -> Reason.BAD_CREDENTIALS;
                };
        return new BuyAnswer.Refused(reason, reply.why());
    }
}
