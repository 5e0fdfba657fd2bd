package com.nexnum.command.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexnum.command.activation.ActivationCommand.ExpireActivation;
import com.nexnum.command.activation.ActivationCommand.RequestActivation;
import com.nexnum.command.decision.Rejection;
import com.nexnum.command.offer.OfferCommand.ReleaseReservation;
import com.nexnum.command.offer.OfferCommand.ReserveOffer;
import com.nexnum.command.purchase.OrderCommand.FulfilOrder;
import com.nexnum.command.purchase.OrderCommand.RecordRefusal;
import com.nexnum.command.wallet.WalletCommand.DepositFunds;
import com.nexnum.command.wallet.WalletCommand.OpenWallet;
import com.nexnum.kernel.activation.ActivationEvent.Candidate;
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
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Two processes perform the same news, in every order of their first steps, while the world changes
 * between any two of them; the one that was robbed may die at any of its steps.
 */
class TwoPerformersTest extends PurchaseStory {

    private static final int STEPS = 6;
    private static final List<Candidate> ROUTE =
            List.of(listed("p0", "0.10"), listed("p1", "0.12"));

    /** What changes once while the two are at work. */
    enum Change {
        NOTHING,
        MONEY_COMES,
        STOCK_COMES,
        STOCK_GOES,
        CAPTURES_ARE_REFUSED,
        CAPTURES_ARE_ALLOWED
    }

    /** What the provider says. */
    enum Provider {
        SELLS,
        REFUSES_ONCE,
        REFUSES
    }

    static Stream<Arguments> cases() {
        return Stream.of(Change.values())
                .flatMap(change ->
                        Stream.of(Provider.values())
                                .flatMap(provider ->
                                        Stream.of(true, false)
                                                .map(rich ->
                                                        Arguments.of(change, provider, rich))));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void every_interleaving_ends_well(Change change, Provider provider, boolean rich) {
        for (int at = 0; at < STEPS; at++) {
            for (int order = 0; order < 1 << STEPS; order++) {
                for (int lives = 0; lives <= STEPS; lives += 3) {
                    new Run(change, provider, rich, at, order, lives).endsWell();
                }
            }
        }
    }

    private static Candidate listed(String provider, String price) {
        return new Candidate(new ProviderSlug(provider), Money.usd(price), Money.usd("0.05"), 1, 1);
    }

    private static final class Run {

        private final PurchaseWorld world = new PurchaseWorld();
        private final Change change;
        private final Provider provider;
        private final int changeAt;
        private final int order;
        private final int lives;
        private @Nullable PurchaseProcess saved;
        private int heard;
        private int steps;

        Run(Change change, Provider provider, boolean rich, int at, int order, int lives) {
            this.change = change;
            this.provider = provider;
            this.changeAt = at;
            this.order = order;
            this.lives = lives;
            world.carryOut(new OpenWallet(WALLET, Currency.USD));
            if (rich) {
                deposit("deposit:0");
            }
            world.captureIsRefused = change == Change.CAPTURES_ARE_ALLOWED;
            if (change == Change.STOCK_COMES) {
                others(offer("p0"), true);
            }
            world.carryOut(
                    new RequestActivation(
                            ID, CUSTOMER, WHATSAPP, US, Money.usd("1.00"), null, ROUTE, null));
        }

        void endsWell() {
            try {
                while (heard < world.news.size()) {
                    perform();
                    answer();
                    if (heard == world.news.size() && saved().stage() instanceof Stage.Serving) {
                        world.carryOut(new ExpireActivation(ID, NOON.plusSeconds(86_400)));
                    }
                }
                assertThat(saved().stage()).isInstanceOf(Stage.Ended.class);
                PurchaseLaws.hold(world);
            } catch (AssertionError broken) {
                throw new AssertionError(
                        "change at %d, order %d, lives %d: %s"
                                .formatted(changeAt, order, lives, world.all),
                        broken);
            }
        }

        /** The second begins where the first began, and it is the second that can save. */
        private void perform() {
            var news = world.news.subList(heard, world.news.size());
            heard = world.news.size();
            var robbed = new PurchasePerformer(this::carryOut, saved, news);
            var owner = new PurchasePerformer(this::carryOut, saved, news);
            for (int i = 0, alive = lives; i < STEPS; i++) {
                if ((order >> i & 1) == 0) {
                    owner.advance();
                } else if (alive-- > 0) {
                    robbed.advance();
                }
            }
            boolean firstToTheEnd = (order & 1) == 0;
            while (firstToTheEnd && lives == STEPS && !robbed.isDone()) {
                robbed.advance();
            }
            while (!owner.isDone()) {
                owner.advance();
            }
            while (lives == STEPS && !robbed.isDone()) {
                robbed.advance();
            }
            saved = owner.process();
        }

        private Optional<? extends Rejection> carryOut(Object command) {
            if (steps++ == changeAt) {
                change();
            }
            return world.carryOut(command);
        }

        private void change() {
            switch (change) {
                case NOTHING -> {}
                case MONEY_COMES -> deposit("deposit:1");
                case STOCK_COMES -> others(offer("p0"), false);
                case STOCK_GOES -> {
                    others(offer("p0"), true);
                    others(offer("p1"), true);
                }
                case CAPTURES_ARE_REFUSED -> world.captureIsRefused = true;
                case CAPTURES_ARE_ALLOWED -> world.captureIsRefused = false;
            }
        }

        private void answer() {
            var asked = world.past(SupplyAttempted.class);
            int refused = world.past(SupplyRefused.class).size();
            if (asked.size() == refused + world.past(OrderFulfilled.class).size()) {
                return;
            }
            var open = asked.getLast();
            boolean refuses =
                    provider == Provider.REFUSES
                            || (provider == Provider.REFUSES_ONCE && refused == 0);
            world.carryOut(
                    refuses
                            ? new RecordRefusal(ORDER, open.attempt(), "NO_NUMBERS")
                            : new FulfilOrder(
                                    ORDER,
                                    open.attempt(),
                                    new UpstreamId("42"),
                                    SEALED,
                                    open.cost(),
                                    NOON,
                                    NOON.plus(Duration.ofMinutes(20))));
        }

        private void deposit(String operation) {
            world.carryOut(
                    new DepositFunds(
                            WALLET, new OperationId(operation), Money.usd("1.00"), "sandbox"));
        }

        private void others(OfferId offer, boolean take) {
            var theirs = new ReservationId("rsv_other_1");
            world.carryOut(
                    take
                            ? new ReserveOffer(
                                    offer,
                                    theirs,
                                    new OrderId("ord_other1"),
                                    Money.usd("0.10"),
                                    1,
                                    1,
                                    NOON,
                                    NOON.plus(Duration.ofMinutes(5)))
                            : new ReleaseReservation(offer, theirs, "X"));
        }

        private PurchaseProcess saved() {
            return Objects.requireNonNull(saved);
        }
    }
}
