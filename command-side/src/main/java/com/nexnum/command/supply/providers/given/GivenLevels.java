package com.nexnum.command.supply.providers.given;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * The levels of keys above the rows of a mapping: {@code nestingLevels} as names or as their
 * number, or as many as the fields ask for.
 *
 * @param names what each level's key is called in our walk, from the outside in
 */
record GivenLevels(List<String> names) {

    private static final Pattern DEPTH = Pattern.compile("\\$atDepth:([0-9]{1,2})");

    /**
     * @throws IllegalArgumentException when they cannot be understood
     */
    static GivenLevels of(JsonNode mapping) {
        var given = mapping.path("nestingLevels");
        if (given.isArray()) {
            var names = new ArrayList<String>();
            for (var item : given) {
                names.add(
                        level(
                                item.isObject()
                                        ? item.path("name").asString("")
                                        : item.asString("")));
            }
            return new GivenLevels(names);
        }
        if (given.isMissingNode() || given.isNull()) {
            return numbered(askedFor(mapping.path("fields").toString()));
        }
        if (!given.isIntegralNumber() || given.asInt() < 1 || given.asInt() > 8) {
            throw new IllegalArgumentException(
                    "it is the number of levels, 1 to 8, or their names");
        }
        return numbered(given.asInt());
    }

    /** Expressions for the keys. */
    List<String> keys() {
        return names.stream().map(name -> "$" + name).toList();
    }

    private static GivenLevels numbered(int count) {
        var names = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            names.add("level" + i);
        }
        return new GivenLevels(names);
    }

    private static String level(String given) {
        var known = GivenFields.name(given);
        if (known != null && List.of("country", "service", "operator").contains(known)) {
            return known;
        }
        if ("cost".equals(known)) {
            return "price";
        }
        if (!given.matches("[A-Za-z][A-Za-z0-9_]*")) {
            throw new IllegalArgumentException("a level has a name of letters and digits");
        }
        return given;
    }

    private static int askedFor(String fields) {
        int most = fields.contains("$grandParentKey") ? 3 : fields.contains("$parentKey") ? 2 : 1;
        var depths = DEPTH.matcher(fields);
        while (depths.find()) {
            most = Math.max(most, Integer.parseInt(depths.group(1)) + 1);
        }
        return most;
    }
}
