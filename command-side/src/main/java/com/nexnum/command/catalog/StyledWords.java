package com.nexnum.command.catalog;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import com.nexnum.command.catalog.Words.Styled;
import com.nexnum.command.supply.engine.document.Codes.Style;
import com.nexnum.kernel.catalog.Countries;
import com.nexnum.kernel.catalog.Country;
import com.nexnum.kernel.catalog.Service;
import com.nexnum.kernel.catalog.Services;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** How the families of names call what the catalogue has. */
final class StyledWords {

    private static final Map<String, Long> COUNTRIES_OF_PREFIX =
            Countries.all().stream().collect(groupingBy(Country::dialPrefix, counting()));

    private StyledWords() {}

    static Styled services(Style style) {
        return switch (style) {
            case SMS_ACTIVATE -> services(Service::smsActivate, Services::ofSmsActivate);
            case FIVE_SIM -> services(Service::fiveSim, Services::ofFiveSim);
            case NAMES -> services(Service::name, Services::find);
            case CANONICAL, DIAL_PREFIX -> services(it -> it.code().value(), Services::find);
            case NONE -> nothing();
        };
    }

    static Styled countries(Style style) {
        return switch (style) {
            case SMS_ACTIVATE -> countries(Country::smsActivateId, Countries::ofSmsActivate);
            case FIVE_SIM -> countries(Country::fiveSim, Countries::ofFiveSim);
            case NAMES -> countries(Country::name, Countries::find);
            case CANONICAL -> countries(it -> it.code().value(), Countries::find);
            case DIAL_PREFIX ->
                    new Styled(
                            code ->
                                    country(code)
                                            .filter(StyledWords::isAlone)
                                            .map(Country::dialPrefix),
                            StyledWords::ofPrefix);
            case NONE -> nothing();
        };
    }

    private static Styled services(
            Function<Service, String> word, Function<String, Optional<Service>> find) {
        return new Styled(
                code -> Services.find(code).map(word),
                said -> find.apply(said).map(it -> it.code().value()));
    }

    private static Styled countries(
            Function<Country, String> word, Function<String, Optional<Country>> find) {
        return new Styled(
                code -> country(code).map(word),
                said -> find.apply(said).map(it -> it.code().value()));
    }

    private static Optional<String> ofPrefix(String prefix) {
        return Countries.all().stream()
                .filter(it -> it.dialPrefix().equals(prefix) && isAlone(it))
                .map(it -> it.code().value())
                .findFirst();
    }

    private static boolean isAlone(Country country) {
        return COUNTRIES_OF_PREFIX.getOrDefault(country.dialPrefix(), 0L) == 1;
    }

    private static Optional<Country> country(String code) {
        return Countries.find(code);
    }

    private static Styled nothing() {
        return new Styled(_ -> Optional.empty(), _ -> Optional.empty());
    }
}
