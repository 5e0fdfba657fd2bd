package com.nexnum.platform.ids;

import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.stereotype.Component;

/**
 * Makes ids that sort by the time of their making: 48 bits of milliseconds, then 80 random bits.
 */
@Component
public final class TimeOrderedIds {

    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int LENGTH = 26;
    private static final int TIME_LENGTH = 10;

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public TimeOrderedIds(Clock clock) {
        this.clock = clock;
    }

    /**
     * @param prefix what the id names, with its underscore: {@code cus_}
     * @return the prefix and 26 lower-case letters and digits
     */
    public String next(String prefix) {
        var id = new char[LENGTH];
        var millis = clock.millis();
        for (var i = TIME_LENGTH - 1; i >= 0; i--) {
            id[i] = ALPHABET.charAt((int) (millis & 31));
            millis >>>= 5;
        }
        for (var i = TIME_LENGTH; i < LENGTH; i++) {
            id[i] = ALPHABET.charAt(random.nextInt(ALPHABET.length()));
        }
        return prefix + new String(id);
    }
}
