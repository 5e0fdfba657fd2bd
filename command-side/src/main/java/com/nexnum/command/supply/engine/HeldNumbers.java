package com.nexnum.command.supply.engine;

import com.nexnum.command.supply.ActiveAnswer;
import com.nexnum.command.supply.ActiveAnswer.Active;
import com.nexnum.command.supply.ActiveAnswer.Held;
import com.nexnum.command.supply.ActiveAnswer.Unavailable;
import com.nexnum.command.supply.CodeBook;
import com.nexnum.command.supply.engine.document.Endpoint;
import com.nexnum.command.supply.engine.document.Meaning;
import com.nexnum.command.supply.engine.document.Paging;
import com.nexnum.command.supply.engine.document.ProviderDocument;
import com.nexnum.command.supply.engine.expression.Scope;
import com.nexnum.command.supply.engine.reading.Reading;
import com.nexnum.command.supply.engine.reading.Values;
import com.nexnum.command.supply.http.Tariff;
import com.nexnum.kernel.catalog.CountryCode;
import com.nexnum.kernel.catalog.ServiceCode;
import com.nexnum.kernel.supply.UpstreamId;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the list of active numbers, page by page. One entry that cannot be read makes the whole
 * list unavailable: a number missing from it would be taken for one that was never bought.
 */
final class HeldNumbers {

    private static final int MOST_PAGES = 100;

    private final ProviderDocument document;
    private final Endpoint endpoint;
    private final Exchange exchange;
    private final CodeBook codes;
    private final Tariff tariff;
    private final Clock clock;

    HeldNumbers(
            ProviderDocument document,
            Endpoint endpoint,
            Exchange exchange,
            CodeBook codes,
            Tariff tariff,
            Clock clock) {
        this.document = document;
        this.endpoint = endpoint;
        this.exchange = exchange;
        this.codes = codes;
        this.tariff = tariff;
        this.clock = clock;
    }

    ActiveAnswer read() {
        var held = new LinkedHashMap<UpstreamId, Held>();
        var seen = new HashSet<UpstreamId>();
        var paging = endpoint.paging();
        String link = null;
        for (int page = 0; page < MOST_PAGES; page++) {
            var reply =
                    link == null
                            ? exchange.ask(endpoint, window(paging, page))
                            : exchange.ask(endpoint.at(link), Map.of());
            var reading = exchange.read(endpoint, reply);
            if (reading == null) {
                return new Unavailable(exchange.why(reply));
            }
            var listed = endpoint.rows() == null ? null : endpoint.rows().in(reading.scope());
            var rows = reading.succeeds() && listed instanceof List<?> list ? list : null;
            if (rows == null) {
                return isNothing(reading)
                        ? new Active(List.copyOf(held.values()))
                        : new Unavailable(exchange.why(reply));
            }
            boolean anyNew = false;
            boolean anyYoung = false;
            for (var row : rows) {
                var scope = reading.scope().at(row);
                var one = held(reading, scope);
                if (one == null) {
                    return new Unavailable("an active number that cannot be read");
                }
                anyNew |= seen.add(one.id());
                anyYoung |= !isTooOld(one.boughtAt());
                if (endpoint.keep() == null || endpoint.keep().holdsIn(scope)) {
                    held.put(one.id(), one);
                }
            }
            link = paging == null ? null : nextLink(paging, reading);
            if (paging == null
                    || !isMore(paging, link, rows.size())
                    || (paging.newestFirst() && !anyYoung)) {
                return new Active(List.copyOf(held.values()));
            }
            if (!anyNew) {
                // Who ignores the window has sent all, or as much as it sends at once.
                return rows.size() > paging.size()
                        ? new Active(List.copyOf(held.values()))
                        : new Unavailable("a page of active numbers that came again");
            }
        }
        return new Unavailable("more than " + MOST_PAGES + " pages of active numbers");
    }

    private static boolean isNothing(Reading reading) {
        return reading.meaning().filter(it -> it.meaning() == Meaning.NOTHING).isPresent();
    }

    private static @Nullable String nextLink(Paging paging, Reading reading) {
        return paging.next() == null ? null : Values.text(paging.next().in(reading.scope()));
    }

    private static boolean isMore(Paging paging, @Nullable String link, int rows) {
        return paging.next() == null ? rows >= paging.size() : link != null;
    }

    private boolean isTooOld(@Nullable Instant boughtAt) {
        var bound = clock.instant().minus(document.terms().lifetime().multipliedBy(3));
        return boughtAt != null && boughtAt.isBefore(bound);
    }

    private static Map<String, String> window(@Nullable Paging paging, int page) {
        return paging == null
                ? Map.of()
                : Map.of(
                        "offset", String.valueOf(page * paging.size()),
                        "page", String.valueOf(paging.firstPage() + page),
                        "limit", String.valueOf(paging.size()));
    }

    /** Told, or reckoned from its end. */
    private @Nullable Instant boughtAt(Reading reading, Scope row) {
        var zone = document.terms().zone();
        var told = Values.time(reading.field("boughtAt", row), zone);
        var end = Endings.of(name -> reading.field(name, row), zone, clock.instant());
        return told != null || end == null ? told : end.minus(document.terms().lifetime());
    }

    private @Nullable Held held(Reading reading, Scope row) {
        var id = Values.id(reading.field("id", row));
        var number = Values.phone(reading.field("phone", row));
        if (id == null || number == null) {
            return null;
        }
        var service = Values.text(reading.field("service", row));
        var country = Values.text(reading.field("country", row));
        return new Held(
                id,
                number,
                service == null
                        ? null
                        : codes.service(service).map(ServiceCode::value).orElse(null),
                country == null
                        ? null
                        : codes.country(country).map(CountryCode::value).orElse(null),
                Costs.of(reading.field("cost", row), reading.field("currency", row), tariff),
                boughtAt(reading, row),
                Values.text(reading.field("reference", row)));
    }
}
