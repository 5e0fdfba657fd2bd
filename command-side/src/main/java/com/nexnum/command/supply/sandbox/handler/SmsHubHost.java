package com.nexnum.command.supply.sandbox.handler;

import static com.nexnum.command.supply.sandbox.SandboxReply.dollars;

import com.nexnum.command.supply.Protocol;
import com.nexnum.command.supply.sandbox.Shelf;
import java.util.LinkedHashMap;
import java.util.Set;

/** SMSHub: text only, its own word for a service it does not sell, and prices that count. */
public final class SmsHubHost implements Host {

    public static final Protocol PROTOCOL = new Protocol("smshub");

    private static final Set<String> UNKNOWN = Set.of("getNumberV2", "getStatusV2");

    @Override
    public Protocol protocol() {
        return PROTOCOL;
    }

    @Override
    public String unknownService() {
        return "WRONG_SERVICE";
    }

    @Override
    public boolean knows(String action) {
        return !UNKNOWN.contains(action);
    }

    @Override
    public Object priced(Shelf shelf) {
        var counts = new LinkedHashMap<String, Integer>();
        counts.put(dollars(shelf.priceMicros()).toPlainString(), shelf.stock());
        counts.put(dollars(shelf.priceMicros() * 3).toPlainString(), Math.min(4, shelf.stock()));
        return counts;
    }
}
