package com.nexnum.command.supply.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.nexnum.command.supply.Protocol;
import com.nexnum.kernel.catalog.ServiceCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SandboxGoodsTest {

    static List<SandboxCountry> countries() {
        return SandboxCountry.ALL;
    }

    static List<Protocol> protocols() {
        return Protocol.all();
    }

    static List<SandboxService> services() {
        return SandboxService.ALL;
    }

    @ParameterizedTest
    @MethodSource("countries")
    void numbers_are_valid_mobile_numbers_of_their_country(SandboxCountry country)
            throws NumberParseException {
        var numbering = PhoneNumberUtil.getInstance();
        var random = new Random(country.iso().hashCode());
        for (int i = 0; i < 200; i++) {
            var number = numbering.parse(country.number(random).value(), null);
            assertThat(numbering.isValidNumber(number)).as("%s", number).isTrue();
            assertThat(numbering.getRegionCodeForNumber(number)).isEqualTo(country.iso());
        }
    }

    @ParameterizedTest
    @MethodSource("services")
    void messages_hold_a_code_of_the_right_length(SandboxService service) {
        var random = new Random(1);
        var sms = new SandboxSms(1, Instant.EPOCH, service.name(), service.message(random));
        assertThat(sms.code()).hasSize(service.digits()).containsOnlyDigits();
    }

    @ParameterizedTest
    @MethodSource("protocols")
    void every_word_leads_back(Protocol protocol) {
        var codes = SandboxCodeBooks.of(protocol);
        for (var service : SandboxService.ALL) {
            var ours = new ServiceCode(service.slug());
            assertThat(codes.upstream(ours).flatMap(codes::service)).contains(ours);
        }
    }

    @Test
    void the_same_seed_makes_the_same_market() {
        var script = new SandboxScript(Duration.ZERO, Duration.ZERO);
        var clock = new TickingClock();
        assertThat(new SandboxMarket(SandboxSettings.USUAL, script, clock).shelves())
                .isEqualTo(new SandboxMarket(SandboxSettings.USUAL, script, clock).shelves());
    }
}
