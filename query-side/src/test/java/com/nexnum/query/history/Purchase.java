package com.nexnum.query.history;

import com.nexnum.kernel.activation.ActivationEvent.ActivationCancelled;
import com.nexnum.kernel.activation.ActivationEvent.ActivationCompleted;
import com.nexnum.kernel.activation.ActivationEvent.ActivationExpired;
import com.nexnum.kernel.activation.ActivationEvent.ActivationFailed;
import com.nexnum.kernel.activation.ActivationEvent.ActivationRequested;
import com.nexnum.kernel.activation.ActivationEvent.CancellationRefused;
import com.nexnum.kernel.activation.ActivationEvent.CancellationRequested;
import com.nexnum.kernel.activation.ActivationEvent.NextSmsRefused;
import com.nexnum.kernel.activation.ActivationEvent.NextSmsRequested;
import com.nexnum.kernel.activation.ActivationEvent.NumberAssigned;
import com.nexnum.kernel.activation.ActivationEvent.SmsReceived;
import com.nexnum.kernel.activation.ActivationId;
import com.nexnum.kernel.activation.SmsId;
import com.nexnum.kernel.catalog.CountryCode;
import com.nexnum.kernel.catalog.ServiceCode;
import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.offer.OfferId;
import com.nexnum.kernel.purchase.OrderId;
import com.nexnum.kernel.purchase.PurchaseEvent.OrderFailed;
import com.nexnum.kernel.purchase.PurchaseEvent.OrderFulfilled;
import com.nexnum.kernel.purchase.PurchaseEvent.OrderPlaced;
import com.nexnum.kernel.purchase.PurchaseEvent.OrderRefunded;
import com.nexnum.kernel.purchase.PurchaseEvent.SupplyAttempted;
import com.nexnum.kernel.purchase.PurchaseEvent.SupplyOutcomeUnknown;
import com.nexnum.kernel.purchase.PurchaseEvent.SupplyRefused;
import com.nexnum.kernel.supply.ProviderSlug;
import com.nexnum.kernel.supply.UpstreamId;
import com.nexnum.kernel.wallet.OperationId;
import com.nexnum.kernel.wallet.WalletEvent.ChargeRefunded;
import com.nexnum.kernel.wallet.WalletEvent.FundsHeld;
import com.nexnum.kernel.wallet.WalletEvent.HoldCaptured;
import com.nexnum.kernel.wallet.WalletEvent.HoldReleased;
import com.nexnum.kernel.wallet.WalletId;
import java.time.Instant;
import java.util.List;

/** One purchase as it becomes history; each method adds the events of one step. */
public final class Purchase {

    private static final ProviderSlug PROVIDER = new ProviderSlug("sandbox");
    private static final ServiceCode SERVICE = new ServiceCode("whatsapp");
    private static final CountryCode COUNTRY = new CountryCode("US");
    private static final Instant EXPIRES = Instant.parse("2026-03-01T10:20:00Z");

    public final ActivationId activation;
    public final OrderId order;
    public final CustomerId customer;
    public final Money price;
    private final Money cost;
    private final WalletId wallet;
    private final History history;
    private int attempts;
    private int messages;

    public Purchase(History history, CustomerId customer, String name, Money price, Money cost) {
        this.history = history;
        this.customer = customer;
        this.activation = new ActivationId("act_" + name);
        this.order = OrderId.of(activation);
        this.wallet = WalletId.of(customer);
        this.price = price;
        this.cost = cost;
    }

    public Purchase requested() {
        history.add(
                new ActivationRequested(
                        activation, customer, SERVICE, COUNTRY, price, null, List.of(), null));
        return this;
    }

    public Purchase placed() {
        history.add(new FundsHeld(wallet, operation("hold"), order.hold(), price));
        history.add(new OrderPlaced(order, customer, SERVICE, COUNTRY, price));
        return this;
    }

    public Purchase asked() {
        attempts++;
        var offer = OfferId.of(PROVIDER, SERVICE, COUNTRY);
        history.add(new SupplyAttempted(order, customer, attempts, PROVIDER, offer, cost));
        return this;
    }

    public Purchase refused() {
        history.add(new SupplyRefused(order, customer, attempts, PROVIDER, "NO_NUMBERS"));
        return this;
    }

    public Purchase unknown() {
        history.add(new SupplyOutcomeUnknown(order, customer, attempts, PROVIDER, "TIMEOUT"));
        return this;
    }

    public Purchase assigned(String number) {
        var sealed = history.seal(customer, activation, number);
        var upstream = new UpstreamId("u" + attempts);
        history.add(
                new OrderFulfilled(
                        order, customer, attempts, PROVIDER, upstream, sealed, price, cost, EXPIRES,
                        EXPIRES));
        history.add(
                new HoldCaptured(
                        wallet, operation("capture"), order.hold(), price, PROVIDER, cost));
        history.add(
                new NumberAssigned(
                        activation,
                        customer,
                        order,
                        PROVIDER,
                        upstream,
                        sealed,
                        price,
                        EXPIRES,
                        EXPIRES));
        return this;
    }

    public Purchase failed() {
        history.add(new HoldReleased(wallet, operation("release"), order.hold(), price));
        history.add(new OrderFailed(order, customer, "NO_NUMBERS"));
        history.add(new ActivationFailed(activation, customer, "NO_NUMBERS"));
        return this;
    }

    public Purchase received(String text, String code) {
        messages++;
        history.add(
                new SmsReceived(
                        activation,
                        customer,
                        new SmsId("sms_" + messages),
                        history.seal(customer, activation, text),
                        code == null ? null : history.seal(customer, activation, code),
                        EXPIRES.minusSeconds(600 - messages)));
        return this;
    }

    public Purchase wantsMore() {
        history.add(new NextSmsRequested(activation, customer, messages));
        return this;
    }

    public Purchase getsNoMore() {
        history.add(new NextSmsRefused(activation, customer, messages, "PROVIDER_REFUSED"));
        return this;
    }

    public Purchase cancelling() {
        history.add(new CancellationRequested(activation, customer));
        return this;
    }

    public Purchase notCancelled() {
        history.add(new CancellationRefused(activation, customer, "TOO_EARLY"));
        return this;
    }

    public Purchase cancelled() {
        history.add(new ActivationCancelled(activation, customer));
        return refunded("CANCELLED");
    }

    public Purchase expired() {
        history.add(new ActivationExpired(activation, customer, messages > 0));
        return messages > 0 ? this : refunded("EXPIRED");
    }

    public Purchase completed() {
        history.add(new ActivationCompleted(activation, customer));
        return this;
    }

    public int messages() {
        return messages;
    }

    public int attempts() {
        return attempts;
    }

    private Purchase refunded(String why) {
        history.add(
                new ChargeRefunded(
                        wallet, operation("refund"), order.hold(), price, PROVIDER, cost));
        history.add(new OrderRefunded(order, customer, price, why));
        return this;
    }

    private OperationId operation(String what) {
        return new OperationId(what + ":" + order);
    }
}
