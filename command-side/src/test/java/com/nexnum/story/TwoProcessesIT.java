package com.nexnum.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nexnum.command.CommandSide;
import com.nexnum.command.identity.FirstAccounts;
import com.nexnum.command.identity.session.SigningKeys;
import com.nexnum.platform.NexNum;
import com.nexnum.platform.database.TestDatabase;
import com.nexnum.platform.privacy.TestKeyset;
import com.nexnum.story.Api.Answer;
import com.nexnum.story.Buyer.Wish;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** Each side in a process of its own; all that they share is the database. */
class TwoProcessesIT {

    private static ConfigurableApplicationContext command;
    private static ConfigurableApplicationContext query;

    @BeforeAll
    static void started() {
        var database = TestDatabase.empty();
        command =
                process(
                        database,
                        "nexnum.roles=command",
                        "nexnum.supply.sandbox.port=0",
                        "nexnum.catalog.sync-every=300ms",
                        "nexnum.deposits.sandbox.delay=100ms",
                        "nexnum.identity.demo-accounts=true");
        query = process(database, "nexnum.roles=query");
    }

    @AfterAll
    static void closed() {
        query.close();
        command.close();
    }

    @Test
    void what_is_bought_at_the_one_is_read_at_the_other_with_the_same_token() {
        var buyer = Buyer.registered(api(command));
        assertThat(buyer.asksForDeposit("10.00").status()).isEqualTo(201);
        awaits(buyer, "/api/v1/wallet", "/available", "10.00");
        awaits(buyer, "/api/v1/offers?service=whatsapp&country=US", "/items/0/service", "whatsapp");

        var bought = buyer.buys(Wish.of("whatsapp", "US"));
        assertThat(bought.status()).as(bought.body()).isEqualTo(201);
        var id = bought.text("/id");
        var number = read(buyer, "/api/v1/numbers/" + id);
        assertThat(number.text("/phoneNumber"))
                .startsWith("+1")
                .isEqualTo(bought.text("/phoneNumber"));
        awaits(buyer, "/api/v1/wallet", "/held", "0.00");

        var auditor =
                Buyer.signedIn(
                        api(command), FirstAccounts.DEMO_AUDITOR, FirstAccounts.DEMO_PASSWORD);
        awaits(auditor, "/api/v1/audit/trial-balance", "/balanced", "true");
        awaits(auditor, "/api/v1/audit/trial-balance", "/entries", "3");
    }

    @Test
    void neither_does_the_work_of_the_other() {
        var buyer = Buyer.registered(api(command));
        var purchase =
                HttpRequest.newBuilder(api(query).at("/api/v1/numbers/purchase"))
                        .header("Authorization", "Bearer " + buyer.token())
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", "at-the-wrong-door")
                        .POST(BodyPublishers.ofString(Wish.of("whatsapp", "US").json()));
        assertThat(Api.send(purchase))
                .satisfies(answer -> assertThat(answer.status()).isIn(404, 405))
                .satisfies(answer ->
                        assertThat(answer.code()).isIn("NOT_FOUND", "METHOD_NOT_ALLOWED"));
        var wallet = buyer.get("/api/v1/wallet");
        assertThat(wallet.status()).isEqualTo(404);
        assertThat(wallet.code()).isEqualTo("NOT_FOUND");
    }

    @Test
    void nothing_of_the_command_side_and_no_private_key_is_in_the_query_process() {
        assertThat(query.getBeanProvider(SigningKeys.class).stream()).isEmpty();
        assertThat(beans(query, "com.nexnum.command."))
                .containsExactly(CommandSide.class.getName());
        assertThat(beans(query, "com.nexnum.query.")).isNotEmpty();
        assertThat(beans(command, "com.nexnum.query.")).isEmpty();
        assertThat(beans(command, "com.nexnum.command.")).contains(SigningKeys.class.getName());
    }

    private static List<String> beans(ConfigurableApplicationContext process, String within) {
        return Arrays.stream(process.getBeanDefinitionNames())
                .map(process::getType)
                .filter(Objects::nonNull)
                .map(Class::getName)
                .filter(name -> name.startsWith(within))
                .toList();
    }

    private static Answer read(Buyer buyer, String path) {
        return Api.send(
                api(query).request(path).header("Authorization", "Bearer " + buyer.token()));
    }

    private static void awaits(Buyer buyer, String path, String pointer, String value) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> {
                    var answer = read(buyer, path);
                    assertThat(answer.text(pointer)).as(answer.body()).isEqualTo(value);
                });
    }

    private static Api api(ConfigurableApplicationContext process) {
        return new Api(
                process.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
    }

    private static ConfigurableApplicationContext process(
            TestDatabase database, String... properties) {
        var shared =
                Stream.of(
                        "server.port=0",
                        "nexnum.database.url=" + database.url(),
                        "nexnum.database.username=postgres",
                        "nexnum.privacy.master-keyset=" + TestKeyset.base64());
        return NexNum.run(
                CommandSide.class,
                Stream.concat(shared, Arrays.stream(properties))
                        .map(property -> "--" + property)
                        .toArray(String[]::new));
    }
}
