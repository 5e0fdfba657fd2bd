package com.nexnum.command.supply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nexnum.command.supply.BuyAnswer.Reason;
import com.nexnum.command.supply.BuyAnswer.Refused;
import com.nexnum.command.supply.BuyAnswer.Unknown;
import com.nexnum.command.supply.CannedProvider.Answer;
import com.nexnum.command.supply.Supply.BalanceAnswer.Balance;
import com.nexnum.command.supply.Supply.BalanceAnswer.Unavailable;
import com.nexnum.command.supply.engine.ConfiguredSupply;
import com.nexnum.command.supply.engine.Shipped;
import com.nexnum.command.supply.engine.document.Auth;
import com.nexnum.command.supply.engine.document.DocumentCheck;
import com.nexnum.command.supply.engine.document.DocumentMistakes;
import com.nexnum.command.supply.engine.request.Secrets;
import com.nexnum.command.supply.http.ApiKey;
import com.nexnum.command.supply.http.UpstreamClient;
import com.nexnum.command.supply.http.UpstreamSettings.Pace;
import com.nexnum.command.supply.sandbox.SandboxCodeBooks;
import com.nexnum.kernel.supply.ProviderSlug;
import com.nexnum.kernel.supply.UpstreamId;
import com.nexnum.platform.outbound.Destinations;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** What one thing may be asked of a provider, beside what may be asked of it altogether. */
class EndpointPaceTest {

    private static final Answer BALANCE = new Answer(200, "{\"balance\":7.5}");
    private static final Answer TROUBLE = new Answer(503, "");
    private static final Duration PATIENCE = Duration.ofMillis(200);

    @Test
    void a_reading_is_asked_for_again_as_often_as_the_document_says() {
        var provider = new CannedProvider(TROUBLE, TROUBLE, BALANCE);
        with(
                provider,
                "balance",
                "retries",
                2,
                supply -> {
                    assertThat(supply.balance()).isInstanceOf(Balance.class);
                    assertThat(provider.asked).hasSize(3);
                });
        var worse = new CannedProvider(TROUBLE, TROUBLE, TROUBLE, BALANCE);
        with(
                worse,
                "balance",
                "retries",
                2,
                supply -> {
                    assertThat(supply.balance()).isInstanceOf(Unavailable.class);
                    assertThat(worse.asked).hasSize(3);
                });
    }

    @Test
    void what_the_provider_says_clearly_is_not_asked_again() {
        var provider = new CannedProvider(new Answer(401, ""), BALANCE);
        with(
                provider,
                "balance",
                "retries",
                2,
                supply -> {
                    assertThat(supply.balance()).isInstanceOf(Unavailable.class);
                    assertThat(provider.asked).hasSize(1);
                });
    }

    @Test
    void no_more_calls_go_out_in_a_minute_than_it_has() {
        var provider = new CannedProvider(BALANCE);
        with(
                provider,
                "balance",
                "callsPerMinute",
                2,
                supply -> {
                    assertThat(supply.balance()).isInstanceOf(Balance.class);
                    assertThat(supply.balance()).isInstanceOf(Balance.class);
                    assertThat(supply.balance()).isInstanceOf(Unavailable.class);
                    assertThat(provider.asked).hasSize(2);
                    assertThat(supply.sms(new UpstreamId("1"))).as("others go on").isNotNull();
                    assertThat(provider.asked).hasSize(3);
                });
    }

    @Test
    void a_purchase_that_finds_no_turn_was_certainly_not_sent() {
        var provider = new CannedProvider(TROUBLE);
        with(
                provider,
                "buy",
                "callsPerMinute",
                1,
                supply -> {
                    assertThat(HostileAnswers.buy(supply)).isInstanceOf(Unknown.class);
                    assertThat(HostileAnswers.buy(supply))
                            .isInstanceOfSatisfying(
                                    Refused.class,
                                    no -> assertThat(no.reason()).isEqualTo(Reason.RATE_LIMITED));
                    assertThat(provider.asked).hasSize(1);
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"buy", "cancel", "complete"})
    void what_changes_something_is_never_asked_again(String endpoint) {
        assertThatThrownBy(() ->
                        DocumentCheck.checked(document("http://127.0.0.1", endpoint, "retries", 1)))
                .isInstanceOfSatisfying(
                        DocumentMistakes.class,
                        wrong ->
                                assertThat(wrong.all().getFirst().pointer())
                                        .isEqualTo("/endpoints/" + endpoint + "/pace/retries"));
    }

    @ParameterizedTest
    @CsvSource({"retries, 3", "callsPerMinute, 0", "maxConcurrentCalls, 0", "calls, 1"})
    void a_pace_of_no_sense_is_refused(String name, int value) {
        assertThatThrownBy(() ->
                        DocumentCheck.checked(document("http://127.0.0.1", "sms", name, value)))
                .isInstanceOf(DocumentMistakes.class);
    }

    private static void with(
            CannedProvider provider,
            String endpoint,
            String name,
            int value,
            Consumer<Supply> story) {
        var document = document(provider.address().toString(), endpoint, name, value);
        var pace = new Pace(Duration.ofSeconds(1), Duration.ofSeconds(5), 1_000, 8);
        try (provider;
                var client = new UpstreamClient(pace, Destinations.withLoopback())) {
            story.accept(
                    new ConfiguredSupply(
                            new ProviderSlug("acme"),
                            DocumentCheck.checked(document),
                            new Secrets(Map.of(Auth.KEY, new ApiKey("secret-4711"))),
                            client,
                            SandboxCodeBooks.of(Protocol.FIVE_SIM),
                            Clock.systemUTC()));
        }
    }

    private static ObjectNode document(String address, String endpoint, String name, int value) {
        var document = Shipped.json(Protocol.FIVE_SIM);
        document.put("baseUrl", address);
        var changed = (ObjectNode) document.at("/endpoints/" + endpoint);
        changed.put("timeout", PATIENCE.multipliedBy(2).toString());
        changed.putObject("pace").put(name, value);
        return document;
    }
}
