package com.nexnum.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.nexnum.platform.security.Role;
import com.nexnum.trial.Answer;
import com.nexnum.trial.BreakableDatabase;
import com.nexnum.trial.Browser;
import com.nexnum.trial.TrialEndpoint;
import com.nexnum.trial.TrialPlatform;
import com.nexnum.trial.TrialTokens;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;

@SpringBootTest(
        classes = {TrialPlatform.class, TrialEndpoint.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            TrialPlatform.DEFAULTS,
            TrialPlatform.MIGRATED,
            "spring.mvc.async.request-timeout=200ms"
        })
class EveryFailureIsAnEnvelopeTest {

    private static final String TRIAL = "/api/v1/trial";
    private static final String GOOD =
            """
            {"customer":"cus_123456","amount":"1.50","count":1,"at":"2026-01-01T00:00:00Z",
             "line":{"text":"x"}}\
            """;

    @LocalServerPort int port;
    @Autowired TrialTokens tokens;
    @Autowired BreakableDatabase database;

    private Browser browser;
    private String bearer;

    private record Way(String name, int status, String code, Supplier<Answer> fails) {}

    @BeforeEach
    void sign_in() {
        browser = new Browser(port);
        bearer = "Bearer " + tokens.of(Role.USER);
    }

    @TestFactory
    Stream<DynamicTest> every_way_to_fail() {
        sign_in();
        return Stream.of(bodies(), addresses(), failures(), security(), garbage())
                .flatMap(List::stream)
                .map(way ->
                        dynamicTest(
                                way.name(),
                                () -> way.fails().get().refused(way.status(), way.code())));
    }

    private List<Way> bodies() {
        return List.of(
                new Way("no body", 400, "MALFORMED_JSON", () -> order("")),
                new Way("half a body", 400, "MALFORMED_JSON", () -> order("{\"amount\":")),
                new Way("no JSON", 400, "MALFORMED_JSON", () -> order("amount=1")),
                new Way("not UTF-8", 400, "MALFORMED_JSON", () -> order("{\"a\": \u0001}")),
                new Way("null", 400, "MALFORMED_JSON", () -> order("null")),
                new Way("a list", 400, "VALIDATION_FAILED", () -> order("[]")),
                new Way("a number", 400, "VALIDATION_FAILED", () -> order("7")),
                new Way(
                        "an unknown field",
                        400,
                        "UNKNOWN_FIELD",
                        () -> order(GOOD.replace("\"count\":1", "\"count\":1,\"cuont\":1"))),
                new Way(
                        "an unknown field within",
                        400,
                        "UNKNOWN_FIELD",
                        () -> order(GOOD.replace("text", "txet"))),
                new Way(
                        "an amount as a number",
                        400,
                        "VALIDATION_FAILED",
                        () -> order(GOOD.replace("\"1.50\"", "1.50"))),
                new Way(
                        "a number as a string",
                        400,
                        "VALIDATION_FAILED",
                        () -> order(GOOD.replace("\"count\":1", "\"count\":\"1\""))),
                new Way(
                        "a fraction as a count",
                        400,
                        "VALIDATION_FAILED",
                        () -> order(GOOD.replace("\"count\":1", "\"count\":1.5"))),
                new Way(
                        "a count too large",
                        400,
                        "VALIDATION_FAILED",
                        () -> order(GOOD.replace("\"count\":1", "\"count\":99999999999"))),
                new Way(
                        "no time",
                        400,
                        "VALIDATION_FAILED",
                        () -> order(GOOD.replace("2026-01-01T00:00:00Z", "yesterday"))),
                new Way(
                        "an id of another kind",
                        400,
                        "VALIDATION_FAILED",
                        () -> order(GOOD.replace("cus_123456", "act_123456"))),
                new Way(
                        "a field twice",
                        400,
                        "MALFORMED_JSON",
                        () -> order(GOOD.replace("{\"customer\"", "{\"count\":2,\"customer\""))),
                new Way("two bodies", 400, "VALIDATION_FAILED", () -> order(GOOD + GOOD)),
                new Way(
                        "a thousand levels",
                        400,
                        "VALIDATION_FAILED",
                        () -> order("[".repeat(1_000) + "]".repeat(1_000))),
                new Way(
                        "a body too large",
                        413,
                        "PAYLOAD_TOO_LARGE",
                        () -> order(GOOD + " ".repeat(70_000))),
                new Way("a large body in chunks", 413, "PAYLOAD_TOO_LARGE", this::chunks),
                new Way(
                        "a form",
                        415,
                        "UNSUPPORTED_MEDIA_TYPE",
                        () -> typed("application/x-www-form-urlencoded", "a=1")),
                new Way("text", 415, "UNSUPPORTED_MEDIA_TYPE", () -> typed("text/plain", GOOD)),
                new Way(
                        "a type that is none",
                        415,
                        "UNSUPPORTED_MEDIA_TYPE",
                        () -> typed("nonsense", GOOD)));
    }

