package com.nexnum.command.supply.providers.given;

import com.nexnum.command.supply.engine.document.Operation;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Variables of requests: {@code {x}} inside of a text, and {@code $var|other|literal} as a whole
 * one, whose first part that we have a value for counts.
 */
final class GivenVariables {

    /** What others give a value to and we never do: the call is made without them. */
    private static final Set<String> NEVER_GIVEN =
            Set.of(
                    "operator",
                    "forward",
                    "phoneexception",
                    "areacode",
                    "providerids",
                    "language",
                    "ref",
                    "userid",
                    "country",
                    "service",
                    "activationtype",
                    "verification");

    private static final Set<String> KEYS =
            Set.of("apikey", "key", "token", "apitoken", "accesstoken", "secret");

    private static final Map<String, String> NAMES = new HashMap<>();

    private static final Pattern BRACES = Pattern.compile("\\{([^{}]*)}");
    private static final Pattern DOLLAR = Pattern.compile("\\$([A-Za-z_][A-Za-z0-9_]*)");

    static {
        named("country", "country", "countrycode", "countryid", "countryslug");
        named("service", "service", "servicecode", "serviceid", "product", "applicationid");
        named("maxPrice", "maxprice", "price", "maxcost");
        named("reference", "reference", "orderid", "externalid", "clientid", "ref");
        named("id", "id", "activationid", "orderid", "requestid", "tzid", "numberid");
        named("offset", "offset", "start");
        named("page", "page");
        named("limit", "limit", "size", "length");
    }

    private final Operation operation;
    private final Findings findings;

    GivenVariables(Operation operation, Findings findings) {
        this.operation = operation;
        this.findings = findings;
    }

    private static void named(String ours, String... theirs) {
        for (var name : theirs) {
            NAMES.merge(name, ours, (one, other) -> one + " " + other);
        }
    }

    /** Null when it has no value here, so that the parameter is left out. */
    @Nullable String template(String pointer, String given) {
        if (given.startsWith("$")) {
            return alternatives(pointer, given);
        }
        var braces = BRACES.matcher(given);
        var out = new StringBuilder();
        int end = 0;
        while (braces.find()) {
            var inside = braces.group(1);
            var variable =
                    inside.startsWith("secret.")
                            ? braces.group()
                            : alternatives(pointer, "$" + inside);
            if (variable == null) {
                return null;
            }
            out.append(given, end, braces.start()).append(variable);
            end = braces.end();
        }
        out.append(given, end, given.length());
        return dollars(pointer, out.toString());
    }

    /** {@code Bearer $token}. */
    private @Nullable String dollars(String pointer, String given) {
        var found = DOLLAR.matcher(given);
        var out = new StringBuilder();
        int end = 0;
        while (found.find()) {
            var variable = variable(found.group(1));
            if (variable == null) {
                findings.mistake(pointer, unknown(found.group()));
                return null;
            }
            out.append(given, end, found.start()).append(variable);
            end = found.end();
        }
        return out.append(given, end, given.length()).toString();
    }

    private @Nullable String alternatives(String pointer, String given) {
        boolean isOptional = false;
        for (var part : given.split("\\|", -1)) {
            var name = part.startsWith("$") ? part.substring(1) : part;
            var variable = variable(name);
            if (variable != null) {
                return variable;
            }
            if (!part.startsWith("$")) {
                return part;
            }
            isOptional |= NEVER_GIVEN.contains(plain(name));
        }
        if (isOptional) {
            findings.note(pointer, given + " has no value here and is left out");
        } else {
            findings.mistake(pointer, unknown(given));
        }
        return null;
    }

    private @Nullable String variable(String name) {
        var plain = plain(name);
        for (var ours : NAMES.getOrDefault(plain, "").split(" ", -1)) {
            if (operation.variables().contains(ours)) {
                return "{" + ours + "}";
            }
        }
        return KEYS.contains(plain) ? "{secret.apiKey}" : null;
    }

    private String unknown(String given) {
        return given
                + " is not known here; known are "
                + operation.variables().stream().sorted().toList();
    }

    private static String plain(String name) {
        return name.replaceAll("[_-]", "").toLowerCase(Locale.ROOT);
    }
}
