package com.nexnum.command.supply.sandbox;

import com.nexnum.kernel.phone.E164;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Finds numbers that nobody has now. */
final class Dialer {

    private static final int MOST_TRIES = 1_000;

    private final RandomGenerator random;
    private final Set<E164> taken = new HashSet<>();

    Dialer(RandomGenerator random) {
        this.random = random;
    }

    /** Empty when the country's numbers are as good as used up. */
    Optional<E164> take(SandboxCountry country) {
        for (int i = 0; i < MOST_TRIES; i++) {
            var number = country.number(random);
            if (taken.add(number)) {
                return Optional.of(number);
            }
        }
        return Optional.empty();
    }

    void putBack(E164 number) {
        taken.remove(number);
    }
}
