package com.nexnum.kernel.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CountriesTest {

    static List<Country> all() {
        return Countries.all();
    }

    @Test
    void knows_every_country_of_the_protocol() {
        assertThat(Countries.all()).hasSize(200);
        var ids = Stream.concat(IntStream.range(0, 200).boxed(), Stream.of(201));
        assertThat(ids.map(String::valueOf))
                .allMatch(id -> Countries.ofSmsActivate(id).isPresent());
    }

    @ParameterizedTest
    @MethodSource("all")
    void every_country_has_an_iso_code(Country country) {
        assertThat(Locale.getISOCountries()).contains(country.code().value());
    }

    @ParameterizedTest
    @MethodSource("all")
    void every_dial_prefix_is_the_one_of_the_numbering_plan(Country country) {
        var plan = PhoneNumberUtil.getInstance();
        assertThat(country.dialPrefix())
                .isEqualTo(String.valueOf(plan.getCountryCodeForRegion(country.code().value())));
    }

    @ParameterizedTest
    @MethodSource("all")
    void every_country_is_found_by_each_of_its_names(Country country) {
        assertThat(Countries.names(country))
                .allSatisfy(name -> assertThat(Countries.find(name)).contains(country));
        assertThat(Countries.ofFiveSim(country.fiveSim())).contains(country);
        assertThat(Countries.ofSmsActivate(country.smsActivateId())).contains(country);
    }

    @ParameterizedTest
    @CsvSource({
        "US, US",
        "us, US",
        "187, US",
        "12, US",
        "USA, US",
        "United States, US",
        "england, GB",
        "uk, GB",
        "0, RU",
        "Côte d'Ivoire, CI",
        "cote divoire, CI",
        "TÜRKİYE, TR",
        "201, GI",
        "' gb ', GB",
        "guinea bissau, GW",
        "7, MY"
    })
    void finds_a_country_however_it_is_called(String text, String code) {
        assertThat(Countries.find(text).map(Country::code)).contains(new CountryCode(code));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "ZZ",
                "200",
                "-1",
                "+1",
                "+7",
                "1 2",
                "007",
                "1.2",
                "٧",
                "Atlantis",
                "U$",
                "US;",
                "'",
                "\u0000"
            })
    void finds_nothing_for_what_is_no_country(String text) {
        assertThat(Countries.find(text)).isEmpty();
    }

    @Test
    void finds_nothing_for_an_endless_text() {
        assertThat(Countries.find("US".repeat(1_000_000))).isEmpty();
    }

    @Test
    void sends_187_for_the_united_states() {
        var unitedStates = Countries.find("US").orElseThrow();
        assertThat(unitedStates.smsActivateId()).isEqualTo("187");
        assertThat(unitedStates.smsActivateIds()).containsExactly("187", "12");
    }

    @ParameterizedTest
    @ValueSource(strings = {"US", "usa", "200", "-1"})
    void understands_only_ids_as_ids(String text) {
        assertThat(Countries.ofSmsActivate(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"US", "187", "atlantis"})
    void understands_only_slugs_as_slugs(String text) {
        assertThat(Countries.ofFiveSim(text)).isEmpty();
    }
}
