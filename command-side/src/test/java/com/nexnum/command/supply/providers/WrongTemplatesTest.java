package com.nexnum.command.supply.providers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Templates that were in use elsewhere and never worked: each is told what is wrong with it. */
class WrongTemplatesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "doubled-path | /endpoints/getNumber/path | the path repeats it",
                "json-by-regex | /mappings/getNumber/regex | getNumberV2 answers JSON",
                "no-named-groups | /mappings/getNumber/fields/activationId | no named groups",
                "no-named-groups | /mappings/getNumber/fields/phoneNumber | (?<phone>",
                "colon-in-code | /mappings/getStatus/regex | it reads ':12345'",
                "price-is-whole-match | /mappings/getNumber/fields/price | the whole match",
                "no-prices | /endpoints | 'prices' is missing",
                "words-of-another-protocol | /mappings/getStatus/statusMapping | words of the SMS-Activate protocol",
                "address-that-is-not-there | /endpoints/setResendCode/path | 5sim has no such address: user/resend",
                "countries-as-list | /mappings/getCountriesList/type | send a map",
            })
    void is_refused_with_the_place_and_the_reason(String name, String pointer, String reason) {
        assertThat(Documents.mistakesIn(Documents.resource("wrong/" + name)))
                .anySatisfy(mistake -> {
                    assertThat(mistake.pointer()).isEqualTo(pointer);
                    assertThat(mistake.reason()).contains(reason);
                });
    }
}
