package com.nexnum.command.supply.engine.document;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the provider calls our services and countries. The maps win over the styles.
 *
 * @param style the names that the catalogue knows, for services and countries alike
 * @param serviceStyle where services have another style
 * @param countryStyle where countries have another style
 * @param services our code to its words: the first is what we ask for, all are understood
 * @param countries the same for ISO 3166-1 alpha-2 codes
 */
public record Codes(
        Style style,
        @Nullable Style serviceStyle,
        @Nullable Style countryStyle,
        Map<String, List<String>> services,
        Map<String, List<String>> countries) {

    static final Codes UNKNOWN = new Codes(Style.NONE, null, null, Map.of(), Map.of());

    /** The families of names. */
    public enum Style {
        SMS_ACTIVATE,
        FIVE_SIM,
        /** Countries by ISO code, services by our own codes. */
        CANONICAL,
        /** By what people call them: {@code WhatsApp}, {@code Germany}. */
        NAMES,
        /** Countries by calling code, those that share one left out; services by our own codes. */
        DIAL_PREFIX,
        /** Only the maps count. */
        NONE
    }

    public Codes {
        style = style == null ? Style.NONE : style;
        services = services == null ? Map.of() : new LinkedHashMap<>(services);
        countries = countries == null ? Map.of() : new LinkedHashMap<>(countries);
    }

    public Style ofServices() {
        return serviceStyle == null ? style : serviceStyle;
    }

    public Style ofCountries() {
        return countryStyle == null ? style : countryStyle;
    }
}
