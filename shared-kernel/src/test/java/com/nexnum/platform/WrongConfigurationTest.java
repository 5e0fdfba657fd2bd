package com.nexnum.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WrongConfigurationTest {

    private final WrongConfiguration analyzer = new WrongConfiguration();

    @Test
    void names_the_property_however_deep_it_is_buried() {
        var wrong = new IllegalArgumentException("nexnum.lanes.count must be 1 to 64");
        var buried = new IllegalStateException("a bean", new IllegalStateException("more", wrong));
        assertThat(analyzer.analyze(buried))
                .isNotNull()
                .extracting(analysis -> analysis.getDescription())
                .isEqualTo("nexnum.lanes.count must be 1 to 64");
    }

    @Test
    void says_nothing_of_other_failures() {
        assertThat(analyzer.analyze(new IllegalStateException("a bean"))).isNull();
        assertThat(analyzer.analyze(new IllegalStateException((String) null))).isNull();
    }
}
