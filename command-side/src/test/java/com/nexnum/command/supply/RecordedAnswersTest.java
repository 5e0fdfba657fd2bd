package com.nexnum.command.supply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.nexnum.command.supply.http.Tariff;
import com.nexnum.command.supply.http.UpstreamSettings.Pace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what providers are known to answer, good and bad, through their shipped documents. */
class RecordedAnswersTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> CALLS =
            List.of("buy", "sms", "cancel", "complete", "nextSms", "active", "prices", "balance");
    private static final String KEY = "k+y/secret=4711";

    private final SandboxFixture fixture = new SandboxFixture();

    @AfterEach
    void hangUp() {
        fixture.close();
    }

    static Stream<Arguments> recordings() {
        return Protocol.all().stream().flatMap(RecordedAnswersTest::of);
    }

    private static Stream<Arguments> of(Protocol protocol) {
        return CALLS.stream()
                .flatMap(call ->
                        recorded(protocol, call).values().stream()
                                .map(it ->
                                        arguments(
                                                protocol,
                                                call,
                                                it.path("name").stringValue(),
                                                it)));
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @MethodSource("recordings")
    void reads(Protocol protocol, String call, String name, JsonNode recording) {
        try (var provider = provider(protocol, recording)) {
            var said = Told.of(call, supply(protocol, provider));
            assertThat(said).as(name).isEqualTo(recording.path("means").stringValue());
            var asked = recording.path("asks");
            if (!asked.isMissingNode()) {
                assertThat(provider.asked()).anyMatch(it -> it.contains(asked.stringValue()));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("com.nexnum.command.supply.Protocol#all")
    void has_good_and_bad_answers_of_each_kind(Protocol protocol) {
        for (var call : List.of("sms", "cancel", "prices", "balance")) {
            assertThat(meanings(protocol, call)).contains("Unavailable").hasSizeGreaterThan(1);
        }
        assertThat(meanings(protocol, "buy"))
                .anyMatch(it -> it.startsWith("bought "))
                .anyMatch(it -> it.startsWith("refused "))
                .contains("unknown");
    }

    @Test
    void sends_keys_and_bodies_as_each_provider_wants_them() {
        assertThat(asked("smspool", "balance"))
                .containsExactly("POST /request/balance key=k%2By%2Fsecret%3D4711");
        assertThat(asked("textverified", "buy"))
                .contains(
                        "POST /api/pub/v2/verifications {\"serviceName\":\"whatsapp\","
                                + "\"capability\":\"sms\",\"maxPrice\":2}");
    }

    private List<String> asked(String word, String call) {
        var protocol = new Protocol(word);
        var first = recorded(protocol, call).path(0);
        try (var provider = provider(protocol, first)) {
            Told.of(call, supply(protocol, provider));
            return provider.asked();
        }
    }

    private Supply supply(Protocol protocol, RecordedProvider provider) {
        var pace = new Pace(Duration.ofSeconds(1), Duration.ofSeconds(5), 1_000, 8);
        return fixture.supply(protocol, KEY, provider.address(), pace, Tariff.DOLLARS);
    }

    private static List<String> meanings(Protocol protocol, String call) {
        return recorded(protocol, call).values().stream()
                .map(it -> it.path("means").stringValue())
                .toList();
    }

    /** An answer, or several in turn under {@code answers}. */
    private static RecordedProvider provider(Protocol protocol, JsonNode recording) {
        var always = new HashMap<String, JsonNode>();
        recorded(protocol, "always")
                .properties()
                .forEach(it -> always.put(it.getKey(), it.getValue()));
        var several = recording.path("answers");
        return new RecordedProvider(
                always,
                several.isMissingNode() ? List.of(recording) : List.copyOf(several.values()));
    }

    /** Empty where there are none. */
    private static JsonNode recorded(Protocol protocol, String call) {
        var resource = "/providers/recordings/" + protocol.word() + "/" + call + ".json";
        try (var in = RecordedAnswersTest.class.getResourceAsStream(resource)) {
            return in == null ? JSON.createArrayNode() : JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
