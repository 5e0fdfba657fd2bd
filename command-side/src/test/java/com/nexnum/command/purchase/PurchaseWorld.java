package com.nexnum.command.purchase;

import com.nexnum.command.activation.ActivationCommand;
import com.nexnum.command.activation.ActivationRejection;
import com.nexnum.command.activation.Activations;
import com.nexnum.command.decision.Folded;
import com.nexnum.command.decision.Rejection;
import com.nexnum.command.offer.OfferCommand;
import com.nexnum.command.offer.OfferRejection;
import com.nexnum.command.offer.Offers;
import com.nexnum.command.wallet.WalletCommand;
import com.nexnum.command.wallet.WalletCommand.CaptureHold;
import com.nexnum.command.wallet.WalletRejection;
import com.nexnum.command.wallet.Wallets;
import com.nexnum.kernel.activation.ActivationEvent;
import com.nexnum.kernel.offer.OfferEvent;
import com.nexnum.kernel.offer.OfferId;
import com.nexnum.kernel.purchase.PurchaseEvent;
import com.nexnum.kernel.wallet.WalletEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A wallet, offers, one order and one activation in memory, by the real rules. */
final class PurchaseWorld {

    final Folded<WalletCommand, WalletEvent, WalletRejection, ?> wallet = Wallets.fresh();
    final Folded<ActivationCommand, ActivationEvent, ActivationRejection, ?> activation =
            Activations.fresh();
    final Folded<OrderCommand, PurchaseEvent, OrderRejection, OrderState> order =
            new Folded<>(new OrderState.New(), OrderDecider::decide, OrderState::evolve);
    final Map<OfferId, Folded<OfferCommand, OfferEvent, OfferRejection, ?>> offers =
            new HashMap<>();

    /** Whether the wallet will not turn a hold into a charge now. */
    boolean captureIsRefused;

    /** Everything but what offers do, in the order of happening. */
    final List<Object> all = new ArrayList<>();

    /** What the purchase hears of, in the order of happening. */
    final List<Object> news = new ArrayList<>();

    Optional<? extends Rejection> carryOut(Object command) {
        return switch (command) {
            case CaptureHold _ when captureIsRefused ->
                    Optional.of(new WalletRejection.AmountNotPositive());
            case WalletCommand c -> happened(wallet, c, all);
            case OfferCommand c ->
                    offers.computeIfAbsent(c.offerId(), _ -> Offers.fresh()).carryOut(c);
            case ActivationCommand c -> heard(activation, c);
            case OrderCommand c -> heard(order, c);
            default -> throw new IllegalArgumentException(command.toString());
        };
    }

    <E> List<E> past(Class<E> kind) {
        return Stream.of(wallet.past(), activation.past(), order.past())
                .flatMap(List::stream)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    <E> List<E> offered(Class<E> kind) {
        return offers.values().stream()
                .flatMap(offer -> offer.past().stream())
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /** Where in the order of happening the first of a kind stands; -1 for none. */
    int placeOf(Class<?> kind) {
        for (int i = 0; i < all.size(); i++) {
            if (kind.isInstance(all.get(i))) {
                return i;
            }
        }
        return -1;
    }

    private <C, E, R extends Rejection> Optional<R> heard(Folded<C, E, R, ?> stream, C command) {
        int known = all.size();
        var refusal = happened(stream, command, all);
        news.addAll(all.subList(known, all.size()));
        return refusal;
    }

    private static <C, E, R extends Rejection> Optional<R> happened(
            Folded<C, E, R, ?> stream, C command, List<Object> all) {
        int known = stream.past().size();
        var refusal = stream.carryOut(command);
        all.addAll(stream.past().subList(known, stream.past().size()));
        return refusal;
    }
}
