package com.nexnum.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.UUID;
import org.axonframework.common.IdentifierFactory;
import org.junit.jupiter.api.Test;

class TimeOrderedIdentifiersTest {

    private final IdentifierFactory identifiers = IdentifierFactory.getInstance();

    @Test
    void axon_makes_its_identifiers_here() {
        assertThat(identifiers).isInstanceOf(TimeOrderedIdentifiers.class);
    }

    @Test
    void each_is_a_uuid_of_version_7_and_no_two_are_the_same() {
        var seen = new HashSet<String>();
        for (int i = 0; i < 10_000; i++) {
            var text = identifiers.generateIdentifier();
            var id = UUID.fromString(text);
            assertThat(id.version()).isEqualTo(7);
            assertThat(id.variant()).isEqualTo(2);
            assertThat(seen.add(text)).isTrue();
        }
    }

    @Test
    void they_grow_by_the_millisecond_in_which_they_were_made() {
        long before = System.currentTimeMillis();
        long last = 0;
        for (int i = 0; i < 10_000; i++) {
            long millis = millis(identifiers.generateIdentifier());
            assertThat(millis).isGreaterThanOrEqualTo(last);
            last = millis;
        }
        assertThat(last).isBetween(before, System.currentTimeMillis());
    }

    private static long millis(String identifier) {
        return UUID.fromString(identifier).getMostSignificantBits() >>> 16;
    }
}
