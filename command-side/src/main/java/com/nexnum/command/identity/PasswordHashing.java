package com.nexnum.command.identity;

import com.nexnum.platform.web.Problem;
import com.nexnum.platform.web.ProblemException;
import com.nexnum.platform.web.ProblemWriter;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Argon2id at OWASP's minimum: 19 MiB, two passes, one lane. A hash costs that memory and about 25
 * ms of a core, so only as many run at once as there are cores, and the rest waits in line for a
 * bounded time.
 */
@Component
@EnableConfigurationProperties(SignInProperties.class)
final class PasswordHashing {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;

    private final Argon2PasswordEncoder encoder =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES);
    private final Semaphore turns;
    private final Duration patience;
    private final String nobody;

    PasswordHashing(SignInProperties properties) {
        this.turns = new Semaphore(properties.hashesAtOnce(), true);
        this.patience = properties.hashPatience();
        this.nobody = encoder.encode("nobody has this password");
    }

    /**
     * @throws ProblemException 503 BUSY when its turn does not come
     */
    String hash(String password) {
        return inTurn(() -> encoder.encode(password));
    }

    /**
     * @throws ProblemException 503 BUSY when its turn does not come
     */
    boolean matches(String password, String hash) {
        return inTurn(() -> encoder.matches(password, hash));
    }

    /** Takes as long as a real comparison, so that time does not tell who has an account. */
    void matchesNobody(String password) {
        matches(password, nobody);
    }

    private <T> T inTurn(Supplier<T> work) {
        try {
            if (!turns.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw busy();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw busy();
        }
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }

    private static ProblemException busy() {
        return Problem.of(503, "BUSY", "Too many sign in at once; try again in a moment.")
                .with(ProblemWriter.RETRY_AFTER, 2)
                .raised();
    }
}
