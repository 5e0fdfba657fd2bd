package com.nexnum.command.supply.providers;

import static com.nexnum.command.supply.providers.Documents.ACME;
import static com.nexnum.command.supply.providers.ProviderProcess.ADMIN;
import static com.nexnum.command.supply.providers.ProviderProcess.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nexnum.command.purchase.ScriptedSupply;
import com.nexnum.command.supply.OpenLine;
import com.nexnum.command.supply.Protocol;
import com.nexnum.command.supply.Suppliers.Supplier;
import com.nexnum.command.supply.Supply.BalanceAnswer;
import com.nexnum.command.supply.engine.Shipped;
import com.nexnum.command.supply.http.ApiKey;
import com.nexnum.command.supply.sandbox.Call;
import com.nexnum.command.supply.sandbox.SandboxServer;
import com.nexnum.command.supply.sandbox.SandboxSettings;
import com.nexnum.kernel.supply.ProviderSlug;
import com.nexnum.kernel.supply.SupplyEvent.ProviderPaused;
import com.nexnum.platform.database.TestDatabase;
import com.nexnum.platform.privacy.MasterKey;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

class LiveSuppliersTest {

    private final TestDatabase database = TestDatabase.migrated();
    private final MasterKey master = MasterKey.generate();
    private final List<ProviderProcess> processes = new ArrayList<>();
    private final ProviderProcess one = process().started();

    @AfterEach
    void closed() {
        processes.forEach(ProviderProcess::close);
    }

    @Test
    void what_one_process_adds_is_in_the_other_too() {
        var other = process().started();
        configure("https://one.example.com", null);
        assertThat(one.suppliers.find(ACME)).isPresent();
        await().until(() -> other.suppliers.find(ACME).isPresent());
        assertThat(other.suppliers.selling(ACME)).as("without its key").isEmpty();
        key();
        assertThat(one.suppliers.selling(ACME)).isPresent();
        await().until(() -> other.suppliers.selling(ACME).isPresent());
        assertThat(process().started().suppliers.selling(ACME)).as("a third").isPresent();
    }

    @Test
    void a_paused_provider_sells_nowhere_and_is_there_for_open_numbers() {
        var other = process().started();
        configure("https://one.example.com", null);
        key();
        await().until(() -> other.suppliers.selling(ACME).isPresent());
        one.providers.pause(ACME, "its prices are wrong", ADMIN);
        assertThat(one.suppliers.selling(ACME)).isEmpty();
        assertThat(one.suppliers.find(ACME)).isPresent();
        await().until(() -> other.suppliers.selling(ACME).isEmpty());
        assertThat(other.suppliers.find(ACME)).isPresent();
        one.providers.resume(ACME, "they are right", ADMIN);
        await().until(() -> other.suppliers.selling(ACME).isPresent());
    }

    @Test
    void a_new_version_takes_the_place_of_the_old_on_the_same_way() {
        configure("https://one.example.com", null);
        key();
        var before = one.suppliers.withLines().getFirst();
        configure("https://two.example.com", 1);
        var after = one.suppliers.withLines().getFirst();
        assertThat(after.supply()).isNotSameAs(before.supply());
        assertThat(after.line()).as("so that its limits go on").isSameAs(before.line());
        configure("https://two.example.com", 2);
        assertThat(one.suppliers.withLines().getFirst().supply())
                .as("the same once more is no change")
                .isSameAs(after.supply());
    }

    @Test
    void a_call_under_way_ends_as_it_began() throws Exception {
        var settings = SandboxSettings.USUAL.onPort(0);
        try (var upstream = SandboxServer.start(settings, Clock.systemUTC())) {
            upstream.script().latency(Duration.ofSeconds(2));
            configure(upstream.address().toString(), null);
            one.providers.replaceSecrets(
                    ACME, Map.of("apiKey", Optional.of(new ApiKey(settings.apiKey()))), ADMIN);
            var limit = one.suppliers.withLines().getFirst().line().sharedLimit().orElseThrow();
            limit.hold(10, System.nanoTime() + Duration.ofMinutes(1).toNanos());
            var supply = one.suppliers.find(ACME).orElseThrow();
            var asked = CompletableFuture.supplyAsync(supply::balance);
            await().until(() -> upstream.received(Call.BALANCE) == 1);
            configure("https://elsewhere.example.com", 1);
            assertThat(asked.get()).isInstanceOf(BalanceAnswer.Balance.class);
        }
    }

