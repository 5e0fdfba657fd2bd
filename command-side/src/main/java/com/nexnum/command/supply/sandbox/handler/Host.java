package com.nexnum.command.supply.sandbox.handler;

import static com.nexnum.command.supply.sandbox.SandboxReply.dollars;
import static com.nexnum.command.supply.sandbox.SandboxReply.jsonAsHtml;
import static com.nexnum.command.supply.sandbox.SandboxReply.text;

import com.nexnum.command.supply.Protocol;
import com.nexnum.command.supply.sandbox.Change;
import com.nexnum.command.supply.sandbox.Sale;
import com.nexnum.command.supply.sandbox.SandboxReply;
import com.nexnum.command.supply.sandbox.SandboxSms;
import com.nexnum.command.supply.sandbox.SandboxTime;
import com.nexnum.command.supply.sandbox.Shelf;
import java.util.LinkedHashMap;
import java.util.Map;

/** Where hosts of the family differ. What is written here is how the original does it. */
public interface Host {

    /** In whose order book it writes. */
    default Protocol protocol() {
        return Protocol.SMS_ACTIVATE;
    }

    /**
     * Something other than what was asked for.
     *
     * @param argument what belongs to the word; empty for nothing
     */
    default SandboxReply says(String word, String argument) {
        return text(argument.isEmpty() ? word : word + ":" + argument);
    }

    default String unknownService() {
        return "BAD_SERVICE";
    }

    default boolean knows(String action) {
        return true;
    }

    /** The word for a change of state that is not made. */
    default String refuses(Change change) {
        return switch (change) {
            case DONE -> "";
            case UNKNOWN -> "NO_ACTIVATION";
            case TOO_EARLY -> "EARLY_CANCEL_DENIED";
            case HAS_SMS, NO_SMS, NOT_NOW -> "BAD_STATUS";
        };
    }

    default boolean cancelsBy(String status) {
        return status.equals("8");
    }

    default SandboxReply sold(Sale sale) {
        var sold = new LinkedHashMap<String, Object>();
        sold.put("activationId", sale.id());
        sold.put("phoneNumber", HandlerTables.digits(sale));
        sold.put("activationCost", dollars(sale.priceMicros()));
        sold.put("currency", HandlerTables.US_DOLLARS);
        sold.put("countryCode", sale.country().id());
        sold.put("countryPhoneCode", sale.country().prefix());
        sold.put("canGetAnotherSms", "1");
        sold.put("activationTime", SandboxTime.text(sale.boughtAt()));
        sold.put("activationEndTime", SandboxTime.text(sale.endsAt()));
        sold.put("activationOperator", "any");
        return jsonAsHtml(sold);
    }

    default SandboxReply told(Sale sale, SandboxSms sms) {
        var told = new LinkedHashMap<String, Object>();
        told.put("dateTime", SandboxTime.text(sms.at()));
        told.put("code", sms.code());
        told.put("text", sms.text());
        return jsonAsHtml(Map.of("verificationType", 2, "sms", told));
    }

    default String pricesAction() {
        return "getPrices";
    }

    /** What stands in the price list for one service in one country. */
    default Object priced(Shelf shelf) {
        return Map.of(
                "cost", dollars(shelf.priceMicros()),
                "count", shelf.stock(),
                "physicalCount", shelf.stock());
    }
}
