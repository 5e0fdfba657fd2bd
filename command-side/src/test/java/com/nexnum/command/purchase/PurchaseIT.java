package com.nexnum.command.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nexnum.command.CommandSide;
import com.nexnum.command.activation.ActivationCommand.RequestActivation;
import com.nexnum.command.activation.ActivationCommand.RequestCancellation;
import com.nexnum.command.platform.Commands;
import com.nexnum.command.routing.Route;
import com.nexnum.command.routing.RouteWish;
import com.nexnum.command.routing.Router;
import com.nexnum.command.supply.BuyAnswer;
import com.nexnum.command.supply.OpenLine;
import com.nexnum.command.supply.SmsAnswer.Sms;
import com.nexnum.command.supply.Suppliers;
import com.nexnum.command.supply.Suppliers.Supplier;
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
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The purchase as a whole: events in PostgreSQL, the saga, the agenda; only providers are scripted.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        classes = CommandSide.class,
        properties = {
            "nexnum.roles=command",
            "nexnum.purchase.unknown-settles-after=2s",
            "nexnum.supply.sandbox.enabled=false",
            "nexnum.catalog.sync-every=300ms"
        })
@Import(PurchaseIT.Providers.class)
class PurchaseIT {

    private static final TestDatabase DATABASE = TestDatabase.empty();
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final ServiceCode WHATSAPP = new ServiceCode("whatsapp");
    private static final CountryCode US = new CountryCode("US");

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        registry.add("nexnum.database.url", DATABASE::url);
        registry.add("nexnum.database.username", () -> "postgres");
        registry.add("nexnum.privacy.master-keyset", TestKeyset::base64);
    }

    @TestConfiguration
    static class Providers {

        @Bean
        ScriptedSupply cheap() {
            return new ScriptedSupply("cheap", "0.10");
        }

        @Bean
        ScriptedSupply dear() {
            return new ScriptedSupply("dear", "0.11");
        }

        @Bean
        @Primary
        Suppliers scripted(List<ScriptedSupply> supplies) {
            return new Suppliers(
                    supplies.stream().map(s -> new Supplier(s, "secret", new OpenLine())).toList());
        }
    }

    @Autowired Commands commands;
    @Autowired Router router;
    @Autowired JdbcClient sql;
    @Autowired ScriptedSupply cheap;
    @Autowired ScriptedSupply dear;

    private final CustomerId customer =
            new CustomerId("cus_it" + String.format("%06d", COUNT.incrementAndGet()));
    private final ActivationId activation =
            new ActivationId("act_it" + String.format("%06d", COUNT.get()));
    private final WalletId wallet = WalletId.of(customer);

    @BeforeEach
    void a_customer_with_money() {
        commands.send(new OpenWallet(wallet, Currency.USD));
        commands.send(
                new DepositFunds(
                        wallet, new OperationId("deposit:1"), Money.usd("1.00"), "sandbox"));
        await().until(() -> router.route(wish(null)) instanceof Route.Found);
    }

    @Test
    void a_number_is_bought_charged_and_assigned() {
        request(null);
        await().untilAsserted(() ->
                assertThat(names())
                        .containsSubsequence(
                                "activation.requested",
                                "offer.reserved",
                                "wallet.funds-held",
                                "purchase.order-placed",
                                "purchase.supply-attempted",
                                "purchase.order-fulfilled",
                                "wallet.hold-captured",
                                "offer.reservation-confirmed",
                                "activation.number-assigned"));
    }

    @Test
    void an_sms_reaches_the_activation_once() {
        request(null);
        await().until(() -> names().contains("activation.number-assigned"));
        var id = cheap.held.getLast().id();
        cheap.sms.put(id, List.of(new Sms("m1", "Your WhatsApp code is 123-456", null)));
        await().until(() -> names().contains("activation.sms-received"));
        assertThat(payload("activation.sms-received")).doesNotContain("123");
    }

    @Test
    void a_definite_refusal_fails_over_to_the_next_provider() {
        cheap.nextAnswers.add(new BuyAnswer.Refused(BuyAnswer.Reason.NO_NUMBERS, "NO_NUMBERS"));
        int before = dear.asked.get();
        request(Money.usd("0.20"));
        await().until(() -> names().contains("activation.number-assigned"));
        assertThat(names())
                .containsSubsequence(
                        "purchase.supply-refused", "offer.reservation-released", "offer.reserved");
        assertThat(dear.asked.get()).isEqualTo(before + 1);
    }

    @Test
    void an_ambiguous_answer_is_never_sent_again_and_the_money_goes_back() {
        cheap.nextAnswers.add(new BuyAnswer.Unknown(BuyAnswer.Doubt.NO_ANSWER, "timeout"));
        int cheapBefore = cheap.asked.get();
        int dearBefore = dear.asked.get();
        request(Money.usd("0.20"));
        await().atMost(java.time.Duration.ofSeconds(30))
                .until(() -> names().contains("activation.failed"));
        assertThat(names()).contains("purchase.supply-outcome-unknown", "wallet.hold-released");
        assertThat(cheap.asked.get()).isEqualTo(cheapBefore + 1);
        assertThat(dear.asked.get()).isEqualTo(dearBefore);
    }

    @Test
    void a_cancelled_number_is_refunded_once() {
        request(null);
        await().until(() -> names().contains("activation.number-assigned"));
        commands.send(new RequestCancellation(activation, Instant.now()));
        await().until(() -> names().contains("purchase.order-refunded"));
        assertThat(names()).containsOnlyOnce("wallet.charge-refunded");
    }

    @Test
    void an_empty_wallet_buys_nothing_and_leaves_nothing_reserved() {
        var poor = new CustomerId(customer.value() + "poor");
        commands.send(new OpenWallet(WalletId.of(poor), Currency.USD));
        int before = cheap.asked.get();
        request(poor, null);
        await().until(() -> names().contains("activation.failed"));
        assertThat(payload("activation.failed")).contains("INSUFFICIENT_FUNDS");
        assertThat(names()).contains("offer.reservation-released");
        assertThat(cheap.asked.get()).isEqualTo(before);
    }

    private void request(@Nullable Money maxPrice) {
        request(customer, maxPrice);
    }

    private void request(CustomerId who, @Nullable Money maxPrice) {
        var route = (Route.Found) router.route(wish(maxPrice));
        commands.send(
                new RequestActivation(
                        activation,
                        who,
                        WHATSAPP,
                        US,
                        route.limit(),
                        null,
                        route.candidates(),
                        route.decision()));
    }

    private static RouteWish wish(@Nullable Money maxPrice) {
        return new RouteWish(WHATSAPP, US, maxPrice, RouteSort.PRICE, null, 1);
    }

    private List<String> names() {
        return sql.sql(
                        """
                        select payload_type from domain_event_entry
                         where payload like :id or aggregate_identifier like :wallet
                         order by global_index
                        """)
                .param("id", "%" + activation.value().substring(4) + "%")
                .param("wallet", wallet.value() + "%")
                .query((row, _) -> row.getString(1))
                .list();
    }

    private String payload(String name) {
        return sql.sql(
                        """
                        select payload from domain_event_entry
                         where payload_type = :name and payload like :id
                        """)
                .param("name", name)
                .param("id", "%" + activation.value().substring(4) + "%")
                .query(String.class)
                .single();
    }
}
