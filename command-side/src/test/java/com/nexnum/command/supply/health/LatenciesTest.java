package com.nexnum.command.supply.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LatenciesTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void every_percentile_is_right_within_an_eighth_however_calls_are_shared_out(long seed) {
        var random = new Random(seed);
        var micros = random.longs(1 + random.nextInt(2_000), 8_000, 100_000_000).toArray();
        var parts = new Latencies[] {Latencies.NONE, Latencies.NONE, Latencies.NONE};
        for (long each : micros) {
            int part = random.nextInt(parts.length);
            parts[part] = parts[part].plus(Latencies.of(each));
        }
        var all = parts[0].plus(parts[1]).plus(parts[2]);
        Arrays.sort(micros);
        for (int percent : new int[] {1, 50, 95, 99, 100}) {
            long exact = micros[Math.ceilDiv(micros.length * percent, 100) - 1] / 1_000;
            assertThat(all.percentileMillis(percent))
                    .as("p%d of %d", percent, micros.length)
                    .isBetween(exact - exact / 8 - 1, exact + exact / 8 + 1);
        }
    }

    @Test
    void the_quickest_and_the_slowest_have_a_place() {
        assertThat(Latencies.of(0).percentileMillis(50)).isZero();
        assertThat(Latencies.of(-5).percentileMillis(50)).isZero();
        assertThat(Latencies.of(Long.MAX_VALUE).percentileMillis(50)).isGreaterThan(100_000);
    }

    @Test
    void nothing_measured_has_no_percentile() {
        assertThat(Latencies.NONE.plus(Latencies.NONE).isEmpty()).isTrue();
        assertThatIllegalStateException().isThrownBy(() -> Latencies.NONE.percentileMillis(50));
    }
}
