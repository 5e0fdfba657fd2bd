package com.nexnum.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a server said. */
public record Answer(int status, HttpHeaders headers, String body) {

    private static final JsonMapper JSON = JsonMapper.shared();

    public JsonNode json() {
        return JSON.readTree(body);
    }

    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /** The value of a cookie that was set; empty when it was cleared or not set. */
    public String cookie(String name) {
        return cookies().stream()
                .filter(cookie -> cookie.startsWith(name + "="))
                .map(cookie -> cookie.substring(name.length() + 1).split(";", -1)[0])
                .findFirst()
                .orElse("");
    }

    public List<String> cookies() {
        return headers.allValues("Set-Cookie");
    }

    /** Fails unless this is the one error envelope with this status and code, and safe to show. */
    public Answer refused(int expectedStatus, String code) {
        assertThat(status).as(body).isEqualTo(expectedStatus);
        assertThat(header("Content-Type")).isEqualTo("application/json");
        assertThat(header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(json().propertyNames()).containsExactly("error");
        var error = json().get("error");
        assertThat(error.propertyNames())
                .containsExactlyInAnyOrder("code", "message", "details", "timestamp", "requestId");
        assertThat(error.get("code").asString()).as(body).isEqualTo(code).matches("[A-Z_]{3,}");
        assertThat(error.get("message").asString()).isNotBlank();
        assertThat(error.get("details").isObject()).isTrue();
        assertThat(Instant.parse(error.get("timestamp").asString())).isNotNull();
        assertThat(error.get("requestId").asString()).isEqualTo(header("X-Request-Id"));
        assertThat(body).doesNotContainIgnoringCase("exception", "secret", "com.nexnum", "tomcat");
        return this;
    }

    /** Fails unless the status is this one. */
    public Answer is(int expectedStatus) {
        assertThat(status).as(body).isEqualTo(expectedStatus);
        return this;
    }
}
