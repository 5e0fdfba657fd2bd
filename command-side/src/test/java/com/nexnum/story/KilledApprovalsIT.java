package com.nexnum.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nexnum.command.identity.FirstAccounts;
import com.nexnum.platform.database.TestDatabase;
import com.nexnum.trial.process.OsProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The process is killed while an administrator approves; no cent appears twice or is lost. */
class KilledApprovalsIT {

    private static final String ALL = "/api/v1/admin/adjustments";
    private static final int ADJUSTMENTS = 60;
    private static final long SEED = 7;

    private final TestDatabase database = TestDatabase.migrated();
    private final JdbcClient sql = JdbcClient.create(database.dataSource());
    private final Random random = new Random(SEED);
    private final List<OsProcess> all = new ArrayList<>();

    @AfterEach
    void ended() {
        all.forEach(OsProcess::close);
    }

    @Test
    void what_two_approved_is_in_the_wallet_once_whoever_is_killed_in_between() {
        var process = started("first");
        var ada =
                Buyer.signedIn(
                        new Api(process.port()),
                        FirstAccounts.DEMO_ADMIN,
                        FirstAccounts.DEMO_PASSWORD);
        var ben = secondAdministrator(process);
        var customer = Buyer.registered(new Api(process.port()));
        var ids = new ArrayList<String>();
        for (int number = 1; number <= ADJUSTMENTS; number++) {
            ids.add(proposed(ada, customer, number));
        }
        for (int kill = 1; kill <= 2; kill++) {
            approvesUntilKilled(process, ben, ids);
            process = started("after-kill-" + kill);
            await().atMost(Duration.ofSeconds(60)).until(() -> count("status = 'APPROVED'") == 0);
            isInTheWalletOnce(customer);
            ben = Buyer.signedIn(new Api(process.port()), ben.email(), Buyer.PASSWORD);
        }
        for (var id : ids) {
            assertThat(ben.post(ALL + "/" + id + "/approve", "{}").text("/status"))
                    .isEqualTo("BOOKED");
        }
        isInTheWalletOnce(customer);
        assertThat(balance(customer)).isEqualTo(ADJUSTMENTS * (ADJUSTMENTS + 1) / 2);
    }

    private void approvesUntilKilled(OsProcess process, Buyer ben, List<String> ids) {
        var enough = count("status = 'BOOKED'") + random.nextInt(12);
        var asked = new ArrayList<CompletableFuture<?>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            ids.forEach(id ->
                    asked.add(
                            CompletableFuture.runAsync(
                                    () -> ben.post(ALL + "/" + id + "/approve", "{}"), threads)));
            await().atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(2))
                    .until(() -> count("status in ('APPROVED', 'BOOKED')") > enough);
            process.kill();
            asked.forEach(each -> each.handle((_, _) -> "answered or not").join());
        }
    }

    private void isInTheWalletOnce(Buyer customer) {
        assertThat(
                        sql.sql(
                                        """
                                        select a.id from adjustment a
                                          left join event e on e.name = 'wallet.balance-adjusted'
                                               and e.payload ->> 'operationId' = 'adjustment:' || a.id
                                         group by a.id, a.status
                                        having count(e.*) <> case when a.status = 'BOOKED' then 1 else 0 end
                                        """)
                                .query(String.class)
                                .list())
                .isEmpty();
        assertThat(balance(customer))
                .isEqualTo(
                        sql.sql(
                                        """
                                        select coalesce(sum(amount), 0) / 10000 from adjustment
                                         where status = 'BOOKED'
                                        """)
                                .query(Long.class)
                                .single());
        assertThat(
                        sql.sql(
                                        """
                                        select (select count(*) from audit_change where what like 'adjustment.%')
                                             - (select count(*) from event where name like 'adjustment.%')
                                        """)
                                .query(Long.class)
                                .single())
                .isZero();
    }

    /** In cents, by the wallet's events alone. */
    private long balance(Buyer customer) {
        return sql.sql(
                        """
                        select coalesce(sum((payload #>> '{amount,micros}')::bigint), 0) / 10000 from event
                         where stream = 'wallet-' || :customer and name = 'wallet.balance-adjusted'
                        """)
                .param("customer", customer.id())
                .query(Long.class)
                .single();
    }

    private long count(String where) {
        return sql.sql("select count(*) from adjustment where " + where).query(Long.class).single();
    }

    private OsProcess started(String name) {
        var process =
                OsProcess.start(
                        name,
                        OsProcess.on(
                                database,
                                "nexnum.roles=command",
                                "nexnum.identity.demo-accounts=true"));
        all.add(process);
        return process.awaitReady();
    }

    private Buyer secondAdministrator(OsProcess process) {
        var ben = Buyer.registered(new Api(process.port()));
        sql.sql("update app_user set roles = 'ADMIN,USER' where id = ?").param(ben.id()).update();
        ben.signIn();
        return ben;
    }

    /** As many cents as its number says. */
    private static String proposed(Buyer ada, Buyer customer, int number) {
        var answer =
                ada.post(
                        ALL,
                        """
                        {"customer":"%s","amount":"%d.%02d","currency":"USD","direction":"CREDIT",
                         "reason":"goodwill","evidence":"ticket %d"}
                        """
                                .formatted(customer.id(), number / 100, number % 100, number),
                        "Idempotency-Key",
                        "proposal-" + number);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.text("/id");
    }
}
