package com.nexnum.command.supply;

import com.nexnum.kernel.catalog.CountryCode;
import com.nexnum.kernel.catalog.ServiceCode;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.supply.UpstreamId;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What an adapter makes of an answer, in a line. */
final class Told {

    private static final UpstreamId ID = new UpstreamId("4711");

    private Told() {}

    /** Asks for whatsapp numbers of the US for 2 dollars at most, or for the number 4711. */
    static String of(String call, Supply supply) {
        return switch (call) {
            case "buy" ->
                    told(
                            supply.buy(
                                    new ServiceCode("whatsapp"),
                                    new CountryCode("US"),
                                    Money.usd("2.00"),
                                    "ref-1"));
            case "sms" -> told(supply.sms(ID));
            case "cancel" -> word(supply.cancel(ID));
            case "complete" -> supply.complete(ID) ? "completed" : "not completed";
            case "nextSms" -> word(supply.nextSms(ID));
            case "active" -> told(supply.active());
            case "prices" -> told(supply.priceList());
            case "balance" -> told(supply.balance());
            default -> throw new IllegalArgumentException(call);
        };
    }

    private static String word(Object answer) {
        return answer.getClass().getSimpleName();
    }

    private static String told(BuyAnswer answer) {
        return switch (answer) {
            case BuyAnswer.Bought it -> "bought " + it.id() + " " + it.number() + " " + it.cost();
            case BuyAnswer.Refused it -> "refused " + it.reason();
            case BuyAnswer.Unknown _ -> "unknown";
        };
    }

    private static String told(SmsAnswer answer) {
        return answer instanceof SmsAnswer.Received received
                ? lines(received.messages(), it -> it.text() + " [" + it.code() + "]")
                : answer.getClass().getSimpleName();
    }

    private static String told(ActiveAnswer answer) {
        return answer instanceof ActiveAnswer.Active active
                ? lines(
                        active.numbers(),
                        it ->
                                it.id()
                                        + " "
                                        + it.number()
                                        + " "
                                        + it.service()
                                        + "/"
                                        + it.country()
                                        + " "
                                        + it.cost()
                                        + " "
                                        + it.boughtAt())
                : "Unavailable";
    }

    private static String told(Supply.PriceListAnswer answer) {
        return answer instanceof Supply.PriceListAnswer.PriceList list
                ? lines(
                        list.offers(),
                        it ->
                                it.service()
                                        + "/"
                                        + it.country()
                                        + " "
                                        + it.cost()
                                        + " x"
                                        + it.stock())
                : "Unavailable";
    }

    private static String told(Supply.BalanceAnswer answer) {
        return answer instanceof Supply.BalanceAnswer.Balance balance
                ? balance.amount().toString()
                : "Unavailable";
    }

    private static <T> String lines(List<T> all, Function<T, String> line) {
        return all.stream().map(line).collect(Collectors.joining("; "));
    }
}
