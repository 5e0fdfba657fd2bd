package com.nexnum.platform.eventstore;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.axonframework.common.IdentifierFactory;

/**
 * Event identifiers as UUID version 7 (RFC 9562 section 5.7): the unique index on them grows at its
 * end instead of everywhere. Axon finds this class as a service.
 *
 * <p>They must differ and need not be secret. So the system is asked for a seed of 256 bits once
 * for each of a few generators, and not for each identifier, which was a fifth of what a caller's
 * thread did.
 */
public final class TimeOrderedIdentifiers extends IdentifierFactory {

    private static final int GENERATORS = 16;
    private static final int SEED_BYTES = 32;
    private static final RandomGenerator[] RANDOM =
            Stream.generate(TimeOrderedIdentifiers::seeded)
                    .limit(GENERATORS)
                    .toArray(RandomGenerator[]::new);

    private static RandomGenerator seeded() {
        var seed = new byte[SEED_BYTES];
        new SecureRandom().nextBytes(seed);
        return RandomGeneratorFactory.of("L128X256MixRandom").create(seed);
    }

    @Override
    public String generateIdentifier() {
        var random = RANDOM[(int) (Thread.currentThread().threadId() % GENERATORS)];
        long first;
        long second;
        synchronized (random) {
            first = random.nextLong();
            second = random.nextLong();
        }
        long high = (System.currentTimeMillis() << 16) | 0x7000L | (first & 0x0FFFL);
        long low = (second & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low).toString();
    }
}
