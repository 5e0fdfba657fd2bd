package com.nexnum.command.platform.snapshots;

import static com.nexnum.kernel.money.Money.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.nexnum.command.activation.ActivationCommand.AssignNumber;
import com.nexnum.command.activation.ActivationCommand.CompleteActivation;
import com.nexnum.command.activation.ActivationCommand.ReceiveSms;
import com.nexnum.command.activation.ActivationCommand.RequestActivation;
import com.nexnum.command.activation.IncomingSms;
import com.nexnum.command.decision.CommandRejected;
import com.nexnum.command.offer.OfferCommand.ConfirmReservation;
import com.nexnum.command.offer.OfferCommand.ReleaseReservation;
import com.nexnum.command.offer.OfferCommand.ReserveOffer;
import com.nexnum.command.purchase.OrderCommand.AttemptSupply;
import com.nexnum.command.purchase.OrderCommand.PlaceOrder;
import com.nexnum.command.purchase.OrderCommand.RecordRefusal;
import com.nexnum.command.purchase.OrderCommand.Supplier;
import com.nexnum.command.wallet.WalletCommand.DepositFunds;
import com.nexnum.command.wallet.WalletCommand.HoldFunds;
import com.nexnum.command.wallet.WalletCommand.OpenWallet;
import com.nexnum.kernel.activation.ActivationEvent.Candidate;
import com.nexnum.kernel.activation.ActivationId;
import com.nexnum.kernel.activation.SmsId;
import com.nexnum.kernel.catalog.CountryCode;
import com.nexnum.kernel.catalog.ServiceCode;
import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.kernel.money.Currency;
import com.nexnum.kernel.offer.OfferId;
import com.nexnum.kernel.privacy.SealedText;
import com.nexnum.kernel.purchase.OrderId;
import com.nexnum.kernel.supply.ProviderSlug;
import com.nexnum.kernel.supply.UpstreamId;
import com.nexnum.kernel.wallet.HoldId;
import com.nexnum.kernel.wallet.OperationId;
import com.nexnum.kernel.wallet.WalletId;
import com.nexnum.platform.database.TestDatabase;
import com.nexnum.trial.command.CommandProcess;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Aggregates that are read from a snapshot, with what came before it taken away. */
class SnapshotsIT {

    private static final Instant NOW = Instant.parse("2126-03-01T12:00:00Z");
    private static final ProviderSlug PROVIDER = new ProviderSlug("sandbox");
    private static final ServiceCode SERVICE = new ServiceCode("whatsapp");
    private static final CountryCode COUNTRY = new CountryCode("US");
    private static final OfferId OFFER = OfferId.of(PROVIDER, SERVICE, COUNTRY);

    private static CommandProcess process;
    private static JdbcClient sql;

    @BeforeAll
    static void started() {
        process =
                CommandProcess.on(
                        TestDatabase.empty(),
                        "nexnum.roles=command",
                        "nexnum.aggregates.snapshot-every=5");
        sql = process.sql();
    }

    @AfterAll
    static void closed() {
        process.close();
    }

    @Test
    void a_wallet_goes_on_from_its_snapshot() {
        var wallet = richWallet("cus_snap01");
        withoutPast(wallet.value());
        process.send(deposit(wallet, 3));
        process.send(new HoldFunds(wallet, new HoldId("hold_1"), usd("12.00")));
        assertThatThrownBy(() ->
                        process.send(new HoldFunds(wallet, new HoldId("hold_2"), usd("0.01"))))
                .isInstanceOf(CommandRejected.class);
    }

    @Test
    void an_offer_goes_on_from_its_snapshot() {
        for (int i = 1; i <= 6; i++) {
            process.send(reserve(i, 2));
            process.send(new ReleaseReservation(OFFER, order(i).reservation(1), "NO_NUMBERS"));
        }
        process.send(reserve(7, 2));
        withoutPast(OFFER.value());
        process.send(reserve(7, 2));
        process.send(reserve(8, 2));
        assertThatThrownBy(() -> process.send(reserve(9, 2))).isInstanceOf(CommandRejected.class);
        process.send(new ConfirmReservation(OFFER, order(8).reservation(1)));
    }

    @Test
    void an_activation_goes_on_from_its_snapshot() {
        var activation = new ActivationId("act_snap01");
        process.send(
                new RequestActivation(
                        activation,
                        new CustomerId("cus_snap02"),
                        SERVICE,
                        COUNTRY,
                        usd("0.50"),
                        PROVIDER,
                        List.of(new Candidate(PROVIDER, usd("0.15"), usd("0.12"), 7, 9)),
                        null));
        process.send(
                new AssignNumber(
                        activation,
                        OrderId.of(activation),
                        PROVIDER,
                        new UpstreamId("u1"),
                        new SealedText("number"),
                        usd("0.15"),
                        NOW,
                        NOW.plusSeconds(1200)));
        for (int i = 1; i <= 6; i++) {
            process.send(sms(activation, i));
        }
        withoutPast(activation.value());
        process.send(sms(activation, 6));
        process.send(new CompleteActivation(activation));
        assertThat(last(activation.value())).isEqualTo("activation.completed 8");
    }

