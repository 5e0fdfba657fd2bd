package com.nexnum.kernel.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServicesTest {

    static List<Service> all() {
        return Services.all();
    }

    @Test
    void knows_the_services_of_the_protocol() {
        assertThat(Services.all()).hasSize(108);
    }

    @ParameterizedTest
    @MethodSource("all")
    void every_service_is_found_by_each_of_its_names(Service service) {
        assertThat(Services.names(service))
                .allSatisfy(name -> assertThat(Services.find(name)).contains(service));
        assertThat(Services.ofSmsActivate(service.smsActivate())).contains(service);
        assertThat(Services.ofFiveSim(service.fiveSim())).contains(service);
        assertThat(service.smsActivate()).matches("[a-z]{2,4}");
    }

    @ParameterizedTest
    @CsvSource({
        "whatsapp, whatsapp", "WhatsApp, whatsapp", "wa, whatsapp", "WA, whatsapp", "gmail, google",
        "YouTube, google", "x, twitter", "twitter, twitter", "vk.com, vk", "vkontakte, vk",
        "Domino's Pizza, dominospizza", "Any other, other", "ot, other", "Google Voice, googlevoice"
    })
    void finds_a_service_however_it_is_called(String text, String code) {
        assertThat(Services.find(text).map(Service::code)).contains(new ServiceCode(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?", "whatsap", "whatsapp!", "wa\u0000", "'; drop table offers"})
    void finds_nothing_for_what_is_no_service(String text) {
        assertThat(Services.find(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"whatsapp", "full", "zz"})
    void understands_only_protocol_codes_as_protocol_codes(String text) {
        assertThat(Services.ofSmsActivate(text)).isEmpty();
    }
}
