package com.nexnum.command.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nexnum.command.CommandSide;
import com.nexnum.command.activation.ActivationCommand.CompleteActivation;
import com.nexnum.command.activation.ActivationCommand.RequestActivation;
import com.nexnum.command.activation.ActivationCommand.RequestCancellation;
import com.nexnum.command.platform.Commands;
import com.nexnum.command.routing.Route;
import com.nexnum.command.routing.RouteWish;
import com.nexnum.command.routing.Router;
import com.nexnum.command.supply.BuyAnswer;
import com.nexnum.command.supply.SmsAnswer.Sms;
import com.nexnum.command.wallet.WalletCommand.DepositFunds;
import com.nexnum.command.wallet.WalletCommand.OpenWallet;
import com.nexnum.kernel.activation.ActivationId;
import com.nexnum.kernel.catalog.CountryCode;
import com.nexnum.kernel.catalog.ServiceCode;
import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.kernel.money.Currency;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.routing.RouteSort;
import com.nexnum.kernel.wallet.OperationId;
import com.nexnum.kernel.wallet.WalletId;
import com.nexnum.platform.database.TestDatabase;
import com.nexnum.platform.privacy.TestKeyset;
import com.nexnum.query.rebuild.RebuildState;
import com.nexnum.query.rebuild.RebuildView;
import com.nexnum.query.rebuild.Rebuilds;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Every read model of real purchases can be thrown away and built again, and is the same. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        classes = CommandSide.class,
        properties = {
            "nexnum.roles=command,query",
            "nexnum.supply.sandbox.enabled=false",
            "nexnum.catalog.sync-every=300ms",
            "nexnum.processors.token-claim-interval=500ms"
        })
@Import(PurchaseIT.Providers.class)
class ReadModelsIT {

    private static final TestDatabase DATABASE = TestDatabase.empty();
    private static final List<String> TABLES =
            List.of(
                    "balance",
                    "activenumbers",
                    "activations",
                    "orders",
                    "orders_attempt",
                    "ledger_wallet",
                    "ledger_entry",
                    "ledger_posting",
                    "pricing",
                    "feed",
                    "feed_wallet",
                    "feed_number");

