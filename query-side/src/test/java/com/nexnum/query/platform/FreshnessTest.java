package com.nexnum.query.platform;

import static com.nexnum.query.history.Door.ANNA;
import static org.assertj.core.api.Assertions.assertThat;

import com.nexnum.kernel.wallet.WalletId;
import com.nexnum.query.history.ReadModels;
import com.nexnum.query.history.Wallets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class FreshnessTest {

    private final String wallet = WalletId.of(ANNA).value();
    private final ReadModels models = new ReadModels();
    private final AtomicLong applied = new AtomicLong(Freshness.NOTHING);

    @Test
    void does_not_wait_for_what_was_never_stored() {
        assertThat(patient(Duration.ofHours(1)).await("balance", wallet, applied::get)).isTrue();
    }

    @Test
    void waits_until_the_view_has_the_last_event() throws Exception {
        models.history.add(Wallets.opened(ANNA));
        models.history.add(Wallets.deposited(ANNA, "5"));
        var asked = new CountDownLatch(3);
        var answer =
                CompletableFuture.supplyAsync(() ->
                        patient(Duration.ofMinutes(1))
                                .await(
                                        "balance",
                                        wallet,
                                        () -> {
                                            asked.countDown();
                                            return applied.get();
                                        }));

        assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(answer).isNotDone();
        applied.set(0);
        models.changes.announce(Freshness.topic("balance", wallet));
        assertThat(answer).isNotDone();
        applied.set(1);
        models.changes.announce(Freshness.topic("balance", wallet));

        assertThat(answer.get(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void gives_up_when_the_view_stays_behind() {
        models.history.add(Wallets.opened(ANNA));

        assertThat(patient(Duration.ofMillis(30)).await("balance", wallet, applied::get)).isFalse();
    }

    private Freshness patient(Duration patience) {
        return new Freshness(models.sql, models.changes, patience);
    }
}
