package com.nexnum.kernel.catalog;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every country that NexNum knows, from {@code /catalogue/countries.csv}. */
public final class Countries {

    private static final List<Country> ALL =
            CatalogueFile.read("/catalogue/countries.csv").stream().map(Country::of).toList();

    private static final NameIndex<Country> BY_ANY_NAME =
            NameIndex.of("country", ALL, Countries::names);
    private static final NameIndex<Country> BY_SMS_ACTIVATE =
            NameIndex.of("SMS-Activate country", ALL, country -> country.smsActivateIds().stream());
    private static final NameIndex<Country> BY_FIVE_SIM =
            NameIndex.of("5sim country", ALL, country -> Stream.of(country.fiveSim()));

    private Countries() {}

    /** In the order of their codes. */
    public static List<Country> all() {
        return ALL;
    }

    /**
     * @param anyText an ISO code in any case, an SMS-Activate id, a 5sim slug, a name or an alias
     */
    public static Optional<Country> find(String anyText) {
        return BY_ANY_NAME.find(anyText);
    }

    /**
     * @param id with aliases: {@code 12} and {@code 187} are both the US
     */
    public static Optional<Country> ofSmsActivate(String id) {
        return BY_SMS_ACTIVATE.find(id);
    }

    public static Optional<Country> ofFiveSim(String slug) {
        return BY_FIVE_SIM.find(slug);
    }

    static Stream<String> names(Country country) {
        var own = Stream.of(country.code().value(), country.name(), country.fiveSim());
        var others = Stream.of(country.smsActivateIds(), country.aliases()).flatMap(List::stream);
        return Stream.concat(own, others);
    }
}
