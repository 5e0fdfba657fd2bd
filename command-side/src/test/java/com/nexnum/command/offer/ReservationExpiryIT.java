package com.nexnum.command.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.nexnum.command.decision.CommandRejected;
import com.nexnum.command.offer.OfferCommand.ConfirmReservation;
import com.nexnum.command.offer.OfferCommand.ReserveOffer;
import com.nexnum.command.offer.OfferRejection.OutOfStock;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.offer.OfferId;
import com.nexnum.kernel.offer.ReservationId;
import com.nexnum.kernel.purchase.OrderId;
import com.nexnum.platform.database.TestDatabase;
import com.nexnum.trial.MovableClock;
import com.nexnum.trial.command.CommandProcess;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** A reservation and its timer, over the end of the process that began them. */
class ReservationExpiryIT {

    private static final OfferId LEFT = new OfferId("offer-sandbox-whatsapp-US");
    private static final OfferId BOUGHT = new OfferId("offer-sandbox-telegram-US");
    private static final Duration LIFETIME = Duration.ofMinutes(5);
    private static final MovableClock CLOCK = new MovableClock();

    private final TestDatabase database = TestDatabase.empty();

    /** Ours before the platform's. */
    static class AsTheOnlyClock {
        @Bean
        @Primary
        MovableClock movableClock() {
            return CLOCK;
        }
    }

    @Test
    void a_reservation_that_nobody_ended_expires_in_the_next_process_and_no_other_does() {
        var begun = CLOCK.instant().truncatedTo(ChronoUnit.MICROS);
        try (var first = process()) {
            first.send(reserve(LEFT, 1, begun));
            first.send(reserve(BOUGHT, 2, begun));
            first.send(new ConfirmReservation(BOUGHT, reservation(2)));
            refusesForWantOfStock(first, reserve(LEFT, 3, begun));
            assertThat(timers(first)).containsExactly("rsv_1 " + begun.plus(LIFETIME));
        }
        try (var second = process()) {
            CLOCK.forward(LIFETIME.minusSeconds(60));
            refusesForWantOfStock(second, reserve(LEFT, 3, CLOCK.instant()));
            assertThat(timers(second)).containsExactly("rsv_1 " + begun.plus(LIFETIME));

            CLOCK.forward(Duration.ofSeconds(61));
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(timers(second)).isEmpty());
            assertThat(events(second, LEFT))
                    .containsExactly("offer.reserved rsv_1", "offer.reservation-expired rsv_1");
            assertThat(events(second, BOUGHT))
                    .containsExactly("offer.reserved rsv_2", "offer.reservation-confirmed rsv_2");
            second.send(reserve(LEFT, 3, CLOCK.instant()));
            refusesForWantOfStock(second, reserve(BOUGHT, 4, CLOCK.instant()));
        }
    }

    private CommandProcess process() {
        return CommandProcess.on(database, List.of(AsTheOnlyClock.class), "nexnum.roles=command");
    }

    /** The last one in stock. */
    private static ReserveOffer reserve(OfferId offer, int buyer, Instant now) {
        var order = new OrderId("ord_%06d".formatted(buyer));
        return new ReserveOffer(
                offer, reservation(buyer), order, Money.usd("0.15"), 1, 1, now, now.plus(LIFETIME));
    }

    private static ReservationId reservation(int buyer) {
        return new ReservationId("rsv_" + buyer);
    }

    private static void refusesForWantOfStock(CommandProcess process, ReserveOffer command) {
        assertThatThrownBy(() -> process.send(command))
                .isInstanceOfSatisfying(
                        CommandRejected.class,
                        rejected -> assertThat(rejected.reason()).isInstanceOf(OutOfStock.class));
    }

    private static List<String> timers(CommandProcess process) {
        return process.sql()
                .sql("select subject, due_at from agenda where kind = 'expire-reservation'")
                .query((row, _) -> row.getString(1) + " " + row.getTimestamp(2).toInstant())
                .list();
    }

    private static List<String> events(CommandProcess process, OfferId offer) {
        return process.sql()
                .sql(
                        """
                        select name || ' ' || (payload ->> 'reservationId') from event
                         where stream = :offer order by sequence
                        """)
                .param("offer", offer.value())
                .query((row, _) -> row.getString(1))
                .list();
    }
}
