package com.nexnum.command.purchase;

import com.nexnum.command.activation.ActivationCommand.CompleteActivation;
import com.nexnum.command.activation.ActivationCommand.ConfirmCancellation;
import com.nexnum.command.activation.ActivationCommand.ExpireActivation;
import com.nexnum.command.activation.ActivationCommand.ReceiveSms;
import com.nexnum.command.activation.ActivationCommand.RequestCancellation;
import com.nexnum.command.activation.IncomingSms;
import com.nexnum.command.offer.OfferCommand.ExpireReservation;
import com.nexnum.command.offer.OfferCommand.ReleaseReservation;
import com.nexnum.command.offer.OfferCommand.ReserveOffer;
import com.nexnum.command.purchase.OrderCommand.FulfilOrder;
import com.nexnum.command.purchase.OrderCommand.RecordRefusal;
import com.nexnum.command.purchase.OrderCommand.RecordUnknownOutcome;
import com.nexnum.command.wallet.WalletCommand.DepositFunds;
import com.nexnum.kernel.activation.ActivationEvent.CancellationRequested;
import com.nexnum.kernel.activation.ActivationEvent.Candidate;
import com.nexnum.kernel.activation.SmsId;
import com.nexnum.kernel.money.Currency;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.offer.OfferId;
import com.nexnum.kernel.offer.ReservationId;
import com.nexnum.kernel.purchase.OrderId;
import com.nexnum.kernel.purchase.PurchaseEvent.OrderFulfilled;
import com.nexnum.kernel.purchase.PurchaseEvent.SupplyAttempted;
import com.nexnum.kernel.purchase.PurchaseEvent.SupplyRefused;
import com.nexnum.kernel.supply.ProviderSlug;
import com.nexnum.kernel.supply.UpstreamId;
import com.nexnum.kernel.wallet.OperationId;
import com.nexnum.kernel.wallet.WalletEvent.ChargeRefunded;
import com.nexnum.kernel.wallet.WalletEvent.FundsDeposited;
import com.nexnum.kernel.wallet.WalletEvent.FundsHeld;
import com.nexnum.kernel.wallet.WalletEvent.HoldReleased;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Everybody else: providers, other buyers, the customer, and time. */
final class PurchaseChance extends PurchaseStory {

    private final PurchaseWorld world;
    private final SplittableRandom random;
    private final boolean locksWallets;
    private int deposits;

    PurchaseChance(PurchaseWorld world, SplittableRandom random) {
        this.world = world;
        this.random = random;
        locksWallets = random.nextInt(3) == 0;
    }

    /** Dear and cheap in any order, as a route by quality has them. */
    List<Candidate> route() {
        var route = new ArrayList<Candidate>();
        for (int i = 0, size = 1 + random.nextInt(4); i < size; i++) {
            long price = 100_000 + 10_000L * random.nextInt(6);
            route.add(
                    new Candidate(
                            new ProviderSlug("p" + i),
                            new Money(Currency.USD, price),
                            new Money(Currency.USD, price - 5_000),
                            1,
                            random.nextInt(3)));
        }
        return route;
    }

    void perhapsAct() {
        switch (random.nextInt(24)) {
            case 0, 1, 2 -> answer();
            case 3 -> deposit();
            case 4, 5 -> somebodyElseTakesStock();
            case 6, 7 -> somebodyElseLeavesStock();
            case 8 -> reservationsExpire();
            case 9 -> world.carryOut(sms());
            case 10, 11 -> world.carryOut(new RequestCancellation(ID, NOON.plusSeconds(300)));
            case 12 -> {
                if (!world.past(CancellationRequested.class).isEmpty()) {
                    world.carryOut(new ConfirmCancellation(ID));
                }
            }
            case 13 -> world.carryOut(new CompleteActivation(ID));
            case 14 -> world.carryOut(new ExpireActivation(ID, NOON.plusSeconds(86_400)));
            case 15 -> world.captureIsRefused = locksWallets && random.nextBoolean();
            default -> {}
        }
    }

    void deposit() {
        var amount = new Money(Currency.USD, 1 + 50_000L * random.nextInt(6));
        var operation = new OperationId("deposit:" + ++deposits);
        world.carryOut(new DepositFunds(WALLET, operation, amount, "sandbox"));
    }

    boolean owesAnAnswer() {
        return world.past(SupplyAttempted.class).size()
                > world.past(SupplyRefused.class).size() + world.past(OrderFulfilled.class).size();
    }

    /** The provider that is being asked answers, or nobody knows at first. */
    void answer() {
        if (!owesAnAnswer()) {
            return;
        }
        var open = world.past(SupplyAttempted.class).getLast();
        switch (random.nextInt(6)) {
            case 0 -> world.carryOut(new RecordUnknownOutcome(ORDER, open.attempt(), "timeout"));
            case 1 ->
                    world.carryOut(
                            new RecordRefusal(ORDER, open.attempt(), PurchaseProcess.NOT_SOLD));
            case 2, 3 -> world.carryOut(new RecordRefusal(ORDER, open.attempt(), "NO_NUMBERS"));
            default -> world.carryOut(sold(open));
        }
    }

    static long available(PurchaseWorld world) {
        long in =
                world.past(FundsDeposited.class).stream().mapToLong(e -> e.amount().micros()).sum();
        long held = world.past(FundsHeld.class).stream().mapToLong(e -> e.amount().micros()).sum();
        long freed =
                world.past(HoldReleased.class).stream().mapToLong(e -> e.amount().micros()).sum();
        long back =
                world.past(ChargeRefunded.class).stream().mapToLong(e -> e.amount().micros()).sum();
        return in - held + freed + back;
    }

    private static FulfilOrder sold(SupplyAttempted open) {
        return new FulfilOrder(
                ORDER,
                open.attempt(),
                new UpstreamId("up-" + open.attempt()),
                SEALED,
                open.cost(),
                NOON.plusSeconds(120),
                NOON.plusSeconds(1_200));
    }

    private ReceiveSms sms() {
        var id = new SmsId("sms_" + random.nextInt(3));
        return new ReceiveSms(ID, new IncomingSms(id, SEALED, null, NOON));
    }

    private void somebodyElseTakesStock() {
        int buyer = random.nextInt(4);
        world.carryOut(
                new ReserveOffer(
                        anyOffer(),
                        new ReservationId("rsv_other_" + buyer),
                        new OrderId("ord_other" + buyer),
                        Money.usd("0.10"),
                        1,
                        random.nextInt(3),
                        NOON,
                        NOON.plus(Duration.ofMinutes(5))));
    }

    private void somebodyElseLeavesStock() {
        world.carryOut(
                new ReleaseReservation(
                        anyOffer(), new ReservationId("rsv_other_" + random.nextInt(4)), "X"));
    }

    private void reservationsExpire() {
        for (int attempt = 1; attempt <= 4; attempt++) {
            for (int i = 0; i < 4; i++) {
                world.carryOut(
                        new ExpireReservation(
                                offer("p" + i),
                                ORDER.reservation(attempt),
                                NOON.plusSeconds(86_400)));
            }
        }
    }

    private OfferId anyOffer() {
        return offer("p" + random.nextInt(4));
    }
}
