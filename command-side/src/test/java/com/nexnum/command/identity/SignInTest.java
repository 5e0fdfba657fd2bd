package com.nexnum.command.identity;

import static com.nexnum.command.identity.People.PASSWORD;
import static com.nexnum.command.identity.People.newEmail;
import static com.nexnum.command.identity.People.token;
import static org.assertj.core.api.Assertions.assertThat;

import com.nexnum.command.identity.session.SigningKeys;
import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.kernel.identity.IdentityEvent.UserBanned;
import com.nexnum.kernel.identity.IdentityEvent.UserRegistered;
import com.nexnum.trial.Browser;
import com.nexnum.trial.MovableClock;
import com.nexnum.trial.TrialPlatform;
import com.nexnum.trial.command.TrialIdentity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@SpringBootTest(
        classes = TrialIdentity.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {TrialPlatform.DEFAULTS, TrialPlatform.MIGRATED})
class SignInTest {

    @LocalServerPort int port;
    @Autowired JdbcClient jdbc;
    @Autowired MovableClock clock;
    @Autowired SigningKeys keys;
    @Autowired TrialIdentity.KeptEvents events;
    @Autowired TrialIdentity.KeptWelcomes welcomes;

    private Browser browser;
    private People people;

    @BeforeEach
    void open_the_browser() {
        browser = new Browser(port);
        people = new People(browser);
    }

    @AfterEach
    void calm_down() {
        clock.reset();
        events.refuse(false);
        welcomes.fail(false);
    }

    @Test
    void a_customer_registers_signs_in_is_known_and_signs_out() {
        var email = newEmail();
        var user =
                browser.post(
                                "/api/v1/auth/register",
                                """
                                {"email":" %s ","password":"%s","name":"Ada"}\
                                """
                                        .formatted(email, PASSWORD))
                        .is(201)
                        .json()
                        .get("user");
        assertThat(user.get("email").asString()).isEqualTo(email);
        assertThat(user.get("name").asString()).isEqualTo("Ada");
        assertThat(user.get("roles").get(0).asString()).isEqualTo("USER");
        assertThat(user.propertyNames()).noneMatch(name -> name.contains("password"));
        assertThat(events.all()).contains(new UserRegistered(id(user)));
        assertThat(welcomes.all()).containsOnlyOnce(id(user));

        var login = people.login(email.toUpperCase(Locale.ROOT), PASSWORD).is(200);
        assertThat(login.json().get("tokenType").asString()).isEqualTo("Bearer");
        assertThat(login.json().get("expiresInSeconds").asInt()).isEqualTo(900);
        assertThat(people.me(token(login)).is(200).json().get("user")).isEqualTo(user);

        browser.post("/api/v1/auth/logout", "", "Authorization", "Bearer " + token(login)).is(204);
        people.me(token(login)).refused(401, "SESSION_ENDED");
        people.refresh(login.cookie("nxn_refresh")).refused(401, "SESSION_ENDED");
    }

    @Test
    void nothing_of_a_password_is_stored_but_an_argon2id_hash() {
        var email = newEmail();
        people.register(email, PASSWORD).is(201);
        var hash =
                jdbc.sql("select password_hash from app_user where email = ?")
                        .param(email)
                        .query(String.class)
                        .single();
        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    }

    @Test
    void the_cookies_are_out_of_reach_of_scripts_and_other_sites() {
        var cookies = people.signedIn().cookies();
        assertThat(cookies).hasSize(3).allMatch(cookie -> cookie.contains("SameSite=Strict"));
        assertThat(cookies)
                .anyMatch(each -> each.startsWith("nxn_access=") && each.contains("HttpOnly"))
                .anyMatch(each ->
                        each.startsWith("nxn_refresh=")
                                && each.contains("HttpOnly")
                                && each.contains("Path=/api/v1/auth;"))
                .anyMatch(each -> each.startsWith("nxn_csrf=") && !each.contains("HttpOnly"))
                .noneMatch(each -> each.contains("Secure"));
    }

