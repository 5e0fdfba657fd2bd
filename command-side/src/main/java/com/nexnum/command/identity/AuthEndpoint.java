package com.nexnum.command.identity;

import com.nexnum.command.identity.SignIn.Opened;
import com.nexnum.command.identity.session.AccessTokens;
import com.nexnum.command.identity.session.Sessions;
import com.nexnum.platform.security.AccessTokenRules;
import com.nexnum.platform.security.Caller;
import com.nexnum.platform.security.Role;
import com.nexnum.platform.security.SessionCookies;
import com.nexnum.platform.security.SignedIn;
import com.nexnum.platform.web.Problem;
import com.nexnum.platform.web.ProblemException;
import com.nexnum.platform.web.Problems;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Registering, signing in and out. */
@RestController
@RequestMapping("/api/v1/auth")
final class AuthEndpoint {

    private final Registration registration;
    private final SignIn signIn;
    private final Sessions sessions;
    private final Users users;
    private final AccessTokens tokens;
    private final AuthCookies cookies;

    AuthEndpoint(
            Registration registration,
            SignIn signIn,
            Sessions sessions,
            Users users,
            AccessTokens tokens,
            AuthCookies cookies) {
        this.registration = registration;
        this.signIn = signIn;
        this.sessions = sessions;
        this.users = users;
        this.tokens = tokens;
        this.cookies = cookies;
    }

    record Account(UserView user) {}

    record Session(String accessToken, String tokenType, long expiresInSeconds, UserView user) {}

    @PostMapping("/register")
    @ResponseStatus(HttpStatus.CREATED)
    @SecurityRequirements
    Account register(@RequestBody RegisterRequest asked) {
        var wanted = asked.checked();
        return registration
                .register(wanted.email(), wanted.password(), wanted.name(), Set.of(Role.USER))
                .map(user -> new Account(UserView.of(user)))
                .orElseThrow(() ->
                        Problem.of(409, "EMAIL_TAKEN", "This address has an account.").raised());
    }

    @PostMapping("/login")
    @SecurityRequirements
    Session login(
            @RequestBody LoginRequest asked,
            HttpServletRequest request,
            HttpServletResponse response) {
        var given = asked.checked();
        return session(
                signIn.withPassword(given.email(), given.password(), request.getRemoteAddr()),
                request,
                response);
    }

    @PostMapping("/refresh")
    @SecurityRequirements
    Session refresh(
            @Parameter(hidden = true) @CookieValue(name = SessionCookies.REFRESH, required = false)
                    @Nullable String token,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (token == null) {
            throw Problem.of(401, "SESSION_ENDED", "There is no session; sign in.").raised();
        }
        try {
            return session(signIn.withRefreshToken(token), request, response);
        } catch (ProblemException refused) {
            cookies.clear(request, response);
            throw refused;
        }
    }

    @PostMapping("/logout")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void logout(SignedIn signedIn, HttpServletRequest request, HttpServletResponse response) {
        sessions.end(signedIn.sessionId());
        cookies.clear(request, response);
    }

    @GetMapping("/me")
    Account me(Caller caller) {
        return users.byId(caller.customerId())
                .map(user -> new Account(UserView.of(user)))
                .orElseThrow(() -> Problems.ofStatus(401).raised());
    }

    private Session session(
            Opened opened, HttpServletRequest request, HttpServletResponse response) {
        var user = opened.user();
        var token = tokens.issue(user.id(), user.roles(), opened.session().sessionId());
        cookies.set(token, opened.session(), request, response);
        return new Session(
                token, "Bearer", AccessTokenRules.LIFETIME.toSeconds(), UserView.of(user));
    }
}
