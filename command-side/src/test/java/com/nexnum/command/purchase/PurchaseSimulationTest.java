package com.nexnum.command.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexnum.command.activation.ActivationCommand.ExpireActivation;
import com.nexnum.command.activation.ActivationCommand.RequestActivation;
import com.nexnum.command.wallet.WalletCommand.OpenWallet;
import com.nexnum.kernel.activation.ActivationEvent.ActivationCancelled;
import com.nexnum.kernel.activation.ActivationEvent.ActivationExpired;
import com.nexnum.kernel.activation.ActivationEvent.ActivationFailed;
import com.nexnum.kernel.activation.ActivationEvent.NumberAssigned;
import com.nexnum.kernel.money.Currency;
import com.nexnum.kernel.offer.OfferEvent.ReservationConfirmed;
import com.nexnum.kernel.purchase.PurchaseEvent.OrderFailed;
import com.nexnum.kernel.purchase.PurchaseEvent.OrderFulfilled;
import com.nexnum.kernel.purchase.PurchaseEvent.OrderPlaced;
import com.nexnum.kernel.purchase.PurchaseEvent.OrderRefunded;
import com.nexnum.kernel.purchase.PurchaseEvent.SupplyAttempted;
import com.nexnum.kernel.wallet.WalletEvent.ChargeRefunded;
import com.nexnum.kernel.wallet.WalletEvent.FundsDeposited;
import com.nexnum.kernel.wallet.WalletEvent.FundsHeld;
import com.nexnum.kernel.wallet.WalletEvent.HoldCaptured;
import com.nexnum.kernel.wallet.WalletEvent.HoldReleased;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Purchases among crashes, lost progress, repeated news and everybody else's doings. */
class PurchaseSimulationTest extends PurchaseStory {

    static LongStream seeds() {
        return LongStream.range(0, 6_000);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatever_happens_no_cent_and_no_number_is_lost(long seed) {
        var random = new SplittableRandom(seed);
        var world = new PurchaseWorld();
        var others = new PurchaseChance(world, random);
        world.carryOut(new OpenWallet(WALLET, Currency.USD));
        others.deposit();
        var route = others.route();
        world.carryOut(
                new RequestActivation(
                        ID, CUSTOMER, WHATSAPP, US, route.getLast().price(), null, route));
        var runner = new PurchaseRunner(world, random, random.nextInt(6), others::perhapsAct);
        settle(world, runner, others);
        if (runner.purchase().stage() instanceof Stage.Serving) {
            world.carryOut(new ExpireActivation(ID, NOON.plusSeconds(86_400)));
            settle(world, runner, others);
        }
        assertThat(runner.purchase().stage()).isInstanceOf(Stage.Ended.class);
        moneyIsConserved(world);
        everyEndIsTheSameEverywhere(world);
        providersAreAskedInTurn(world);
    }

    private static void settle(PurchaseWorld world, PurchaseRunner runner, PurchaseChance others) {
        for (int round = 0; runner.hasNews() || others.owesAnAnswer(); round++) {
            assertThat(round).as("%s", world.news).isLessThan(1_000);
            if (runner.hasNews()) {
                runner.runOnce();
            }
            others.perhapsAct();
            if (!runner.hasNews()) {
                others.answer();
            }
        }
    }

    private static void moneyIsConserved(PurchaseWorld world) {
        int held = world.past(FundsHeld.class).size();
        int captured = world.past(HoldCaptured.class).size();
        int released = world.past(HoldReleased.class).size();
        assertThat(held).isLessThan(2);
        assertThat(captured + released).isEqualTo(held);
        long deposited =
                world.past(FundsDeposited.class).stream().mapToLong(d -> d.amount().micros()).sum();
        long charged =
                world.past(HoldCaptured.class).stream().mapToLong(c -> c.amount().micros()).sum();
        long refunded =
                world.past(ChargeRefunded.class).stream().mapToLong(r -> r.amount().micros()).sum();
        assertThat(PurchaseChance.available(world)).isEqualTo(deposited - charged + refunded);
        boolean silent =
                !world.past(ActivationCancelled.class).isEmpty()
                        || world.past(ActivationExpired.class).stream()
                                .anyMatch(end -> !end.smsReceived());
        assertThat(world.past(ChargeRefunded.class)).hasSize(silent ? 1 : 0);
        assertThat(world.past(OrderRefunded.class)).hasSize(silent ? 1 : 0);
    }

    private static void everyEndIsTheSameEverywhere(PurchaseWorld world) {
        int bought = world.past(OrderFulfilled.class).size();
        assertThat(bought).isLessThan(2);
        assertThat(world.past(HoldCaptured.class)).hasSize(bought);
        assertThat(world.past(NumberAssigned.class)).hasSize(bought);
        assertThat(world.past(ActivationFailed.class)).hasSize(1 - bought);
        assertThat(world.past(OrderFailed.class))
                .hasSize(world.past(OrderPlaced.class).size() - bought);
        assertThat(world.offered(ReservationConfirmed.class))
                .filteredOn(r -> r.reservationId().value().startsWith("rsv_000001"))
                .hasSizeLessThanOrEqualTo(bought)
                .allMatch(r ->
                        world.past(OrderFulfilled.class).stream()
                                .anyMatch(sold -> r.offerId().provider().equals(sold.provider())));
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
}
