package com.nexnum.command.identity;

import com.nexnum.platform.web.Problem;
import com.nexnum.platform.web.ProblemException;
import com.nexnum.platform.web.ProblemWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** So many failures per account and address in a quarter of an hour, counted over all processes. */
@Component
@EnableConfigurationProperties(SignInProperties.class)
final class LoginThrottle {

    private static final Duration WINDOW = Duration.ofMinutes(15);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final int allowed;

    LoginThrottle(JdbcClient jdbc, Clock clock, SignInProperties properties) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.allowed = properties.loginFailures();
    }

    private record Window(int attempts, Instant start) {}

    /**
     * Counts an attempt before it is made, so that a hundred at once are a hundred.
     *
     * @throws ProblemException 429 TOO_MANY_ATTEMPTS
     */
    void attempt(String email, String address) {
        var now = clock.instant();
        var window = count(key(email, address), now);
        if (window.attempts() > allowed) {
            var wait = Duration.between(now, window.start().plus(WINDOW)).toSeconds() + 1;
            throw Problem.of(429, "TOO_MANY_ATTEMPTS", "Too many failed attempts; wait a while.")
                    .with(ProblemWriter.RETRY_AFTER, Math.max(1, wait))
                    .raised();
        }
    }

    private Window count(String key, Instant now) {
        var oldest = Timestamp.from(now.minus(WINDOW));
        jdbc.sql("delete from login_throttle where window_start < ?").param(oldest).update();
        return jdbc.sql(
                        """
                        insert into login_throttle as seen (key, window_start, attempts)
                        values (?, ?, 1)
                        on conflict (key) do update set attempts = least(seen.attempts + 1, 1000000)
                        returning attempts, window_start
                        """)
                .params(key, Timestamp.from(now))
                .query((row, _) -> new Window(row.getInt(1), row.getTimestamp(2).toInstant()))
                .single();
    }

    /** The attempt succeeded, and the ones before are forgiven. */
    void succeeded(String email, String address) {
        jdbc.sql("delete from login_throttle where key = ?").param(key(email, address)).update();
    }

    /** The attempt was not made after all. */
    void takeBack(String email, String address) {
        jdbc.sql("update login_throttle set attempts = attempts - 1 where key = ?")
                .param(key(email, address))
                .update();
    }

    private static String key(String email, String address) {
        try {
            var text = email.toLowerCase(Locale.ROOT) + "|" + address;
            var digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