    @Test
    void a_document_that_cannot_be_used_pauses_its_own_provider_alone() {
        configure("https://one.example.com", null);
        key();
        var broken = new ProviderSlug("broken");
        var nothing = JsonMapper.shared().createObjectNode();
        one.table.store(new ProviderRow(broken, 1, null, 2));
        one.table.add(
                broken,
                new StoredVersion(1, new Configuration(null, nothing, nothing), ADMIN, NOON, null));

        var next = process().started();
        assertThat(next.suppliers.selling(ACME)).isPresent();
        assertThat(next.suppliers.find(broken)).isEmpty();
        await().untilAsserted(() ->
                assertThat(next.table.find(broken).orElseThrow().pause())
                        .satisfies(pause -> {
                            assertThat(pause).isNotNull();
                            assertThat(pause.reason()).startsWith("It cannot be used:");
                            assertThat(pause.by()).as("nobody asked for it").isNull();
                        }));
        assertThat(next.published)
                .extracting(event -> (Object) event.getPayload())
                .anyMatch(ProviderPaused.class::isInstance);
        assertThat(next.suppliers.selling(ACME)).isPresent();
    }

    @Test
    void each_change_is_recorded_with_what_was_there_before_and_without_a_secret() {
        configure("https://one.example.com", null);
        key();
        configure("https://two.example.com", 1);
        one.providers.pause(ACME, "its prices are wrong", ADMIN);
        var recorded =
                JdbcClient.create(database.dataSource())
                        .sql(
                                "select concat_ws(' ', what, before, after) from audit_change order by position")
                        .query(String.class)
                        .list();
        assertThat(recorded)
                .satisfiesExactly(
                        registered -> assertThat(registered).isEqualTo("provider.registered"),
                        first ->
                                assertThat(first)
                                        .startsWith("provider.configured")
                                        .contains("one.example.com"),
                        secret ->
                                assertThat(secret)
                                        .isEqualTo(
                                                "provider.secrets-replaced {\"names\":[\"apiKey\"]}"),
                        second ->
                                assertThat(second)
                                        .startsWith("provider.configured")
                                        .containsSubsequence("one.example.com", "two.example.com"),
                        paused ->
                                assertThat(paused)
                                        .contains("\"paused\":false", "its prices are wrong"));
        assertThat(recorded.toString()).doesNotContain("our-key-there");
    }

    @Test
    void what_stands_in_the_properties_counts_more() {
        configure("https://one.example.com", null);
        key();
        var fixed = new ScriptedSupply("acme", "0.10");
        var other = process(new Supplier(fixed, null, new OpenLine())).started();
        assertThat(other.suppliers.find(ACME)).hasValue(fixed);
        other.providers.pause(ACME, "a look at it", ADMIN);
        assertThat(other.suppliers.selling(ACME)).isEmpty();
    }

    private ProviderProcess process(Supplier... fixed) {
        var process = new ProviderProcess(database, master, fixed);
        processes.add(process);
        return process;
    }

    private void configure(String url, @Nullable Integer seen) {
        var document = Shipped.json(Protocol.FIVE_SIM).put("baseUrl", url);
        var policy = JsonMapper.shared().createObjectNode();
        one.providers.configure(ACME, new Configuration(null, document, policy), seen, ADMIN);
    }

    private void key() {
        var key = Optional.of(new ApiKey("our-key-there"));
        one.providers.replaceSecrets(ACME, Map.of("apiKey", key), ADMIN);
    }
}
