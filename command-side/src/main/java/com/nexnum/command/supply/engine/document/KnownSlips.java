package com.nexnum.command.supply.engine.document;

import com.nexnum.command.supply.engine.expression.Scope;
import com.nexnum.command.supply.engine.expression.TextPattern;
import com.nexnum.command.supply.http.UpstreamSettings;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What people get wrong again and again in documents that look right: each is tried on what the
 * protocol in question is known to say.
 */
final class KnownSlips {

    /** Actions of the SMS-Activate protocol whose answer to a yes is JSON. */
    private static final Set<String> JSON_ACTIONS =
            Set.of(
                    "getNumberV2",
                    "getStatusV2",
                    "getAllSms",
                    "getPrices",
                    "getPricesV2",
                    "getPricesV3",
                    "getNumbersStatus",
                    "getCountries",
                    "getServicesList",
                    "getTopCountriesByService",
                    "getOperators",
                    "getActiveActivations",
                    "getHistory");

    private static final Map<Operation, String> SAMPLES =
            Map.of(
                    Operation.BUY, "ACCESS_NUMBER:635468024:79584123456",
                    Operation.SMS, "STATUS_OK:12345",
                    Operation.BALANCE, "ACCESS_BALANCE:12.50");

    private static final Pattern ACTION = Pattern.compile("[?&]action=([A-Za-z0-9]+)");
    private static final Pattern FIVE_SIM_CALL = Pattern.compile("/user/([a-z-]+)");
    private static final Set<String> FIVE_SIM_CALLS =
            Set.of(
                    "profile",
                    "orders",
                    "payments",
                    "max-prices",
                    "buy",
                    "reuse",
                    "check",
                    "finish",
                    "cancel",
                    "ban",
                    "sms",
                    "vendor");

    private final ProviderDocument document;
    private final List<DocumentMistake> found = new ArrayList<>();

    private KnownSlips(ProviderDocument document) {
        this.document = document;
    }

    static List<DocumentMistake> in(ProviderDocument document) {
        var slips = new KnownSlips(document);
        slips.address(document.baseUrl(), "/baseUrl");
        if (document.auth() instanceof Auth.Login login) {
            slips.address(login.request().baseUrl(), "/auth/request/baseUrl");
        }
        document.endpoints()
                .forEach((operation, endpoint) ->
                        slips.look(operation, endpoint, "/endpoints/" + operation.word()));
        return slips.found;
    }

    private void look(Operation operation, Endpoint endpoint, String pointer) {
        var request = endpoint.request();
        address(request.baseUrl(), pointer + "/request/baseUrl");
        action(endpoint, pointer);
        fiveSim(request, pointer + "/request/path");
        var pattern = endpoint.pattern();
        var sample = SAMPLES.get(operation);
        if (pattern != null && sample != null) {
            colons(pattern, sample, pointer + "/pattern");
        }
        if (sample != null) {
            wholes(endpoint, sample, pointer + "/fields/");
        }
        var follow = endpoint.follow();
        if (follow != null) {
            look(operation, follow, pointer + "/follow");
        }
    }

    private void address(@Nullable URI url, String pointer) {
        try {
            if (url != null) {
                UpstreamSettings.requireSafe(url);
            }
        } catch (IllegalArgumentException e) {
            say(pointer, String.valueOf(e.getMessage()));
        }
    }

    private void action(Endpoint endpoint, String pointer) {
        var request = endpoint.request();
        var inPath = ACTION.matcher(request.path());
        var action = inPath.find() ? inPath.group(1) : request.query().getOrDefault("action", "");
        if (endpoint.pattern() != null && JSON_ACTIONS.contains(action)) {
            say(
                    pointer + "/pattern",
                    action
                            + " answers JSON, which a pattern for bare words never matches: name JSON"
                            + " fields, or ask the action that answers in words");
        }
    }

    private void fiveSim(RequestTemplate request, String pointer) {
        var host = String.valueOf(document.baseUrl().getHost());
        boolean isFiveSim =
                host.matches("(.+\\.)?5sim\\.(net|biz)")
                        || document.codes().style() == Codes.Style.FIVE_SIM;
        var call = FIVE_SIM_CALL.matcher(request.path());
        if (isFiveSim && call.find() && !FIVE_SIM_CALLS.contains(call.group(1))) {
            say(pointer, "5sim has no such address: user/" + call.group(1));
        }
    }

    private void colons(TextPattern pattern, String sample, String pointer) {
        var groups = pattern.groupsOf(sample);
        if (groups != null) {
            groups.forEach((name, value) -> {
                if (value.toString().startsWith(":")) {
                    say(
                            pointer,
                            "the group '%s' keeps the colon: of %s it reads '%s'"
                                    .formatted(name, sample, value));
                }
            });
        }
    }

    /** A field that is the whole answer is neither an id nor a number nor a price. */
    private void wholes(Endpoint endpoint, String sample, String pointer) {
        var pattern = endpoint.pattern();
        var groups = pattern == null ? null : pattern.groupsOf(sample);
        var input = Objects.requireNonNullElse(groups, Map.<String, Object>of());
        var scope = new Scope(input, Map.of("text", sample, "http", 200));
        for (var name : List.of("id", "phone", "cost")) {
            var field = endpoint.field(name);
            if (field != null && sample.equals(field.in(scope))) {
                say(pointer + name, "it is the whole answer, such as " + sample);
            }
        }
    }

    private void say(String pointer, String reason) {
        found.add(new DocumentMistake(pointer, reason));
    }
}
