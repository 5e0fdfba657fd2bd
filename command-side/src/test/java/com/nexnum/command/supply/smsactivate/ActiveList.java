package com.nexnum.command.supply.smsactivate;

import com.nexnum.command.supply.ActiveAnswer;
import com.nexnum.command.supply.ActiveAnswer.Active;
import com.nexnum.command.supply.ActiveAnswer.Held;
import com.nexnum.command.supply.ActiveAnswer.Unavailable;
import com.nexnum.command.supply.CodeBook;
import com.nexnum.command.supply.http.Upstream;
import com.nexnum.command.supply.http.UpstreamReply.Answer;
import com.nexnum.command.supply.http.UpstreamSettings;
import com.nexnum.kernel.catalog.CountryCode;
import com.nexnum.kernel.catalog.ServiceCode;
import com.nexnum.kernel.supply.UpstreamId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads the list of active numbers, page by page. One entry that cannot be read makes the whole
 * list unavailable: a number missing from it would be taken for one that was never bought.
 */
final class ActiveList {

    private static final int PAGE = 100;
    private static final int MOST_PAGES = 100;

    private final Handler handler;
    private final UpstreamSettings settings;
    private final CodeBook codes;

    ActiveList(Handler handler, UpstreamSettings settings, CodeBook codes) {
        this.handler = handler;
        this.settings = settings;
        this.codes = codes;
    }

    ActiveAnswer read() {
        var held = new LinkedHashMap<UpstreamId, Held>();
        for (int page = 0; page < MOST_PAGES; page++) {
            var window = Map.of("start", String.valueOf(page * PAGE), "limit", "" + PAGE);
            var reply = handler.read("getActiveActivations", window);
            var token = Handler.token(reply);
            if (token != null && token.name().equals("NO_ACTIVATIONS")) {
                return new Active(List.copyOf(held.values()));
            }
            var json = reply instanceof Answer answer ? Upstream.json(answer.body()) : null;
            var entries = json == null ? null : json.get("activeActivations");
            if (entries == null || !entries.isArray()) {
                return new Unavailable(handler.why(reply));
            }
            int before = held.size();
            for (var entry : entries) {
                var one = held(entry);
                if (one == null) {
                    return new Unavailable("an active number that cannot be read");
                }
                held.put(one.id(), one);
            }
            // A host that ignores the window sends the same page again.
            if (entries.size() < PAGE || held.size() == before) {
                return new Active(List.copyOf(held.values()));
            }
        }
        return new Unavailable("more than " + MOST_PAGES * PAGE + " active numbers");
    }

    private @Nullable Held held(JsonNode entry) {
        var id = Upstream.id(entry.get("activationId"));
        var number = Upstream.phone(entry.get("phoneNumber"));
        if (id == null || number == null) {
            return null;
        }
        var service = Upstream.text(entry.get("serviceCode"));
        var country = Upstream.text(entry.get("countryCode"));
        return new Held(
                id,
                number,
                service == null
                        ? null
                        : codes.service(service).map(ServiceCode::value).orElse(null),
                country == null
                        ? null
                        : codes.country(country).map(CountryCode::value).orElse(null),
                Sold.cost(entry, settings.tariff()),
                Upstream.time(entry.get("activationTime"), settings.terms().zone()),
                Upstream.text(entry.get("orderId")));
    }
}