    private List<Way> addresses() {
        return List.of(
                new Way("nothing there", 404, "NOT_FOUND", () -> get("/api/v1/nothing")),
                new Way("nothing outside", 404, "NOT_FOUND", () -> get("/elsewhere")),
                new Way("a slash too much", 404, "NOT_FOUND", () -> get(TRIAL + "/bug/")),
                new Way(
                        "another method",
                        405,
                        "METHOD_NOT_ALLOWED",
                        () -> browser.send("DELETE", TRIAL + "/bug", null, auth())),
                new Way(
                        "a type not served",
                        406,
                        "NOT_ACCEPTABLE",
                        () -> browser.get(TRIAL + "/me", with("Accept", "text/html"))),
                new Way(
                        "a type not served by text",
                        406,
                        "NOT_ACCEPTABLE",
                        () -> browser.get(TRIAL + "/text", with("Accept", "image/png"))),
                new Way(
                        "a word as a number",
                        400,
                        "INVALID_PARAMETER",
                        () -> get(TRIAL + "/numbers/one?size=1")),
                new Way(
                        "an id that is none",
                        400,
                        "INVALID_PARAMETER",
                        () -> get(TRIAL + "/customers/act_1")),
                new Way("no parameter", 400, "MISSING_PARAMETER", () -> get(TRIAL + "/numbers/1")),
                new Way("no header", 400, "MISSING_HEADER", () -> get(TRIAL + "/header")),
                new Way("no cookie", 400, "MISSING_COOKIE", () -> get(TRIAL + "/cookie")),
                new Way(
                        "a limit of nought",
                        400,
                        "INVALID_PARAMETER",
                        () -> get(TRIAL + "/page?limit=0")),
                new Way(
                        "a limit of 101",
                        400,
                        "INVALID_PARAMETER",
                        () -> get(TRIAL + "/page?limit=101")),
                new Way(
                        "a forged cursor",
                        400,
                        "INVALID_CURSOR",
                        () -> get(TRIAL + "/page?cursor=AAAAAAAAMQ")),
                new Way(
                        "a cursor of another list",
                        400,
                        "INVALID_CURSOR",
                        () -> get(TRIAL + "/page?cursor=" + Cursor.after("x").encoded())),
                new Way(
                        "a cursor that is no base64",
                        400,
                        "INVALID_CURSOR",
                        () -> get(TRIAL + "/page?cursor=!!")));
    }

    private List<Way> failures() {
        return List.of(
                new Way("a bug", 500, "INTERNAL", () -> get(TRIAL + "/bug")),
                new Way("an error", 500, "INTERNAL", () -> get(TRIAL + "/error")),
                new Way("a bug elsewhere", 500, "INTERNAL", () -> get(TRIAL + "/async-bug")),
                new Way("wrong SQL", 500, "INTERNAL", () -> get(TRIAL + "/wrong-sql")),
                new Way("a refusal", 402, "INSUFFICIENT_FUNDS", () -> get(TRIAL + "/problem")),
                new Way("a buried refusal", 409, "BURIED", () -> get(TRIAL + "/buried")),
                new Way("too late", 503, "TIMEOUT", () -> get(TRIAL + "/late")),
                new Way("no storage", 503, "STORAGE_UNAVAILABLE", () -> get(TRIAL + "/storage")),
                new Way("broken", 503, "STORAGE_UNAVAILABLE", () -> get(TRIAL + "/closed")),
                new Way("shut down", 503, "STORAGE_UNAVAILABLE", () -> get(TRIAL + "/shutdown")),
                new Way("no word", 404, "NOT_FOUND", () -> get(TRIAL + "/silent")),
                new Way("a bare status", 404, "NOT_FOUND", () -> get(TRIAL + "/sent")));
    }

    private List<Way> security() {
        return List.of(
                new Way("nobody", 401, "UNAUTHENTICATED", () -> browser.get(TRIAL + "/me")),
                new Way(
                        "basic authentication",
                        401,
                        "INVALID_TOKEN",
                        () -> browser.get(TRIAL + "/me", "Authorization", "Basic eDp5")),
                new Way(
                        "a token that is none",
                        401,
                        "INVALID_TOKEN",
                        () -> browser.get(TRIAL + "/me", "Authorization", "Bearer x.y.z")),
                new Way("no administrator", 403, "FORBIDDEN", () -> get("/api/v1/admin/users")),
                new Way("no auditor", 403, "FORBIDDEN", () -> get("/api/v1/audit/x")),
                new Way("health in detail", 403, "FORBIDDEN", () -> get("/api/health/detailed")),
                new Way("a dotted path", 400, "BAD_REQUEST", () -> get("/api/v1/..;/x")),
                new Way("a double slash", 400, "BAD_REQUEST", () -> get("/api//v1")));
    }

