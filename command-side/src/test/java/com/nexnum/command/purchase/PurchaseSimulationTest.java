package com.nexnum.command.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexnum.command.activation.ActivationCommand.ExpireActivation;
import com.nexnum.command.activation.ActivationCommand.RequestActivation;
import com.nexnum.command.wallet.WalletCommand.OpenWallet;
import com.nexnum.kernel.activation.ActivationEvent.Candidate;
import com.nexnum.kernel.money.Currency;
import com.nexnum.kernel.money.Money;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Purchases among crashes, stolen claims, lost progress, repeated news and everybody else's doings.
 */
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
                        ID, CUSTOMER, WHATSAPP, US, dearest(route), null, route, null));
        var runner =
                new PurchaseRunner(
                        world, random, random.nextInt(6), random.nextInt(5), others::perhapsAct);
        settle(world, runner, others);
        if (random.nextBoolean()) {
            runner.wakeTheRobbed();
            settle(world, runner, others);
        }
        if (runner.purchase().stage() instanceof Stage.Serving) {
            world.carryOut(new ExpireActivation(ID, NOON.plusSeconds(86_400)));
            settle(world, runner, others);
        }
        assertThat(runner.purchase().stage()).isInstanceOf(Stage.Ended.class);
        PurchaseLaws.hold(world);
        runner.wakeTheRobbed();
        PurchaseLaws.hold(world);
    }

    private static Money dearest(List<Candidate> route) {
        return route.stream()
                .map(Candidate::price)
                .max(Comparator.comparingLong(Money::micros))
                .orElseThrow();
    }

    private static void settle(PurchaseWorld world, PurchaseRunner runner, PurchaseChance others) {
        for (int round = 0; runner.hasNews() || others.owesAnAnswer(); round++) {
            assertThat(round).as("%s", world.news).isLessThan(2_000);
            if (runner.hasNews()) {
                runner.runOnce();
            }
            others.perhapsAct();
            if (!runner.hasNews()) {
                others.answer();
            }
        }
    }
}
