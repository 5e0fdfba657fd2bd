package com.nexnum.command.supply.engine.reading;

import com.nexnum.command.supply.engine.document.Endpoint;
import com.nexnum.command.supply.engine.document.ErrorRule;
import com.nexnum.command.supply.engine.document.Meaning;
import com.nexnum.command.supply.engine.document.ProviderDocument;
import com.nexnum.command.supply.engine.expression.Expression;
import com.nexnum.command.supply.engine.expression.Scope;
import com.nexnum.command.supply.http.UpstreamReply.Answer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One answer, opened for expressions. They begin at its JSON, or at the groups of the endpoint's
 * pattern, and know {@code $http}, {@code $text}, {@code $header}, {@code $word} and {@code
 * $argument}.
 */
public final class Reading {

    private final ProviderDocument document;
    private final Endpoint endpoint;
    private final Answer answer;
    private final Scope scope;
    private final boolean understood;

    private Reading(
            ProviderDocument document,
            Endpoint endpoint,
            Answer answer,
            Scope scope,
            boolean understood) {
        this.document = document;
        this.endpoint = endpoint;
        this.answer = answer;
        this.scope = scope;
        this.understood = understood;
    }

    public static Reading of(ProviderDocument document, Endpoint endpoint, Answer answer) {
        var pattern = endpoint.pattern();
        var json = Body.json(answer.body());
        var groups = pattern == null ? null : pattern.groupsOf(answer.body());
        var input = groups == null ? json : groups;
        var variables = new HashMap<String, Object>();
        variables.put("http", answer.status());
        variables.put("text", answer.body().strip());
        variables.put("header", headers(answer));
        variables.putAll(WordReader.read(document.word(), answer.body(), json, variables));
        boolean understood = pattern == null || groups != null;
        return new Reading(document, endpoint, answer, new Scope(input, variables), understood);
    }

    /** The same answer, with more for expressions to know. */
    public Reading with(Map<String, String> more) {
        var variables = new HashMap<>(scope.variables());
        variables.putAll(more);
        var wider = new Scope(scope.input(), variables);
        return new Reading(document, endpoint, answer, wider, understood);
    }

    /** What all fields find that can be written into a request. */
    public Map<String, String> texts() {
        var texts = new HashMap<String, String>();
        for (var name : endpoint.fields().keySet()) {
            var text = Values.text(field(name));
            if (text != null) {
                texts.put(name, text);
            }
        }
        return texts;
    }

    public Scope scope() {
        return scope;
    }

    /** What the expression of this field finds; null when there is none. */
    public @Nullable Object field(String name) {
        return field(name, scope);
    }

    /** The same for one row of a list. */
    public @Nullable Object field(String name, Scope row) {
        var expression = endpoint.field(name);
        return expression == null ? null : expression.in(row);
    }

    /**
     * Whether the answer says yes: its pattern matched, its condition holds, and the status is not
     * one of failure unless the condition says what counts.
     */
    public boolean succeeds() {
        var condition = endpoint.success();
        if (!understood) {
            return false;
        }
        return condition == null ? answer.status() < 400 : condition.holdsIn(scope);
    }

    /** What the answer means by the first rule that fits; empty when none does. */
    public Optional<Found> meaning() {
        for (var rules : List.of(endpoint.errors(), document.errors())) {
            for (var rule : rules) {
                var groups = Rules.fit(rule, answer, scope);
                if (groups != null) {
                    return Optional.of(found(rule, groups));
                }
            }
        }
        return switch (answer.status()) {
            case 401, 403 -> Optional.of(new Found(Meaning.BAD_CREDENTIALS, ""));
            case 429 -> Optional.of(new Found(Meaning.RATE_LIMITED, retryAfter()));
            default -> Optional.empty();
        };
    }

    private Found found(ErrorRule rule, Map<String, Object> groups) {
        Expression captured = rule.captured();
        var inside = new LinkedHashMap<>(groups);
        var text =
                captured == null
                        ? null
                        : Values.text(captured.in(inside.isEmpty() ? scope : scope.at(inside)));
        return new Found(rule.meaning(), text == null ? "" : text);
    }

    private String retryAfter() {
        return Objects.requireNonNullElse(headers(answer).get("retry-after"), "").toString();
    }

    private static Map<String, Object> headers(Answer answer) {
        var headers = new LinkedHashMap<String, Object>();
        answer.headers().forEach((name, values) -> headers.put(name, String.join(", ", values)));
        return headers;
    }

    /**
     * @param captured what the rule kept of the answer; empty where it keeps nothing
     */
    public record Found(Meaning meaning, String captured) {}
}