    private List<Way> garbage() {
        return List.of(
                new Way("no HTTP", 400, "BAD_REQUEST", () -> raw("\u0016\u0003\u0001 hello\r\n")),
                new Way("no address", 400, "BAD_REQUEST", () -> raw("GET\r\n\r\n")),
                new Way(
                        "a bad method",
                        400,
                        "BAD_REQUEST",
                        () -> raw("G{T /x HTTP/1.1\r\nHost: x\r\n\r\n")),
                new Way("no host", 400, "BAD_REQUEST", () -> raw("GET / HTTP/1.1\r\n\r\n")),
                new Way(
                        "two hosts",
                        400,
                        "BAD_REQUEST",
                        () -> raw("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n")),
                new Way(
                        "a strange version",
                        505,
                        "HTTP_VERSION_NOT_SUPPORTED",
                        () -> raw("GET / HTTP/9.9\r\nHost: x\r\n\r\n")),
                new Way(
                        "an encoded slash",
                        400,
                        "BAD_REQUEST",
                        () ->
                                raw(
                                        "GET /api%2Fv1 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")),
                new Way(
                        "a backslash",
                        400,
                        "BAD_REQUEST",
                        () -> raw("GET /api\\v1 HTTP/1.1\r\nHost: x\r\n\r\n")),
                new Way(
                        "a broken escape",
                        400,
                        "BAD_REQUEST",
                        () -> raw("GET /api/%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")),
                new Way(
                        "a negative length",
                        400,
                        "BAD_REQUEST",
                        () -> raw("POST /x HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n")),
                new Way(
                        "TRACE",
                        405,
                        "METHOD_NOT_ALLOWED",
                        () -> raw("TRACE / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")),
                new Way(
                        "a method of one's own",
                        400,
                        "BAD_REQUEST",
                        () -> raw("BREW /x HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")),
                new Way(
                        "headers too large",
                        400,
                        "BAD_REQUEST",
                        () ->
                                raw(
                                        "GET / HTTP/1.1\r\nHost: x\r\nX: "
                                                + "x".repeat(20_000)
                                                + "\r\n\r\n")));
    }

    @Test
    void a_database_that_is_down_is_said_so_and_comes_back() {
        get(TRIAL + "/database").is(200);
        database.goDown();
        try {
            var answer = get(TRIAL + "/database").refused(503, "STORAGE_UNAVAILABLE");
            assertThat(answer.header(HttpHeaders.RETRY_AFTER)).isEqualTo("2");
            browser.get("/api/health/ready").is(503);
        } finally {
            database.comeBack();
        }
        get(TRIAL + "/database").is(200);
        browser.get("/api/health/ready").is(200);
    }

    @Test
    void a_token_cannot_be_checked_without_the_database_and_is_not_called_forged() {
        var fresh = "Bearer " + tokens.of(Role.USER);
        database.goDown();
        try {
            browser.get(TRIAL + "/me", "Authorization", fresh).refused(503, "STORAGE_UNAVAILABLE");
        } finally {
            database.comeBack();
        }
        browser.get(TRIAL + "/me", "Authorization", fresh).is(200);
    }

    @Test
    void says_what_would_have_been_right() {
        assertThat(order(GOOD).is(200).json().get("amount").asString()).isEqualTo("1.50");
        var unknown = order(GOOD.replace("text", "txet")).json().get("error").get("details");
        assertThat(unknown.get("field").asString()).isEqualTo("line.txet");
        var method = browser.send("DELETE", TRIAL + "/bug", null, auth());
        assertThat(method.header(HttpHeaders.ALLOW)).isEqualTo("GET");
        assertThat(browser.get(TRIAL + "/me").header(HttpHeaders.WWW_AUTHENTICATE))
                .isEqualTo("Bearer");
    }

    @Test
    void keeps_a_sane_request_id_and_replaces_any_other() {
        var own = browser.get(TRIAL + "/me", with("X-Request-Id", "my-id.7"));
        assertThat(own.header("X-Request-Id")).isEqualTo("my-id.7");
        assertThat(own.json().get("requestId").asString()).isEqualTo("my-id.7");
        for (var other : List.of("a b", "x".repeat(65), "<script>")) {
            assertThat(
                            browser.get(TRIAL + "/me", with("X-Request-Id", other))
                                    .header("X-Request-Id"))
                    .startsWith("req_");
        }
    }

    @Test
    void pages_follow_each_other_to_the_end() {
        var first = get(TRIAL + "/page").is(200).json();
        assertThat(first.get("items")).hasSize(20);
        var second = get(TRIAL + "/page?limit=25&cursor=" + first.get("nextCursor").asString());
        assertThat(second.json().get("items")).hasSize(25);
        assertThat(second.json().get("nextCursor").isNull()).isTrue();
    }

    private Answer order(String body) {
        return browser.post(TRIAL + "/orders", body, auth());
    }

    private Answer typed(String type, String body) {
        return browser.send("POST", TRIAL + "/orders", body, with("Content-Type", type));
    }

    private Answer chunks() {
        var body = GOOD + " ".repeat(70_000);
        return raw(
                "POST "
                        + TRIAL
                        + "/orders HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: "
                        + bearer
                        + "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + Integer.toHexString(body.length())
                        + "\r\n"
                        + body
                        + "\r\n0\r\n\r\n");
    }

    private Answer raw(String bytes) {
        return browser.raw(bytes);
    }

    private Answer get(String path) {
        return browser.get(path, auth());
    }

    private String[] auth() {
        return new String[] {"Authorization", bearer};
    }

    private String[] with(String name, String value) {
        return new String[] {"Authorization", bearer, name, value};
    }
}
