package com.nexnum.command.supply.sandbox.onlinesim;

import static com.nexnum.command.supply.sandbox.SandboxReply.dollars;
import static com.nexnum.command.supply.sandbox.SandboxReply.json;

import com.nexnum.command.supply.Protocol;
import com.nexnum.command.supply.sandbox.Api;
import com.nexnum.command.supply.sandbox.Call;
import com.nexnum.command.supply.sandbox.Purchase;
import com.nexnum.command.supply.sandbox.Sale;
import com.nexnum.command.supply.sandbox.SandboxMarket;
import com.nexnum.command.supply.sandbox.SandboxReply;
import com.nexnum.command.supply.sandbox.SandboxRequest;
import com.nexnum.command.supply.sandbox.SandboxService;
import com.nexnum.command.supply.sandbox.Wish;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** OnlineSIM: countries by calling code, states as lists, no limit to a price and no cancelling. */
public final class OnlineSimApi implements Api {

    public static final Protocol PROTOCOL = new Protocol("onlinesim");

    private static final SandboxReply WRONG_TZID = says("ERROR_WRONG_TZID");

    private final SandboxMarket market;
    private final String apiKey;
    private final OnlineSimStates states;

    public OnlineSimApi(SandboxMarket market, String apiKey) {
        this.market = market;
        this.apiKey = apiKey;
        this.states = new OnlineSimStates(market);
    }

    @Override
    public Call kind(SandboxRequest request) {
        boolean one = !request.parameter("tzid").isEmpty();
        return switch (request.segment(1)) {
            case "getNum.php" -> Call.BUY;
            case "getState.php" -> one ? Call.STATUS : Call.ACTIVE;
            case "setOperationOk.php", "setOperationRevise.php" -> Call.CHANGE;
            case "getNumbersStats.php" ->
                    request.parameter("country").equals("all") ? Call.PRICES : Call.OTHER;
            case "getBalance.php" -> Call.BALANCE;
            default -> Call.OTHER;
        };
    }

    @Override
    public SandboxReply answer(SandboxRequest request) {
        var key = request.parameter("apikey");
        if (!key.equals(apiKey)) {
            return says(key.isEmpty() ? "ERROR_NO_KEY" : "ERROR_WRONG_KEY");
        }
        return switch (request.segment(1)) {
            case "getNum.php" -> buy(request);
            case "getState.php" ->
                    request.parameter("tzid").isEmpty()
                            ? states.active()
                            : operation(request, sale -> states.of(sale, request));
            case "setOperationOk.php" -> operation(request, this::closed);
            case "setOperationRevise.php" -> operation(request, this::revised);
            case "getNumbersStats.php" -> states.stats(request.parameter("country"));
            case "getBalance.php" -> balance();
            default -> says("REQUEST_NOT_FOUND");
        };
    }

    static SandboxReply says(Object response) {
        return json(Map.of("response", response));
    }

    private SandboxReply balance() {
        var told = new LinkedHashMap<String, Object>();
        told.put("response", "1");
        told.put("balance", dollars(market.balanceMicros()).toPlainString());
        told.put("zbalance", 0);
        return json(told);
    }

    private SandboxReply buy(SandboxRequest request) {
        var slug = request.parameter("service");
        var service = SandboxService.first(it -> it.slug().equals(slug)).orElse(null);
        var country = OnlineSimStates.country(request.parameter("country")).orElse(null);
        if (service == null) {
            return says("ERROR_NO_SERVICE");
        }
        if (country == null) {
            return says("UNDEFINED_COUNTRY");
        }
        return switch (market.buy(Wish.of(service, country, null, PROTOCOL))) {
            case Purchase.Sold(var sale) -> sold(sale, request);
            case Purchase.NoNumbers _, Purchase.TooCheap _ -> says("NO_NUMBER");
            case Purchase.NoBalance _ -> says("WARNING_LOW_BALANCE");
            case Purchase.Repeated _ -> says("DUPLICATE_OPERATION");
        };
    }

    private static SandboxReply sold(Sale sale, SandboxRequest request) {
        var sold = new LinkedHashMap<String, Object>();
        sold.put("response", 1);
        sold.put("tzid", sale.id());
        if (!request.parameter("number").isEmpty()) {
            sold.put("number", sale.number().value());
        }
        return json(sold);
    }

    private SandboxReply operation(SandboxRequest request, Function<Sale, SandboxReply> what) {
        return market.find(request.parameter("tzid")).map(what).orElse(WRONG_TZID);
    }

    private SandboxReply closed(Sale sale) {
        return switch (market.finish(sale.id())) {
            case DONE -> done(sale);
            case NO_SMS -> closedEmpty(sale);
            case UNKNOWN, TOO_EARLY, HAS_SMS, NOT_NOW -> WRONG_TZID;
        };
    }

    private SandboxReply closedEmpty(Sale sale) {
        return switch (market.cancel(sale.id())) {
            case DONE -> done(sale);
            case TOO_EARLY -> says("NO_COMPLETE_TZID");
            case UNKNOWN, HAS_SMS, NO_SMS, NOT_NOW -> WRONG_TZID;
        };
    }

    private SandboxReply revised(Sale sale) {
        if (sale.awaitsAnother(market.now())) {
            return done(sale);
        }
        return switch (market.another(sale.id())) {
            case DONE -> done(sale);
            default -> WRONG_TZID;
        };
    }

    private static SandboxReply done(Sale sale) {
        return json(Map.of("response", 1, "tzid", sale.id()));
    }
}
