package com.nexnum.command.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexnum.kernel.activation.ActivationEvent.ActivationCancelled;
import com.nexnum.kernel.activation.ActivationEvent.ActivationExpired;
import com.nexnum.kernel.activation.ActivationEvent.ActivationFailed;
import com.nexnum.kernel.activation.ActivationEvent.ActivationRequested;
import com.nexnum.kernel.activation.ActivationEvent.NumberAssigned;
import com.nexnum.kernel.offer.OfferEvent.ReservationConfirmed;
import com.nexnum.kernel.purchase.PurchaseEvent.OrderFailed;
import com.nexnum.kernel.purchase.PurchaseEvent.OrderFulfilled;
import com.nexnum.kernel.purchase.PurchaseEvent.OrderPlaced;
import com.nexnum.kernel.purchase.PurchaseEvent.OrderRefunded;
import com.nexnum.kernel.purchase.PurchaseEvent.SupplyAttempted;
import com.nexnum.kernel.purchase.PurchaseEvent.SupplyRefused;
import com.nexnum.kernel.wallet.WalletEvent.ChargeRefunded;
import com.nexnum.kernel.wallet.WalletEvent.FundsDeposited;
import com.nexnum.kernel.wallet.WalletEvent.FundsHeld;
import com.nexnum.kernel.wallet.WalletEvent.HoldCaptured;
import com.nexnum.kernel.wallet.WalletEvent.HoldReleased;
import com.nexnum.kernel.wallet.WalletEvent.HoldRuledOut;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/** What is true of every purchase that has ended, however it went. */
final class PurchaseLaws {

    static void hold(PurchaseWorld world) {
        moneyIsConserved(world);
        everyEndIsTheSameEverywhere(world);
        nothingIsUndoneBeforeThatIsDecided(world);
        providersAreAskedInTurn(world);
        nothingCostsMoreThanWasSaid(world);
        onlyADefiniteRefusalLeadsOn(world);
    }

    private static void moneyIsConserved(PurchaseWorld world) {
        int held = count(world, FundsHeld.class);
        int captured = count(world, HoldCaptured.class);
        assertThat(held + count(world, HoldRuledOut.class)).isLessThan(2);
        assertThat(captured + count(world, HoldReleased.class)).isEqualTo(held);
        long charged = sum(world, HoldCaptured.class, e -> e.amount().micros());
        long refunded = sum(world, ChargeRefunded.class, e -> e.amount().micros());
        long deposited = sum(world, FundsDeposited.class, e -> e.amount().micros());
        assertThat(PurchaseChance.available(world)).isEqualTo(deposited - charged + refunded);
        boolean unused = silent(world) || count(world, ActivationFailed.class) == 1;
        assertThat(count(world, ChargeRefunded.class)).isEqualTo(unused ? captured : 0);
    }

    private static void everyEndIsTheSameEverywhere(PurchaseWorld world) {
        int bought = count(world, OrderFulfilled.class);
        int failed = count(world, OrderFailed.class);
        int assigned = count(world, NumberAssigned.class);
        assertThat(bought).isLessThan(2);
        assertThat(failed).isEqualTo(1 - assigned);
        assertThat(assigned).isLessThanOrEqualTo(bought);
        assertThat(count(world, ActivationFailed.class)).isEqualTo(failed);
        assertThat(count(world, OrderRefunded.class)).isEqualTo(silent(world) ? 1 : 0);
        assertThat(count(world, HoldCaptured.class)).isBetween(assigned, bought);
        assertThat(world.offered(ReservationConfirmed.class))
                .filteredOn(r -> r.reservationId().value().startsWith("rsv_000001"))
                .hasSizeLessThanOrEqualTo(bought)
                .allMatch(r ->
                        world.past(OrderFulfilled.class).stream()
                                .anyMatch(sold -> r.offerId().provider().equals(sold.provider())));
    }

    private static void nothingIsUndoneBeforeThatIsDecided(PurchaseWorld world) {
        int failed = world.placeOf(OrderFailed.class);
        if (failed < 0) {
            assertThat(world.past(HoldReleased.class)).isEmpty();
            return;
        }
        int decided =
                world.past(OrderFulfilled.class).isEmpty()
                        ? failed
                        : world.placeOf(ActivationFailed.class);
        assertThat(world.all.indexOf(world.past(ActivationFailed.class).getFirst()))
                .isGreaterThanOrEqualTo(decided);
        for (var kind : new Class<?>[] {HoldReleased.class, ChargeRefunded.class}) {
            if (world.placeOf(kind) >= 0) {
                assertThat(world.placeOf(kind)).isGreaterThan(failed);
            }
        }
        assertThat(world.all.subList(failed, world.all.size()))
                .noneMatch(SupplyAttempted.class::isInstance)
                .noneMatch(OrderPlaced.class::isInstance);
    }

    private static void providersAreAskedInTurn(PurchaseWorld world) {
        var asked = world.past(SupplyAttempted.class);
        assertThat(asked)
                .extracting(SupplyAttempted::attempt)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, asked.size()).boxed().toList());
        assertThat(asked).extracting(SupplyAttempted::provider).doesNotHaveDuplicates();
        for (var order : world.past(OrderPlaced.class)) {
            assertThat(asked).allMatch(attempt -> order.price().covers(attempt.cost()));
        }
    }

    private static void nothingCostsMoreThanWasSaid(PurchaseWorld world) {
        var most = world.past(ActivationRequested.class).getFirst().maxPrice();
        assertThat(world.past(FundsHeld.class)).allMatch(e -> most.covers(e.amount()));
        assertThat(world.past(OrderPlaced.class)).allMatch(e -> most.covers(e.price()));
        assertThat(world.past(HoldCaptured.class)).allMatch(e -> most.covers(e.amount()));
        assertThat(world.past(NumberAssigned.class)).allMatch(e -> most.covers(e.price()));
    }

    private static void onlyADefiniteRefusalLeadsOn(PurchaseWorld world) {
        var refused = world.past(SupplyRefused.class);
        for (var asked : world.past(SupplyAttempted.class)) {
            assertThat(refused)
                    .filteredOn(no -> no.attempt() == asked.attempt() - 1)
                    .hasSize(asked.attempt() == 1 ? 0 : 1)
                    .allMatch(no -> !no.reason().equals(PurchaseProcess.NOT_SOLD))
                    .allMatch(no -> world.all.indexOf(no) < world.all.indexOf(asked));
        }
    }

    private static boolean silent(PurchaseWorld world) {
        return !world.past(ActivationCancelled.class).isEmpty()
                || world.past(ActivationExpired.class).stream().anyMatch(end -> !end.smsReceived());
    }

    private static int count(PurchaseWorld world, Class<?> kind) {
        return world.past(kind).size();
    }

    private static <E> long sum(PurchaseWorld world, Class<E> kind, ToLongFunction<E> amount) {
        return world.past(kind).stream().mapToLong(amount).sum();
    }

    private PurchaseLaws() {}
}
