package com.nexnum.kernel.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class E164Test {

    @ParameterizedTest
    @ValueSource(strings = {"12025550123", "447400123456", "2902345", "123456789012345"})
    void takes_digits_with_or_without_the_plus(String digits) {
        assertThat(E164.ofDigits(digits)).hasToString("+" + digits);
        assertThat(E164.ofDigits("+" + digits)).isEqualTo(E164.ofDigits(digits));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "+",
                "123456",
                "1234567890123456",
                "0123456789",
                "++12025550123",
                "1 202 555 0123",
                "1-202-555-0123",
                "(202)5550123",
                "tel:+12025550123",
                "١٢٣٤٥٦٧٨٩",
                "12025550123\n"
            })
    void refuses_what_is_no_international_number(String text) {
        assertThatThrownBy(() -> E164.ofDigits(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