    @Test
    void a_browser_signs_out_with_its_cookies_and_their_csrf_token() {
        var login = people.signedIn();
        var csrf = login.cookie("nxn_csrf");
        var cookies = "nxn_access=" + login.cookie("nxn_access") + "; nxn_csrf=" + csrf;
        browser.post("/api/v1/auth/logout", "", "Cookie", cookies).refused(403, "CSRF_REJECTED");
        var out = browser.post("/api/v1/auth/logout", "", "Cookie", cookies, "X-CSRF-Token", csrf);
        assertThat(out.is(204).cookies()).hasSize(3).allMatch(each -> each.contains("Max-Age=0"));
    }

    @Test
    void a_stale_cookie_does_not_keep_anybody_from_signing_in() {
        var email = newEmail();
        people.register(email, PASSWORD);
        browser.post(
                        "/api/v1/auth/login",
                        "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, PASSWORD),
                        "Cookie",
                        "nxn_access=stale; nxn_refresh=stale")
                .is(200);
    }

    @Test
    void refuses_what_is_no_account() {
        for (var email : List.of("", "a", "a@b", "a b@c.de", "a@b..de", "a@-b.de", "ä@b.de")) {
            people.register(email, PASSWORD).refused(400, "VALIDATION_FAILED");
        }
        for (var password : List.of("", "1234567", "x".repeat(129), "Password1", "aaaaaaaaa")) {
            var fields =
                    people.register(newEmail(), password)
                            .refused(400, "VALIDATION_FAILED")
                            .json()
                            .at("/error/details/fields");
            assertThat(fields.propertyNames()).containsExactly("password");
        }
        people.register(newEmail(), "x\u00e9\uD83D\uDD11".repeat(40)).is(201);
        browser.post("/api/v1/auth/register", "{\"email\":\"a@b.de\",\"roles\":[\"ADMIN\"]}")
                .refused(400, "UNKNOWN_FIELD");
        browser.post("/api/v1/auth/login", "{}").refused(400, "VALIDATION_FAILED");
    }

    @Test
    void an_address_has_one_account_however_many_ask_at_once() throws Exception {
        var email = newEmail();
        var statuses =
                atOnce(6, () -> people.register(email.toUpperCase(Locale.ROOT), PASSWORD).status());
        assertThat(statuses).containsOnlyOnce(201).containsOnly(201, 409);
        people.register(email, "another password").refused(409, "EMAIL_TAKEN");
    }

    @Test
    void a_registration_that_cannot_be_told_did_not_happen() {
        var email = newEmail();
        events.refuse(true);
        people.register(email, PASSWORD).refused(500, "INTERNAL");
        events.refuse(false);
        people.login(email, PASSWORD).refused(401, "INVALID_CREDENTIALS");
        people.register(email, PASSWORD).is(201);
    }

    @Test
    void a_welcome_that_failed_is_made_good_at_sign_in() {
        var email = newEmail();
        welcomes.fail(true);
        people.register(email, PASSWORD).refused(500, "INTERNAL");
        welcomes.fail(false);
        var user = people.login(email, PASSWORD).is(200).json().get("user");
        people.login(email, PASSWORD).is(200);
        assertThat(welcomes.all()).containsOnlyOnce(id(user));
    }

    @Test
    void an_unknown_address_and_a_wrong_password_are_told_alike() {
        var email = newEmail();
        people.register(email, PASSWORD);
        var wrong = people.login(email, "wrong password").refused(401, "INVALID_CREDENTIALS");
        var unknown = people.login(newEmail(), PASSWORD).refused(401, "INVALID_CREDENTIALS");
        assertThat(wrong.json().at("/error/message"))
                .isEqualTo(unknown.json().at("/error/message"));
    }

