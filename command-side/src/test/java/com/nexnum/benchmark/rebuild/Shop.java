package com.nexnum.benchmark.rebuild;

import com.nexnum.kernel.activation.ActivationEvent.ActivationCompleted;
import com.nexnum.kernel.activation.ActivationEvent.ActivationExpired;
import com.nexnum.kernel.activation.ActivationEvent.ActivationRequested;
import com.nexnum.kernel.activation.ActivationEvent.Candidate;
import com.nexnum.kernel.activation.ActivationEvent.NumberAssigned;
import com.nexnum.kernel.activation.ActivationEvent.SmsReceived;
import com.nexnum.kernel.activation.ActivationId;
import com.nexnum.kernel.activation.SmsId;
import com.nexnum.kernel.catalog.CatalogEvent.Listing;
import com.nexnum.kernel.catalog.CatalogEvent.OffersChanged;
import com.nexnum.kernel.catalog.CountryCode;
import com.nexnum.kernel.catalog.ServiceCode;
import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.kernel.money.Currency;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.offer.OfferEvent.OfferReserved;
import com.nexnum.kernel.offer.OfferEvent.ReservationConfirmed;
import com.nexnum.kernel.offer.OfferId;
import com.nexnum.kernel.privacy.PersonalData;
import com.nexnum.kernel.purchase.OrderId;
import com.nexnum.kernel.purchase.PurchaseEvent.OrderFulfilled;
import com.nexnum.kernel.purchase.PurchaseEvent.OrderPlaced;
import com.nexnum.kernel.purchase.PurchaseEvent.OrderRefunded;
import com.nexnum.kernel.purchase.PurchaseEvent.SupplyAttempted;
import com.nexnum.kernel.supply.ProviderSlug;
import com.nexnum.kernel.supply.UpstreamId;
import com.nexnum.kernel.wallet.OperationId;
import com.nexnum.kernel.wallet.WalletEvent.ChargeRefunded;
import com.nexnum.kernel.wallet.WalletEvent.FundsDeposited;
import com.nexnum.kernel.wallet.WalletEvent.FundsHeld;
import com.nexnum.kernel.wallet.WalletEvent.HoldCaptured;
import com.nexnum.kernel.wallet.WalletEvent.WalletOpened;
import com.nexnum.kernel.wallet.WalletId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** Many customers who buy number after number; the events of a purchase in their real order. */
public final class Shop {

    private static final int CUSTOMERS = 1_000;
    private static final ProviderSlug PROVIDER = new ProviderSlug("sandbox");
    private static final ServiceCode SERVICE = new ServiceCode("whatsapp");
    private static final CountryCode COUNTRY = new CountryCode("US");
    private static final OfferId OFFER = OfferId.of(PROVIDER, SERVICE, COUNTRY);
    private static final Money PRICE = Money.usd("0.15");
    private static final Money COST = Money.usd("0.12");
    private static final Instant LATER = Instant.parse("2026-03-01T10:20:00Z");
    private static final List<String> COUNTRIES = List.of("US", "DE", "FR", "GB", "BR");

    private final GeneratedHistory history;
    private final PersonalData personalData;

    public Shop(GeneratedHistory history, PersonalData personalData) {
        this.history = history;
        this.personalData = personalData;
    }

    /** Opens every wallet, then sells until there are this many events. */
    public void sell(int events) throws SQLException {
        for (var n = 0; n < CUSTOMERS; n++) {
            var customer = customer(n);
            var wallet = WalletId.of(customer);
            history.add(new WalletOpened(wallet, new OperationId("open"), customer, Currency.USD));
            history.add(
                    new FundsDeposited(
                            wallet,
                            new OperationId("deposit:dep_" + n),
                            Money.usd("100"),
                            "sandbox"));
        }
        for (var n = 0; history.count() < events; n++) {
            purchase(n);
            if (n % 100 == 0) {
                priceList(n);
            }
        }
    }

    /** Five offers whose stock changed, as one reading of a price list finds them. */
    void priceList(int revision) throws SQLException {
        history.add(
                new OffersChanged(
                        PROVIDER,
                        revision,
                        IntStream.range(0, COUNTRIES.size())
                                .mapToObj(n ->
                                        new Listing(
                                                SERVICE,
                                                new CountryCode(COUNTRIES.get(n)),
                                                COST,
                                                PRICE,
                                                100 + (revision + n) % 900))
                                .toList()));
    }

    private void purchase(int n) throws SQLException {
        var customer = customer(n % CUSTOMERS);
        var wallet = WalletId.of(customer);
        var activation = new ActivationId("act_01jq%022d".formatted(n));
        var order = OrderId.of(activation);
        var upstream = new UpstreamId("" + (900_000_000L + n));
        var number =
                personalData.seal(
                        customer, activation.value(), "+1202%07d".formatted(n % 10_000_000));
        history.add(
                new ActivationRequested(
                        activation,
                        customer,
                        SERVICE,
                        COUNTRY,
                        PRICE,
                        null,
                        List.of(new Candidate(PROVIDER, PRICE, COST, 7, 123)),
                        null));
        history.add(new OfferReserved(OFFER, order.reservation(1), order, PRICE, 7, 123, LATER));
        history.add(new FundsHeld(wallet, operation("hold", order), order.hold(), PRICE));
        history.add(new OrderPlaced(order, customer, SERVICE, COUNTRY, PRICE));
        history.add(new SupplyAttempted(order, customer, 1, PROVIDER, OFFER, COST));
        history.add(
                new OrderFulfilled(
                        order, customer, 1, PROVIDER, upstream, number, PRICE, COST, LATER, LATER));
        history.add(
                new HoldCaptured(
                        wallet, operation("capture", order), order.hold(), PRICE, PROVIDER, COST));
        history.add(new ReservationConfirmed(OFFER, order.reservation(1)));
        history.add(
                new NumberAssigned(
                        activation,
                        customer,
                        order,
                        PROVIDER,
                        upstream,
                        number,
                        PRICE,
                        LATER,
                        LATER));
        if (n % 10 == 0) {
            history.add(new ActivationExpired(activation, customer, false));
            history.add(
                    new ChargeRefunded(
                            wallet,
                            operation("refund", order),
                            order.hold(),
                            PRICE,
                            PROVIDER,
                            COST));
            history.add(new OrderRefunded(order, customer, PRICE, "EXPIRED"));
        } else {
            history.add(
                    new SmsReceived(
                            activation,
                            customer,
                            new SmsId("sms_" + n),
                            personalData.seal(customer, activation.value(), "Your code is 123-456"),
                            personalData.seal(customer, activation.value(), "123456"),
                            LATER));
            history.add(new ActivationCompleted(activation, customer));
        }
    }

    private static OperationId operation(String what, OrderId order) {
        return new OperationId(what + ":" + order);
    }

    private static CustomerId customer(int n) {
        return new CustomerId("cus_01jq%022d".formatted(n));
    }
}
