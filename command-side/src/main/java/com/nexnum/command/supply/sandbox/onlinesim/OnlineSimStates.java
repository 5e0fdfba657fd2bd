package com.nexnum.command.supply.sandbox.onlinesim;

import static com.nexnum.command.supply.sandbox.SandboxReply.dollars;
import static com.nexnum.command.supply.sandbox.SandboxReply.json;

import com.nexnum.command.supply.sandbox.Sale;
import com.nexnum.command.supply.sandbox.SandboxCountry;
import com.nexnum.command.supply.sandbox.SandboxMarket;
import com.nexnum.command.supply.sandbox.SandboxReply;
import com.nexnum.command.supply.sandbox.SandboxRequest;
import com.nexnum.command.supply.sandbox.SandboxSms;
import com.nexnum.command.supply.sandbox.Shelf;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How OnlineSIM writes operations and what it has. */
final class OnlineSimStates {

    private static final String NONE = "";

    private final SandboxMarket market;

    OnlineSimStates(SandboxMarket market) {
        this.market = market;
    }

    /** Its word for a country: the calling code, or one of its own where several share that. */
    static String word(SandboxCountry country) {
        return switch (country.iso()) {
            case "KZ" -> "77";
            case "CA" -> NONE;
            default -> country.prefix();
        };
    }

    static Optional<SandboxCountry> country(String word) {
        return SandboxCountry.first(it -> !word.isEmpty() && word(it).equals(word));
    }

    SandboxReply of(Sale sale, SandboxRequest request) {
        boolean codes = request.parameter("message_to_code").equals("1");
        boolean list = request.parameter("msg_list").equals("1");
        var arrived = sale.arrived(market.now());
        var state = state(sale, arrived);
        if (list) {
            state.put(
                    "msg",
                    arrived.isEmpty()
                            ? false
                            : arrived.stream().map(sms -> message(sale, sms, codes)).toList());
        }
        return json(List.of(state));
    }

    SandboxReply active() {
        var open = market.sales(OnlineSimApi.PROTOCOL).stream().filter(Sale::isOpen).toList();
        return open.isEmpty()
                ? OnlineSimApi.says("ERROR_NO_OPERATIONS")
                : json(open.stream().map(sale -> state(sale, sale.arrived(market.now()))).toList());
    }

    private static Map<String, Object> message(Sale sale, SandboxSms sms, boolean codes) {
        return Map.of("service", sale.service().slug(), "msg", codes ? sms.code() : sms.text());
    }

    private Map<String, Object> state(Sale sale, List<SandboxSms> arrived) {
        var left = Duration.between(market.now(), sale.endsAt()).toSeconds();
        var state = new LinkedHashMap<String, Object>();
        state.put("country", Integer.valueOf(word(sale.country())));
        state.put("sum", dollars(sale.priceMicros()));
        state.put("service", sale.service().slug());
        state.put("number", sale.number().value());
        state.put("response", response(sale, arrived));
        state.put("tzid", sale.id());
        state.put("time", Math.max(0, left));
        state.put("form", "index");
        state.put("msg", arrived.isEmpty() ? false : arrived.getLast().text());
        return state;
    }

    private String response(Sale sale, List<SandboxSms> arrived) {
        return switch (sale.state()) {
            case OPEN ->
                    arrived.isEmpty() || sale.awaitsAnother(market.now())
                            ? "TZ_NUM_WAIT"
                            : "TZ_NUM_ANSWER";
            case FINISHED -> "TZ_OVER_OK";
            case CANCELLED, EXPIRED -> "TZ_OVER_EMPTY";
        };
    }

    SandboxReply stats(String wanted) {
        var services = new LinkedHashMap<SandboxCountry, Map<String, Object>>();
        for (var shelf : market.shelves()) {
            services.computeIfAbsent(shelf.country(), _ -> new LinkedHashMap<>())
                    .put("service_" + shelf.service().slug(), offered(shelf));
        }
        var all = new LinkedHashMap<String, Object>();
        services.forEach((country, offered) -> {
            if (!word(country).equals(NONE)) {
                all.put(word(country), place(country, offered));
            }
        });
        if (wanted.equals("all")) {
            return json(all);
        }
        var one = all.get(wanted);
        return one == null ? OnlineSimApi.says("UNDEFINED_COUNTRY") : json(one);
    }

    private static Map<String, Object> place(SandboxCountry country, Map<String, Object> services) {
        var place = new LinkedHashMap<String, Object>();
        place.put("name", country.name());
        place.put("position", 1);
        place.put("code", Integer.valueOf(word(country)));
        place.put("new", false);
        place.put("enabled", true);
        place.put("services", services);
        return place;
    }

    private static Map<String, Object> offered(Shelf shelf) {
        var offered = new LinkedHashMap<String, Object>();
        offered.put("count", shelf.stock());
        offered.put("price", dollars(shelf.priceMicros()).toPlainString());
        offered.put("service", shelf.service().name());
        offered.put("slug", shelf.service().slug());
        return offered;
    }
}
