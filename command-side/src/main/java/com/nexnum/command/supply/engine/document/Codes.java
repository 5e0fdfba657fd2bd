package com.nexnum.command.supply.engine.document;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the provider calls our services and countries.
 *
 * @param style the names that the catalogue knows; NONE when only the maps below count
 * @param services our code to its words: the first is what we ask for, all are understood
 * @param countries the same for ISO 3166-1 alpha-2 codes
 */
public record Codes(
        Style style, Map<String, List<String>> services, Map<String, List<String>> countries) {

    static final Codes UNKNOWN = new Codes(Style.NONE, Map.of(), Map.of());

    /** The families of names. */
    public enum Style {
        SMS_ACTIVATE,
        FIVE_SIM,
        /** Countries by ISO code, services by our own codes. */
        CANONICAL,
        NONE
    }

    public Codes {
        style = style == null ? Style.NONE : style;
        services = services == null ? Map.of() : new LinkedHashMap<>(services);
        countries = countries == null ? Map.of() : new LinkedHashMap<>(countries);
    }
}
