package com.nexnum.command.supply.providers.trial;

import com.nexnum.command.supply.CodeBook;
import com.nexnum.command.supply.engine.document.Endpoint;
import com.nexnum.command.supply.engine.document.Messages;
import com.nexnum.command.supply.engine.document.Operation;
import com.nexnum.command.supply.engine.document.ProviderDocument;
import com.nexnum.command.supply.engine.expression.Expression;
import com.nexnum.command.supply.engine.expression.Scope;
import com.nexnum.command.supply.engine.reading.PriceList;
import com.nexnum.command.supply.engine.reading.Reading;
import com.nexnum.command.supply.engine.reading.Values;
import com.nexnum.command.supply.http.Tariff;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Every row that a document finds in an answer, used or not. */
final class ReadRows {

    private final ProviderDocument document;
    private final Endpoint endpoint;
    private final Reading reading;
    private final CodeBook codes;

    ReadRows(ProviderDocument document, Endpoint endpoint, Reading reading, CodeBook codes) {
        this.document = document;
        this.endpoint = endpoint;
        this.reading = reading;
        this.codes = codes;
    }

    List<ReadRow> ofPrices() {
        var tariff = new Tariff(document.money().currency(), document.money().usdPerUnit());
        var list = new PriceList(reading, endpoint, codes, tariff, true);
        var _ = list.read();
        return list.rows().stream()
                .map(row -> {
                    var fields = new LinkedHashMap<String, @Nullable Object>();
                    fields.put("service", row.service());
                    fields.put("country", row.country());
                    fields.put("cost", row.cost() == null ? null : row.cost().toPlainString());
                    fields.put("count", row.count());
                    return new ReadRow(fields, dropped(row.dropped()));
                })
                .toList();
    }

    List<ReadRow> ofList(Operation operation) {
        var rows = new ArrayList<ReadRow>();
        for (var item : items(endpoint.rows())) {
            var scope = reading.scope().at(item);
            var fields = fields(endpoint.fields(), scope);
            var keep = endpoint.keep();
            boolean kept = keep == null || keep.holdsIn(scope);
            rows.add(new ReadRow(fields, kept ? missing(operation, scope) : "'keep' is false"));
        }
        return rows;
    }

    List<ReadRow> ofMessages() {
        var rows = new ArrayList<ReadRow>();
        var state = endpoint.state();
        if (state != null) {
            var word = Values.text(state.in(reading.scope()));
            var known = word == null ? null : endpoint.states().get(word);
            var meaning = known == null ? endpoint.states().get("*") : known;
            var fields = new LinkedHashMap<String, @Nullable Object>();
            fields.put("state", word);
            fields.put("means", meaning == null ? null : meaning.name());
            rows.add(new ReadRow(fields, meaning == null ? "no state that is known" : null));
        }
        var messages = endpoint.messages();
        if (messages != null) {
            var found = messages.rows() == null ? null : items(messages.rows());
            if (found == null) {
                rows.add(message(messages, reading.scope()));
            } else {
                found.forEach(item -> rows.add(message(messages, reading.scope().at(item))));
            }
        }
        return rows;
    }

    List<ReadRow> ofOne(Operation operation) {
        return List.of(
                new ReadRow(
                        fields(endpoint.fields(), reading.scope()),
                        missing(operation, reading.scope())));
    }

    private ReadRow message(Messages where, Scope row) {
        var parts = new LinkedHashMap<String, Expression>();
        add("id", where.id(), parts);
        add("text", where.text(), parts);
        add("code", where.code(), parts);
        var fields = fields(parts, row);
        boolean empty =
                Values.text(fields.get("text")) == null && Values.text(fields.get("code")) == null;
        return new ReadRow(fields, dropped(empty ? "neither a text nor a code" : null));
    }

    private @Nullable String missing(Operation operation, Scope row) {
        for (var name : new TreeSet<>(operation.neededFields())) {
            var found = reading.field(name, row);
            boolean readable =
                    switch (name) {
                        case "id" -> Values.id(found) != null;
                        case "phone" -> Values.phone(found) != null;
                        case "amount" -> Values.decimal(found) != null;
                        default -> found != null;
                    };
            if (!readable) {
                return dropped("no " + name + " that can be read");
            }
        }
        return dropped(null);
    }

    /** What is found in an answer that says no is not used either. */
    private @Nullable String dropped(@Nullable String why) {
        return why == null && !reading.succeeds() ? "the answer does not say yes" : why;
    }

    private List<?> items(@Nullable Expression where) {
        var found = where == null ? null : where.in(reading.scope());
        return switch (found) {
            case null -> List.of();
            case List<?> list -> list;
            default -> List.of(found);
        };
    }

    private static void add(
            String name, @Nullable Expression where, Map<String, Expression> parts) {
        if (where != null) {
            parts.put(name, where);
        }
    }

    private static Map<String, @Nullable Object> fields(
            Map<String, Expression> expressions, Scope row) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        expressions.forEach((name, expression) -> fields.put(name, expression.in(row)));
        return fields;
    }
}