    /** Decayed sums: rounded, since the order of adding is not that of the first time. */
    private static final String TALLIES =
            """
            select concat_ws(' ', 'tally', provider, cell, round(delivered::numeric, 6),
                             round(silent::numeric, 6), round(sms_seconds::numeric, 4),
                             round(answers::numeric, 6), round(answer_seconds::numeric, 4), as_of)
              from routing_tally order by 1
            """;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        registry.add("nexnum.database.url", DATABASE::url);
        registry.add("nexnum.database.username", () -> "postgres");
        registry.add("nexnum.privacy.master-keyset", TestKeyset::base64);
    }

    @Autowired Commands commands;
    @Autowired Router router;
    @Autowired JdbcClient sql;
    @Autowired ScriptedSupply cheap;
    @Autowired EventProcessingConfiguration processing;
    @Autowired Rebuilds rebuilds;

    private final CustomerId customer = new CustomerId("cus_replay1");

    @Test
    void a_replay_and_a_rebuild_of_every_group_give_the_same_rows() {
        live();
        caughtUp();
        var before = rows();
        assertThat(TABLES).allSatisfy(table -> assertThat(before).anyMatch(of(table)));
        assertThat(before).anyMatch(of("tally cheap whatsapp-US")).anyMatch(of("tally cheap *"));

        assertThat(readModels()).hasSizeGreaterThan(5);
        for (var processor : readModels()) {
            processor.shutDown();
            processor.resetTokens();
            processor.start();
        }
        caughtUp();
        assertThat(rows()).isEqualTo(before);
        assertThat(count("select count(*) from dead_letter_entry")).isZero();

        for (var group : rebuilds.names()) {
            rebuilds.start(group, "test");
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> rebuilds.find(group).orElseThrow().endedAt() != null);
            assertThat(rebuilds.find(group).orElseThrow())
                    .as(group)
                    .returns(RebuildState.DONE, RebuildView::state)
                    .returns(0L, RebuildView::differing);
        }
        assertThat(rows()).isEqualTo(before);

        buy("act_replay4");
        caughtUp();
        assertThat(rows()).hasSizeGreaterThan(before.size());
        assertThat(count("select count(*) from dead_letter_entry")).isZero();
    }

    private void live() {
        commands.send(new OpenWallet(WalletId.of(customer), Currency.USD));
        commands.send(
                new DepositFunds(
                        WalletId.of(customer),
                        new OperationId("deposit:1"),
                        Money.usd("5.00"),
                        "sandbox"));
        var completed = buy("act_replay1");
        var id = cheap.held.getLast().id();
        cheap.sms.put(id, List.of(new Sms("m1", "Your WhatsApp code is 123-456", null)));
        until("activation.sms-received", 1);
        commands.send(new CompleteActivation(completed));
        var cancelled = buy("act_replay2");
        commands.send(new RequestCancellation(cancelled, Instant.now()));
        until("purchase.order-refunded", 1);
        cheap.nextAnswers.add(new BuyAnswer.Refused(BuyAnswer.Reason.NO_NUMBERS, "NO_NUMBERS"));
        buy("act_replay3");
        until("activation.completed", 1);
    }

    private ActivationId buy(String id) {
        var activation = new ActivationId(id);
        long before = events("activation.number-assigned");
        await().until(() -> route() instanceof Route.Found);
        var route = (Route.Found) route();
        commands.send(
                new RequestActivation(
                        activation,
                        customer,
                        new ServiceCode("whatsapp"),
                        new CountryCode("US"),
                        route.limit(),
                        null,
                        route.candidates(),
                        route.decision()));
        until("activation.number-assigned", before + 1);
        return activation;
    }

    private Route route() {
        return router.route(
                new RouteWish(
                        new ServiceCode("whatsapp"),
                        new CountryCode("US"),
                        Money.usd("0.20"),
                        RouteSort.PRICE,
                        null,
                        1));
    }

    private void until(String event, long count) {
        await().atMost(Duration.ofSeconds(30)).until(() -> events(event) >= count);
    }

    private long events(String name) {
        return count("select count(*) from event where name = '" + name + "'");
    }

    private long count(String query) {
        return sql.sql(query).query(Long.class).single();
    }

    /** Every group stands at the head, and the head stands still. */
    private void caughtUp() {
        await().atMost(Duration.ofSeconds(60))
                .during(Duration.ofSeconds(1))
                .until(() -> readModels().stream().allMatch(this::atHead));
    }

    /** By what it has stored: what it remembers may be from before it was reset. */
    private boolean atHead(StreamingEventProcessor processor) {
        return sql.sql(
                        """
                        select coalesce(t ->> 'index', t -> 'currentToken' ->> 'index')::bigint
                                 >= (select max(global_index) from domain_event_entry) as at_head
                          from (select convert_from(token, 'UTF8')::json as t
                                  from token_entry where processor_name = ?) tokens
                        """)
                .param(processor.getName())
                .query(Boolean.class)
                .list()
                .equals(List.of(true, true));
    }

    /** Every group that can be replayed, whichever there are; a saga cannot. */
    private List<StreamingEventProcessor> readModels() {
        return processing.eventProcessors().values().stream()
                .filter(StreamingEventProcessor.class::isInstance)
                .map(StreamingEventProcessor.class::cast)
                .filter(StreamingEventProcessor::supportsReset)
                .toList();
    }

    private List<String> rows() {
        var tallies = sql.sql(TALLIES).query(String.class).list();
        return Stream.concat(
                        TABLES.stream()
                                .flatMap(table ->
                                        sql
                                                .sql(
                                                        "select to_jsonb(t)::text from "
                                                                + table
                                                                + " t order by 1")
                                                .query((row, _) -> table + " " + row.getString(1))
                                                .list()
                                                .stream()),
                        tallies.stream())
                .toList();
    }

    private static java.util.function.Predicate<String> of(String table) {
        return row -> row.startsWith(table + " ");
    }
}
