package com.nexnum.command.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MemoryTest {

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void is_a_map_of_the_last_that_were_added(long seed) {
        var random = new SplittableRandom(seed);
        int capacity = random.nextInt(1, 70);
        Memory<Integer> memory = Memory.ofLast(capacity);
        var arrivals = new ArrayList<String>();
        var expected = new LinkedHashMap<String, Integer>();
        var copies = new ArrayList<Map.Entry<Memory<Integer>, Map<String, Integer>>>();
        for (int step = 0; step < 400; step++) {
            var key = key(random.nextInt(200));
            if (expected.remove(key) != null) {
                memory = memory.without(key);
                arrivals.set(arrivals.indexOf(key), "");
            } else {
                memory = memory.with(key, step);
                expected.put(key, step);
                arrivals.add(key);
                if (arrivals.size() > capacity) {
                    expected.remove(arrivals.removeFirst());
                }
            }
            assertThat(memory.size()).isEqualTo(expected.size());
            if (step % 50 == 0) {
                copies.add(Map.entry(memory, new LinkedHashMap<>(expected)));
            }
        }
        copies.add(Map.entry(memory, expected));
        for (var copy : copies) {
            assertThat(copy.getKey().asMap()).containsExactlyEntriesOf(copy.getValue());
            copy.getValue().forEach((key, value) -> remembers(copy.getKey(), key, value));
        }
    }

    @Test
    void refuses_to_remember_twice_and_to_forget_the_unknown() {
        Memory<Integer> memory = Memory.<Integer>boundless().with("a", 1);
        assertThatThrownBy(() -> memory.with("a", 2)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> memory.without("b")).isInstanceOf(IllegalStateException.class);
    }

    /** Half of the keys share their hash with another: "Aa" and "BB" have the same. */
    private static String key(int number) {
        return (number % 2 == 0 ? "Aa" : "BB") + number / 2;
    }

    private static void remembers(Memory<Integer> memory, String key, Integer value) {
        assertThat(memory.get(key)).isEqualTo(value);
    }
}
