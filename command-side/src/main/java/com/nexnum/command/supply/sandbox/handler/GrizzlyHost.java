package com.nexnum.command.supply.sandbox.handler;

import static com.nexnum.command.supply.sandbox.SandboxReply.dollars;
import static com.nexnum.command.supply.sandbox.SandboxReply.jsonAsHtml;

import com.nexnum.command.supply.Protocol;
import com.nexnum.command.supply.sandbox.Sale;
import com.nexnum.command.supply.sandbox.SandboxReply;
import com.nexnum.command.supply.sandbox.SandboxTime;
import com.nexnum.command.supply.sandbox.Shelf;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** GrizzlySMS: other names in a sale, two ways to cancel, and prices by sub-provider. */
public final class GrizzlyHost implements Host {

    public static final Protocol PROTOCOL = new Protocol("grizzlysms");

    @Override
    public Protocol protocol() {
        return PROTOCOL;
    }

    @Override
    public boolean cancelsBy(String status) {
        return status.equals("8") || status.equals("-1");
    }

    @Override
    public SandboxReply sold(Sale sale) {
        var sold = new LinkedHashMap<String, Object>();
        sold.put("activationId", String.valueOf(sale.id()));
        sold.put("phoneNumber", HandlerTables.digits(sale));
        sold.put("activationCost", dollars(sale.priceMicros()).toPlainString());
        sold.put("currency", HandlerTables.US_DOLLARS);
        sold.put("countryCode", sale.country().id());
        sold.put("canGetAnotherSms", true);
        sold.put("activationTime", SandboxTime.text(sale.boughtAt()));
        sold.put("activationCancel", SandboxTime.text(sale.boughtAt().plus(Duration.ofMinutes(5))));
        sold.put("activationEnd", SandboxTime.text(sale.endsAt()));
        sold.put("activationOperator", "any");
        return jsonAsHtml(sold);
    }

    @Override
    public String pricesAction() {
        return "getPricesV3";
    }

    @Override
    public Object priced(Shelf shelf) {
        var price = dollars(shelf.priceMicros());
        var dearer = dollars(shelf.priceMicros() * 2);
        var providers = new LinkedHashMap<String, Object>();
        providers.put("1021", provider(1021, shelf.stock(), List.of(price)));
        providers.put("1044", provider(1044, Math.min(5, shelf.stock()), List.of(dearer)));
        providers.put("1050", provider(1050, 0, List.of(price)));
        return Map.of("price", price, "count", shelf.stock(), "providers", providers);
    }

    private static Map<String, Object> provider(int id, int count, List<?> prices) {
        return Map.of("provider_id", id, "count", count, "price", prices);
    }
}
