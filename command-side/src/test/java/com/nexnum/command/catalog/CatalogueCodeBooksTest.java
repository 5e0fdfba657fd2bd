package com.nexnum.command.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexnum.command.supply.CodeBook;
import com.nexnum.command.supply.Protocol;
import com.nexnum.command.supply.engine.Shipped;
import com.nexnum.command.supply.engine.document.Codes;
import com.nexnum.command.supply.engine.document.Codes.Style;
import com.nexnum.kernel.catalog.CountryCode;
import com.nexnum.kernel.catalog.ServiceCode;
import com.nexnum.kernel.supply.ProviderSlug;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueCodeBooksTest {

    private static final ServiceCode WHATSAPP = new ServiceCode("whatsapp");
    private static final CountryCode US = new CountryCode("US");

    @ParameterizedTest
    @CsvSource({
        "sms-activate, wa, 187",
        "grizzlysms, wa, 187",
        "smshub, wa, 187",
        "smspool, WhatsApp, US",
        "sms-man, WhatsApp, United States",
        "onlinesim, whatsapp, 1",
        "textverified, whatsapp, US",
        "5sim, whatsapp, usa",
    })
    void knows_the_words_of_each_shipped_provider(String word, String service, String country) {
        var book = book(Shipped.codes(new Protocol(word)));
        assertThat(book.upstream(WHATSAPP)).contains(service);
        assertThat(book.service(service)).contains(WHATSAPP);
        assertThat(book.upstream(US)).contains(country);
        assertThat(book.country(country)).contains(US);
        assertThat(book.service("no such service")).isEmpty();
        assertThat(book.country("no such country")).isEmpty();
        assertThat(book.upstream(new ServiceCode("nosuch"))).isEmpty();
        assertThat(book.upstream(new CountryCode("AQ"))).isEmpty();
    }

    @Test
    void understands_two_words_for_one_country_and_says_the_first() {
        var book = book(Style.SMS_ACTIVATE, Map.of());
        assertThat(book.country("12")).contains(US);
        assertThat(book.country("187")).contains(US);
        assertThat(book.upstream(US)).contains("187");
    }

    @Test
    void takes_a_listed_word_before_that_of_the_style_and_from_whom_had_it() {
        var book = book(Style.SMS_ACTIVATE, Map.of("US", List.of("16", "500")));
        assertThat(book.upstream(US)).contains("16");
        assertThat(book.country("500")).contains(US);
        assertThat(book.country("16")).contains(US);
        assertThat(book.country("187")).isEmpty();
        assertThat(book.upstream(new CountryCode("GB"))).isEmpty();
    }

    @Test
    void knows_by_its_calling_code_only_a_country_that_has_it_for_itself() {
        var book = book(Style.DIAL_PREFIX, Map.of("RU", List.of("7")));
        assertThat(book.upstream(new CountryCode("SE"))).contains("46");
        assertThat(book.country("46")).contains(new CountryCode("SE"));
        assertThat(book.upstream(US)).isEmpty();
        assertThat(book.country("1")).isEmpty();
        assertThat(book.country("7")).contains(new CountryCode("RU"));
        assertThat(book.upstream(new CountryCode("KZ"))).isEmpty();
    }

    private static CodeBook book(Codes codes) {
        return new CatalogueCodeBooks().of(new ProviderSlug("acme"), codes);
    }

    private static CodeBook book(Style style, Map<String, List<String>> countries) {
        return book(new Codes(style, null, null, Map.of(), countries));
    }
}
