package com.nexnum.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexnum.trial.Answer;
import com.nexnum.trial.Browser;
import com.nexnum.trial.MovableClock;
import com.nexnum.trial.TrialEndpoint;
import com.nexnum.trial.TrialPlatform;
import com.nexnum.trial.TrialTokens;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@SuppressWarnings("JavaUtilDate") // Nimbus takes nothing else.
@SpringBootTest(
        classes = {TrialPlatform.class, TrialEndpoint.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {TrialPlatform.DEFAULTS, TrialPlatform.MIGRATED})
class WhoMayAskWhatTest {

    private static final String ME = "/api/v1/trial/me";

    @LocalServerPort int port;
    @Autowired TrialTokens tokens;
    @Autowired CsrfTokens csrf;
    @Autowired LiveSessions sessions;
    @Autowired VerificationKeys keys;
    @Autowired MovableClock clock;
    @Autowired JdbcClient jdbc;

    private Browser browser;

    @BeforeEach
    void open_the_browser() {
        browser = new Browser(port);
    }

    @AfterEach
    void reset_the_clock() {
        clock.reset();
    }

    /** Status by caller; 404 says that the caller was let through to where nothing is. */
    @ParameterizedTest
    @CsvSource({
        "GET,  /api/health,                       200, 200, 200, 200",
        "GET,  /api/health/ready,                 200, 200, 200, 200",
        "GET,  /api/health/detailed,              401, 403, 200, 403",
        "GET,  /api/health/unknown,               401, 403, 404, 403",
        "GET,  /api/metrics,                      200, 200, 200, 200",
        "GET,  /api/docs,                         200, 200, 200, 200",
        "GET,  /api/docs/assets/swagger-ui.css,   200, 200, 200, 200",
        "GET,  /api/v1/openapi.json,              200, 200, 200, 200",
        "GET,  /api/v1/services,                  404, 404, 404, 404",
        "GET,  /api/v1/countries,                 404, 404, 404, 404",
        "GET,  /api/v1/offers,                    404, 404, 404, 404",
        "POST, /api/v1/offers,                    401, 404, 404, 403",
        "POST, /api/v1/auth/register,             404, 404, 404, 404",
        "POST, /api/v1/auth/login,                404, 404, 404, 404",
        "POST, /api/v1/auth/refresh,              404, 404, 404, 404",
        "POST, /api/v1/auth/logout,               401, 404, 404, 404",
        "GET,  /api/v1/auth/me,                   401, 404, 404, 404",
        "POST, /api/v1/providers/x/webhooks/y,    404, 404, 404, 404",
        "GET,  /api/v1/providers/x/webhooks/y,    401, 404, 404, 404",
        "POST, /api/v1/gateways/x/callbacks,      404, 404, 404, 404",
        "GET,  /api/v1/admin/users,               401, 403, 404, 403",
        "POST, /api/v1/admin/users/x/ban,         401, 403, 404, 403",
        "GET,  /api/v1/admin,                     401, 403, 404, 403",
        "GET,  /api/v1/audit/ledger,              401, 403, 404, 404",
        "POST, /api/v1/audit/verifications,       401, 403, 404, 404",
        "GET,  /api/v1/wallet,                    401, 404, 404, 404",
        "POST, /api/v1/wallet/deposits,           401, 404, 404, 403",
        "DELETE, /api/v1/webhooks/x,              401, 404, 404, 403",
        "GET,  /api/v1/trial/me,                  401, 200, 200, 200",
        "GET,  /error,                            401, 404, 404, 404",
        "GET,  /,                                 401, 404, 404, 404"
    })
    void each_role_reaches_what_is_its_own(
            String method, String path, int anonymous, int user, int admin, int auditor) {
        assertThat(browser.send(method, path, null).status()).isEqualTo(anonymous);
        assertThat(asked(method, path, Role.USER)).isEqualTo(user);
        assertThat(asked(method, path, Role.ADMIN)).isEqualTo(admin);
        assertThat(asked(method, path, Role.AUDITOR)).isEqualTo(auditor);
    }

    @Test
    void the_caller_is_who_the_token_says() {
        var answer = bearer(tokens.of(Role.USER, Role.AUDITOR)).is(200).json();
        assertThat(answer.get("id").asString()).startsWith("cus_");
        assertThat(answer.get("roles")).hasSize(2);
    }

    @Test
    void refuses_a_token_that_says_too_little_or_too_much() {
        var expired = Date.from(Instant.now().minusSeconds(1));
        var earlier = Date.from(Instant.now().minusSeconds(600));
        var later = Date.from(Instant.now().plusSeconds(600));
        refused(tokens.with(claims -> claims.audience("other")));
        refused(tokens.with(claims -> claims.audience((String) null)));
        refused(tokens.with(claims -> claims.issuer("https://evil.example")));
        refused(tokens.with(claims -> claims.subject(null)));
        refused(tokens.with(claims -> claims.subject("admin")));
        refused(tokens.with(claims -> claims.claim("roles", List.of("ROOT"))));
        refused(tokens.with(claims -> claims.claim("roles", null)));
        refused(tokens.with(claims -> claims.claim("sid", null)));
        refused(tokens.with(claims -> claims.expirationTime(null)));
        refused(tokens.with(claims -> claims.issueTime(later)));
        bearer(tokens.with(claims -> claims.issueTime(earlier).expirationTime(expired)))
                .refused(401, "TOKEN_EXPIRED");
    }

    @Test
    void refuses_a_token_that_nobody_of_us_signed() throws JOSEException {
        var session = tokens.newSession();
        var claims = TrialTokens.claims(session, Role.ADMIN).build();
        refused(new PlainJWT(claims).serialize());

        var secret = tokens.key().toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8);
        var header =
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .type(AccessTokenRules.TYPE)
                        .keyID(tokens.key().getKeyID())
                        .build();
        var swapped = new SignedJWT(header, claims);
        swapped.sign(new MACSigner(secret));
        refused(swapped.serialize());

        var foreign = TrialTokens.newKey(tokens.key().getKeyID());
        refused(tokens.signedBy(foreign, _ -> {}));
        refused(tokens.signedBy(TrialTokens.newKey("unknown"), _ -> {}));
        refused(tokens.signedBy(foreign, own -> own.jwk(foreign.toPublicJWK())));
        refused(tokens.signedBy(tokens.key(), own -> own.type(JOSEObjectType.JWT)));
        refused(tokens.signedBy(tokens.key(), own -> own.type(null)));

        var good = tokens.of(Role.USER);
        var parts = good.split("\\.", -1);
        refused(parts[0] + "." + parts[1] + ".");
        refused(parts[0] + "." + tokens.of(Role.ADMIN).split("\\.", -1)[1] + "." + parts[2]);
        refused("x".repeat(5_000));
        bearer(good).is(200);
    }

    @Test
    void a_new_key_is_known_at_once_and_a_withdrawn_one_soon_no_longer() {
        var next = TrialTokens.newKey("next");
        tokens.publish(next);
        clock.forward(Duration.ofSeconds(2));
        var token = tokens.signedBy(next, _ -> {});
        bearer(token).is(200);

        jdbc.sql("update signing_key set verifies_until = now() where kid = 'next'").update();
        clock.forward(Duration.ofSeconds(61));
        refused(token);
    }

    @Test
    void a_session_that_ended_takes_its_tokens_with_it() {
        var session = tokens.newSession();
        var token = tokens.inSession(session);
        bearer(token).is(200);
        jdbc.sql("update user_session set revoked_at = now() where id = ?").param(session).update();
        sessions.forget(session);
        bearer(token).refused(401, "SESSION_ENDED");
        bearer(tokens.inSession("ses_neverwas")).refused(401, "SESSION_ENDED");
    }

    @Test
    void a_cookie_signs_in_and_a_stale_one_does_no_harm_where_nobody_is_needed() {
        browser.get(ME, "Cookie", "nxn_access=" + tokens.of(Role.USER)).is(200);
        browser.get("/api/health", "Cookie", "nxn_access=stale").is(200);
        browser.get(ME, "Cookie", "nxn_access=stale").refused(401, "INVALID_TOKEN");
        browser.get("/api/health", "Authorization", "Bearer stale").refused(401, "INVALID_TOKEN");
    }

    @Test
    void a_cookie_changes_something_only_with_the_csrf_token_of_its_session() {
        var session = tokens.newSession();
        var access = "nxn_access=" + tokens.inSession(session);
        var token = csrf.issue(session);
        var both = access + "; nxn_csrf=" + token;
        post("Cookie", both, "X-CSRF-Token", token).is(200);

        var foreign = csrf.issue(tokens.newSession());
        refusedAsForged("Cookie", access);
        refusedAsForged("Cookie", both);
        refusedAsForged("Cookie", access, "X-CSRF-Token", token);
        refusedAsForged("Cookie", both, "X-CSRF-Token", foreign);
        refusedAsForged("Cookie", both, "X-CSRF-Token", token + "x");
        refusedAsForged("Cookie", access + "; nxn_csrf=" + foreign, "X-CSRF-Token", foreign);
        refusedAsForged("Cookie", access + "; nxn_csrf=x.y", "X-CSRF-Token", "x.y");
        post("Authorization", "Bearer " + tokens.inSession(session)).is(200);
    }

    @Test
    void another_site_changes_nothing_even_with_every_cookie() {
        var session = tokens.newSession();
        var token = csrf.issue(session);
        var cookies = "nxn_access=" + tokens.inSession(session) + "; nxn_csrf=" + token;
        post("Cookie", cookies, "X-CSRF-Token", token, "Sec-Fetch-Site", "same-origin").is(200);
        post("Cookie", cookies, "X-CSRF-Token", token, "Origin", "http://127.0.0.1:" + port)
                .is(200);
        for (var site : List.of("cross-site", "same-site", "nonsense")) {
            refusedAsForged("Cookie", cookies, "X-CSRF-Token", token, "Sec-Fetch-Site", site);
        }
        for (var origin : List.of("https://evil.example", "null", "::")) {
            refusedAsForged("Cookie", cookies, "X-CSRF-Token", token, "Origin", origin);
        }
        browser.post(
                        "/api/v1/auth/refresh",
                        "",
                        "Cookie",
                        "nxn_refresh=x",
                        "Sec-Fetch-Site",
                        "cross-site")
                .refused(403, "CSRF_REJECTED");
    }

    @Test
    void every_answer_tells_browsers_to_be_careful() {
        for (var answer : List.of(browser.get("/api/health"), browser.get(ME))) {
            assertThat(answer.header("Content-Security-Policy")).startsWith("default-src 'none'");
            assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
            assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
            assertThat(answer.header("Server")).isEmpty();
            assertThat(answer.headers().allValues("X-Content-Type-Options")).hasSize(1);
        }
        assertThat(browser.get("/api/docs").header("Content-Security-Policy"))
                .contains("script-src 'self'")
                .doesNotContain("unsafe");
    }

    @Test
    void health_tells_strangers_nothing_but_whether() {
        assertThat(browser.get("/api/health").json().propertyNames())
                .contains("status")
                .doesNotContain("components");
        var detailed =
                browser.get(
                        "/api/health/detailed", "Authorization", "Bearer " + tokens.of(Role.ADMIN));
        assertThat(detailed.json().get("components").get("database").get("status").asString())
                .isEqualTo("UP");
        assertThat(browser.get("/api/metrics").body()).contains("jvm_memory_used_bytes");
    }

    @Test
    void the_contract_names_the_envelope_for_every_operation() {
        var contract = browser.get("/api/v1/openapi.json").is(200).json();
        assertThat(contract.get("openapi").asString()).startsWith("3.1");
        assertThat(contract.at("/components/securitySchemes/bearer/scheme").asString())
                .isEqualTo("bearer");
        var operation = contract.get("paths").get(ME).get("get");
        assertThat(
                        operation
                                .at("/responses/default/content/application~1json/schema/$ref")
                                .asString())
                .endsWith("/ErrorEnvelope");
        assertThat(operation.has("parameters")).isFalse();
        var page = contract.get("paths").get("/api/v1/trial/page").get("get").get("parameters");
        assertThat(page.valueStream().map(each -> each.get("name").asString()))
                .containsExactlyInAnyOrder("limit", "cursor");
    }

    private int asked(String method, String path, Role role) {
        var answer = browser.send(method, path, null, "Authorization", "Bearer " + tokens.of(role));
        return answer.status();
    }

    private Answer bearer(String token) {
        return browser.get(ME, "Authorization", "Bearer " + token);
    }

    private Answer post(String... headers) {
        return browser.send("POST", ME, null, headers);
    }

    private void refused(String token) {
        bearer(token).refused(401, "INVALID_TOKEN");
    }

    private void refusedAsForged(String... headers) {
        post(headers).refused(403, "CSRF_REJECTED");
    }
}
