package com.nexnum.command.identity;

import com.nexnum.command.identity.Users.Credentials;
import com.nexnum.command.identity.session.Refreshed.Renewed;
import com.nexnum.command.identity.session.Refreshed.Reused;
import com.nexnum.command.identity.session.Refreshed.Unknown;
import com.nexnum.command.identity.session.Sessions;
import com.nexnum.platform.web.Problem;
import com.nexnum.platform.web.ProblemException;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Opens a session for a password, and keeps it open for refresh tokens. */
@Component
final class SignIn {

    private final Users users;
    private final PasswordHashing hashing;
    private final LoginThrottle throttle;
    private final Sessions sessions;
    private final Registration registration;

    SignIn(
            Users users,
            PasswordHashing hashing,
            LoginThrottle throttle,
            Sessions sessions,
            Registration registration) {
        this.users = users;
        this.hashing = hashing;
        this.throttle = throttle;
        this.sessions = sessions;
        this.registration = registration;
    }

    record Opened(User user, Renewed session) {}

    /**
     * @param address where the request comes from
     * @throws ProblemException 401 INVALID_CREDENTIALS, 403 ACCOUNT_BANNED, 429 TOO_MANY_ATTEMPTS
     *     or 503 BUSY
     */
    Opened withPassword(String email, String password, String address) {
        throttle.attempt(email, address);
        var known = users.byEmail(email);
        if (!matches(known, email, password, address)) {
            throw refused(401, "INVALID_CREDENTIALS", "E-mail address or password is wrong.");
        }
        throttle.succeeded(email, address);
        var user = known.orElseThrow().user();
        requireNotBanned(user);
        registration.welcome(user);
        return new Opened(user, sessions.open(user.id()));
    }

    /**
     * @throws ProblemException 401 SESSION_ENDED, 403 ACCOUNT_BANNED
     */
    Opened withRefreshToken(String token) {
        return switch (sessions.refresh(token)) {
            case Renewed renewed -> {
                var user = users.byId(renewed.customerId()).orElseThrow();
                requireNotBanned(user);
                yield new Opened(user, renewed);
            }
            case Unknown _, Reused _ ->
                    throw refused(401, "SESSION_ENDED", "This session has ended; sign in again.");
        };
    }

    private boolean matches(
            Optional<Credentials> known, String email, String password, String address) {
        try {
            if (known.isEmpty()) {
                hashing.matchesNobody(password);
                return false;
            }
            return hashing.matches(password, known.get().passwordHash());
        } catch (ProblemException busy) {
            throttle.takeBack(email, address);
            throw busy;
        }
    }

    private static void requireNotBanned(User user) {
        if (user.banned()) {
            throw refused(403, "ACCOUNT_BANNED", "This account is banned.");
        }
    }

    private static ProblemException refused(int status, String code, String message) {
        return Problem.of(status, code, message).raised();
    }
}