    @Test
    void guessing_ends_after_ten_failures_even_with_the_right_password() throws Exception {
        var email = newEmail();
        people.register(email, PASSWORD);
        var statuses = atOnce(14, () -> people.login(email, "wrong password").status());
        assertThat(statuses.stream().filter(status -> status == 401)).hasSize(10);
        var refused = people.login(email, PASSWORD).refused(429, "TOO_MANY_ATTEMPTS");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 901);
        clock.forward(Duration.ofMinutes(16));
        people.login(email, PASSWORD).is(200);
    }

    @Test
    void a_success_forgives_the_failures_before() {
        var email = newEmail();
        people.register(email, PASSWORD);
        for (var round = 0; round < 2; round++) {
            for (var i = 0; i < 8; i++) {
                people.login(email, "wrong password").is(401);
            }
            people.login(email, PASSWORD).is(200);
        }
    }

    @Test
    void an_access_token_is_refused_after_fifteen_minutes() {
        var login = people.signedIn();
        clock.forward(Duration.ofMinutes(14));
        people.me(token(login)).is(200);
        clock.forward(Duration.ofMinutes(1));
        people.me(token(login)).refused(401, "TOKEN_EXPIRED");
    }

    @Test
    void a_new_signing_key_takes_over_and_old_tokens_stay_good() {
        var login = people.signedIn();
        var before = jdbc.sql("select count(*) from signing_key").query(Integer.class).single();
        keys.rotate();
        people.me(token(login)).is(200);
        people.me(token(people.signedIn())).is(200);
        assertThat(jdbc.sql("select count(*) from signing_key").query(Integer.class).single())
                .isEqualTo(before + 1);
        assertThat(jdbc.sql("select public_jwk from signing_key").query(String.class).list())
                .noneMatch(jwk -> jwk.contains("\"d\""));
    }

    @Test
    void an_administrator_bans_a_user_whose_sessions_end() {
        var victim = people.signedIn();
        var id = id(victim.json().get("user"));
        var admin = token(people.login(FirstAccounts.DEMO_ADMIN, FirstAccounts.DEMO_PASSWORD));
        var ban = "/api/v1/admin/users/" + id + "/ban";
        var reason = "{\"reason\":\"fraud\"}";

        browser.post(ban, reason, "Authorization", "Bearer " + token(victim)).is(403);
        browser.post(ban, "{}", "Authorization", "Bearer " + admin)
                .refused(400, "VALIDATION_FAILED");
        for (var i = 0; i < 2; i++) {
            var banned = browser.post(ban, reason, "Authorization", "Bearer " + admin).is(200);
            assertThat(banned.json().at("/user/banned").asBoolean()).isTrue();
        }
        assertThat(events.all()).containsOnlyOnce(new UserBanned(id, "fraud"));
        people.me(token(victim)).refused(401, "SESSION_ENDED");
        people.refresh(victim.cookie("nxn_refresh")).refused(401, "SESSION_ENDED");
        people.login(victim.json().at("/user/email").asString(), PASSWORD)
                .refused(403, "ACCOUNT_BANNED");
    }

    @Test
    void an_administrator_cannot_ban_nobody_or_oneself() {
        var login = people.login(FirstAccounts.DEMO_ADMIN, FirstAccounts.DEMO_PASSWORD);
        var auth = "Bearer " + token(login);
        var self = login.json().at("/user/id").asString();
        var reason = "{\"reason\":\"why not\"}";
        browser.post("/api/v1/admin/users/" + self + "/ban", reason, "Authorization", auth)
                .refused(409, "CANNOT_BAN_YOURSELF");
        browser.post("/api/v1/admin/users/cus_nobody/ban", reason, "Authorization", auth)
                .refused(404, "USER_NOT_FOUND");
    }

    @Test
    void an_administrator_reads_every_user_page_by_page() {
        people.signedIn();
        var auth =
                "Bearer "
                        + token(
                                people.login(
                                        FirstAccounts.DEMO_ADMIN, FirstAccounts.DEMO_PASSWORD));
        var seen = new ArrayList<String>();
        var cursor = "";
        do {
            var page =
                    browser.get(
                                    "/api/v1/admin/users?limit=2&cursor=" + cursor,
                                    "Authorization",
                                    auth)
                            .is(200)
                            .json();
            page.get("items").forEach(user -> seen.add(user.get("id").asString()));
            cursor = page.get("nextCursor").isNull() ? "" : page.get("nextCursor").asString();
        } while (!cursor.isEmpty());
        var all = jdbc.sql("select count(*) from app_user").query(Integer.class).single();
        assertThat(seen).hasSize(all).doesNotHaveDuplicates();
        var one =
                browser.get("/api/v1/admin/users?email=DEMO@nexnum.example", "Authorization", auth);
        assertThat(one.json().get("items")).hasSize(1);
    }

    private static CustomerId id(JsonNode user) {
        return new CustomerId(user.get("id").asString());
    }

    private static List<Integer> atOnce(int times, Callable<Integer> work)
            throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = IntStream.range(0, times).mapToObj(_ -> threads.submit(work)).toList();
            var results = new ArrayList<Integer>();
            for (var each : running) {
                results.add(each.get());
            }
            return results;
        }
    }
}
