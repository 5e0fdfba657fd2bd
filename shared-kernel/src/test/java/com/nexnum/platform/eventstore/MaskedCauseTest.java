package com.nexnum.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskedCauseTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "No event is called wallet.gone|No event is called wallet.gone",
                "Revision 99 of wallet.opened is not today's|Revision 99 of wallet.opened is not today…",
                "no such number +1 415-555-0100 here|no such number … here",
                "Unexpected \"Your code is 123456\" at 3|Unexpected … at 3",
                "Failing row contains (4155550100, secret)|Failing row contains …",
                "broken {\"text\":\"secret\"} there|broken … there",
            })
    void keeps_names_and_hides_what_may_be_somebodys(String said, String told) {
        assertThat(MaskedCause.masked(said)).isEqualTo(told);
    }

    @Test
    void hides_the_details_that_the_database_adds() {
        assertThat(MaskedCause.masked("ERROR: null value\n  Detail: Failing row of secret"))
                .isEqualTo("ERROR: null value");
    }

    @Test
    void names_the_innermost_failure() {
        var cause =
                MaskedCause.of(new IllegalStateException("outer", new ClassCastException("inner")));
        assertThat(cause.type()).isEqualTo(ClassCastException.class.getName());
        assertThat(cause.message()).isEqualTo("inner");
    }
}
