package com.nexnum.command.supply.engine.document;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.nexnum.command.supply.engine.expression.Expression;
import com.nexnum.command.supply.engine.expression.TextPattern;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that can be asked of a provider: the request, and how its answer is read. Which parts
 * are used depends on the {@link Operation}.
 *
 * @param timeout of one call; the provider's where nothing is said
 * @param pace its own, for calls that are dear or scarce
 * @param pattern reads a text answer; its named groups are what the expressions look at
 * @param success when the answer says yes; without it, when the fields are there
 * @param fields by their names: id, phone, cost, currency, count, …
 * @param state the provider's word for the state of a number
 * @param states what those words mean; {@code *} stands for any other
 * @param keep which rows of a list count
 * @param walk the levels of a nested price list from the outside in, such as {@code ["country",
 *     "service", "operator"]}; a level {@code .name} goes into that key
 * @param follow a second request, after a yes to the first: for sms, once they have come, the
 *     answer that holds them whole; for buy, one that tells what the sale did not; for prices, the
 *     price of each row; for complete and nextSms, the one that does it
 * @param confirm after an unclear answer: what must hold in the answer about the number
 * @param errors tried before those of the whole provider
 */
public record Endpoint(
        @JsonProperty(required = true) RequestTemplate request,
        @Nullable Duration timeout,
        @Nullable EndpointPace pace,
        @Nullable TextPattern pattern,
        @Nullable Expression success,
        Map<String, Expression> fields,
        @Nullable Expression state,
        Map<String, State> states,
        @Nullable Messages messages,
        @Nullable Expression rows,
        @Nullable Expression keep,
        List<String> walk,
        @Nullable Paging paging,
        @Nullable Endpoint follow,
        @Nullable Expression confirm,
        List<ErrorRule> errors) {

    public Endpoint {
        fields = fields == null ? Map.of() : new LinkedHashMap<>(fields);
        states = states == null ? Map.of() : new LinkedHashMap<>(states);
        walk = walk == null ? List.of() : List.copyOf(walk);
        errors = errors == null ? List.of() : List.copyOf(errors);
    }

    /** The same reading for an answer from another address of the provider. */
    public Endpoint at(String link) {
        return new Endpoint(
                RequestTemplate.link(link),
                timeout,
                pace,
                pattern,
                success,
                fields,
                state,
                states,
                messages,
                rows,
                keep,
                walk,
                paging,
                follow,
                confirm,
                errors);
    }

    /** How often it may be asked again when no answer came. */
    public int retries() {
        return pace == null ? 0 : pace.retries();
    }

    public @Nullable Expression field(String name) {
        return fields.get(name);
    }
}