    @Test
    void an_order_goes_on_from_its_snapshot() {
        var order = new OrderId("ord_snap01");
        process.send(
                new PlaceOrder(
                        order,
                        new CustomerId("cus_snap03"),
                        SERVICE,
                        COUNTRY,
                        usd("0.15"),
                        new Supplier(PROVIDER, OFFER, usd("0.12"))));
        for (int attempt = 1; attempt <= 4; attempt++) {
            process.send(new RecordRefusal(order, attempt, "NO_NUMBERS"));
            process.send(
                    new AttemptSupply(
                            order, attempt + 1, new Supplier(PROVIDER, OFFER, usd("0.12"))));
        }
        process.send(new RecordRefusal(order, 5, "NO_NUMBERS"));
        withoutPast(order.value());
        process.send(new RecordRefusal(order, 5, "NO_NUMBERS"));
        process.send(new AttemptSupply(order, 6, new Supplier(PROVIDER, OFFER, usd("0.12"))));
        assertThatThrownBy(() ->
                        process.send(
                                new AttemptSupply(
                                        order, 9, new Supplier(PROVIDER, OFFER, usd("0.12")))))
                .isInstanceOf(CommandRejected.class);
    }

    @Test
    void a_snapshot_of_another_revision_is_not_read() {
        var wallet = richWallet("cus_snap04");
        snapshot(wallet.value());
        sql.sql(
                        """
                        update snapshot_event_entry set payload_revision = '0', payload = '{}'
                         where aggregate_identifier = :id
                        """)
                .param("id", wallet.value())
                .update();
        process.forget();
        process.send(new HoldFunds(wallet, new HoldId("hold_1"), usd("12.00")));
    }

    @Test
    void commands_do_not_wait_for_snapshots() {
        var latch = new CountDownLatch(1);
        process.bean(ExecutorService.class)
                .execute(() -> {
                    try {
                        latch.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
        var wallet = richWallet("cus_snap05");
        assertThat(snapshots(wallet.value())).isZero();
        latch.countDown();
        snapshot(wallet.value());
    }

    private static WalletId richWallet(String customer) {
        var wallet = WalletId.of(new CustomerId(customer));
        process.send(new OpenWallet(wallet, Currency.USD));
        for (int i = 0; i < 12; i++) {
            process.send(deposit(wallet, i));
        }
        return wallet;
    }

    private static DepositFunds deposit(WalletId wallet, int number) {
        return new DepositFunds(wallet, new OperationId("d" + number), usd("1.00"), "sandbox");
    }

    private static ReserveOffer reserve(int order, int stock) {
        return new ReserveOffer(
                OFFER,
                order(order).reservation(1),
                order(order),
                usd("0.15"),
                7,
                stock,
                Instant.now(),
                Instant.now().plusSeconds(300));
    }

    private static OrderId order(int number) {
        return new OrderId("ord_offer%02d".formatted(number));
    }

    private static ReceiveSms sms(ActivationId activation, int number) {
        return new ReceiveSms(
                activation,
                new IncomingSms(new SmsId("sms_" + number), new SealedText("text"), null, NOW));
    }

    private static void snapshot(String id) {
        await().until(() -> snapshots(id) > 0);
    }

    private static long snapshots(String id) {
        return sql.sql("select count(*) from snapshot_event_entry where aggregate_identifier = :id")
                .param("id", id)
                .query(Long.class)
                .single();
    }

    /** Only the snapshot is left of what it stands for, and nothing is kept in memory. */
    private static void withoutPast(String id) {
        snapshot(id);
        var transaction = new TransactionTemplate(process.bean(PlatformTransactionManager.class));
        transaction.executeWithoutResult(_ -> {
            sql.sql("set local session_replication_role = replica").update();
            sql.sql(
                            """
                            delete from domain_event_entry
                             where aggregate_identifier = :id and sequence_number <=
                             (select max(sequence_number) from snapshot_event_entry
                               where aggregate_identifier = :id)
                            """)
                    .param("id", id)
                    .update();
        });
        process.forget();
    }

    private static String last(String id) {
        return sql.sql(
                        """
                        select name || ' ' || sequence from event where stream = :id
                         order by sequence desc limit 1
                        """)
                .param("id", id)
                .query((row, _) -> row.getString(1))
                .single();
    }
}
