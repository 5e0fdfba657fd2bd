package com.nexnum.command.supply.protection;

import com.nexnum.command.supply.ActiveAnswer;
import com.nexnum.command.supply.BuyAnswer;
import com.nexnum.command.supply.CallOutcome;
import com.nexnum.command.supply.CancelAnswer;
import com.nexnum.command.supply.SmsAnswer;
import com.nexnum.command.supply.Supply.BalanceAnswer;
import com.nexnum.command.supply.Supply.NextSmsAnswer;
import com.nexnum.command.supply.Supply.PriceListAnswer;
import com.nexnum.command.supply.http.CallTrace;

/** What an answer tells about the provider that gave it. */
final class Verdict {

    private Verdict() {}

    static CallOutcome of(BuyAnswer answer, CallTrace trace) {
        return switch (answer) {
            case BuyAnswer.Bought _ -> CallOutcome.OK;
            case BuyAnswer.Unknown _ -> trace.useless();
            case BuyAnswer.Refused(var reason, _) ->
                    trace.isEmpty() ? CallOutcome.NOT_ASKED : of(reason, trace);
        };
    }

    private static CallOutcome of(BuyAnswer.Reason reason, CallTrace trace) {
        return switch (reason) {
            case NO_NUMBERS -> CallOutcome.NO_NUMBERS;
            case NO_PROVIDER_FUNDS -> CallOutcome.NO_PROVIDER_FUNDS;
            case PRICE_TOO_LOW -> CallOutcome.PRICE_TOO_LOW;
            case BAD_SERVICE -> CallOutcome.BAD_SERVICE;
            case BAD_COUNTRY -> CallOutcome.BAD_COUNTRY;
            case BAD_CREDENTIALS -> CallOutcome.BAD_CREDENTIALS;
            case BANNED -> CallOutcome.BANNED;
            case REFUSED -> CallOutcome.REFUSED;
            case CIRCUIT_OPEN -> CallOutcome.CIRCUIT_OPEN;
            case UNREACHABLE -> trace.useless();
            case RATE_LIMITED ->
                    trace.useless() == CallOutcome.NO_TURN
                            ? CallOutcome.NO_TURN
                            : CallOutcome.RATE_LIMITED;
        };
    }

    static CallOutcome of(SmsAnswer answer, CallTrace trace) {
        return useful(!(answer instanceof SmsAnswer.Unavailable), trace);
    }

    static CallOutcome of(CancelAnswer answer, CallTrace trace) {
        return useful(!(answer instanceof CancelAnswer.Unavailable), trace);
    }

    static CallOutcome of(NextSmsAnswer answer, CallTrace trace) {
        return useful(!(answer instanceof NextSmsAnswer.Unavailable), trace);
    }

    static CallOutcome of(ActiveAnswer answer, CallTrace trace) {
        return useful(answer instanceof ActiveAnswer.Active, trace);
    }

    static CallOutcome of(PriceListAnswer answer, CallTrace trace) {
        return useful(answer instanceof PriceListAnswer.PriceList, trace);
    }

    static CallOutcome of(BalanceAnswer answer, CallTrace trace) {
        return useful(answer instanceof BalanceAnswer.Balance, trace);
    }

    static CallOutcome ofCompletion(boolean done, CallTrace trace) {
        return useful(done, trace);
    }

    private static CallOutcome useful(boolean useful, CallTrace trace) {
        if (trace.isEmpty()) {
            return CallOutcome.NOT_ASKED;
        }
        return useful ? CallOutcome.OK : trace.useless();
    }
}
