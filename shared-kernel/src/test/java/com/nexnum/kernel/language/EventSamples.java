package com.nexnum.kernel.language;

import static com.nexnum.kernel.money.Money.usd;

import com.nexnum.kernel.activation.ActivationEvent;
import com.nexnum.kernel.activation.ActivationId;
import com.nexnum.kernel.activation.SmsId;
import com.nexnum.kernel.adjustment.AdjustmentEvent;
import com.nexnum.kernel.adjustment.AdjustmentId;
import com.nexnum.kernel.catalog.CatalogEvent;
import com.nexnum.kernel.catalog.CountryCode;
import com.nexnum.kernel.catalog.ServiceCode;
import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.kernel.identity.IdentityEvent;
import com.nexnum.kernel.money.Currency;
import com.nexnum.kernel.offer.OfferEvent;
import com.nexnum.kernel.offer.OfferId;
import com.nexnum.kernel.privacy.SealedText;
import com.nexnum.kernel.purchase.OrderId;
import com.nexnum.kernel.purchase.PurchaseEvent;
import com.nexnum.kernel.supply.ProviderSlug;
import com.nexnum.kernel.supply.SupplyConditionEvent;
import com.nexnum.kernel.supply.SupplyEvent;
import com.nexnum.kernel.supply.UpstreamId;
import com.nexnum.kernel.wallet.OperationId;
import com.nexnum.kernel.wallet.WalletEvent;
import com.nexnum.kernel.wallet.WalletId;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** One event of every kind, with every optional part; the committed contracts hold these. */
final class EventSamples {

    private static final CustomerId CUSTOMER = new CustomerId("cus_01jd8k3v7m9q2w4x6y8z0a1b2c");
    private static final ActivationId ACTIVATION =
            new ActivationId("act_01jd8k4c5t6r7e8w9q0p1o2i3u");
    private static final OrderId ORDER = OrderId.of(ACTIVATION);
    private static final ProviderSlug PROVIDER = new ProviderSlug("sandbox");
    private static final ServiceCode SERVICE = new ServiceCode("whatsapp");
    private static final CountryCode COUNTRY = new CountryCode("US");
    private static final OfferId OFFER = OfferId.of(PROVIDER, SERVICE, COUNTRY);
    private static final UpstreamId UPSTREAM = new UpstreamId("635468021");
    private static final SealedText NUMBER = new SealedText("AQ3fnumber-sealed_x");
    private static final WalletId WALLET = WalletId.of(CUSTOMER);
    private static final Instant AT = Instant.parse("2026-03-01T12:30:45.123456Z");

    static Stream<Object> all() {
        return Stream.of(
                        activation(),
                        adjustment(),
                        catalog(),
                        identity(),
                        offer(),
                        purchase(),
                        supply(),
                        supplyConditions(),
                        wallet())
                .flatMap(List::stream);
    }

    private static List<ActivationEvent> activation() {
        return List.of(
                new ActivationEvent.ActivationRequested(
                        ACTIVATION,
                        CUSTOMER,
                        SERVICE,
                        COUNTRY,
                        usd("0.50"),
                        PROVIDER,
                        List.of(
                                new ActivationEvent.Candidate(
                                        PROVIDER, usd("0.15"), usd("0.12"), 7, 123)),
                        null),
                new ActivationEvent.NumberAssigned(
                        ACTIVATION,
                        CUSTOMER,
                        ORDER,
                        PROVIDER,
                        UPSTREAM,
                        NUMBER,
                        usd("0.15"),
                        AT,
                        AT.plusSeconds(1200)),
                new ActivationEvent.SmsReceived(
                        ACTIVATION,
                        CUSTOMER,
                        new SmsId("sms_1"),
                        new SealedText("AQ3ftext-sealed_x"),
                        new SealedText("AQ3fcode-sealed_x"),
                        AT),
                new ActivationEvent.NextSmsRequested(ACTIVATION, CUSTOMER, 1),
                new ActivationEvent.NextSmsRefused(ACTIVATION, CUSTOMER, 1, "PROVIDER_REFUSED"),
                new ActivationEvent.CancellationRequested(ACTIVATION, CUSTOMER),
                new ActivationEvent.CancellationRefused(ACTIVATION, CUSTOMER, "TOO_EARLY"),
                new ActivationEvent.ActivationCompleted(ACTIVATION, CUSTOMER),
                new ActivationEvent.ActivationCancelled(ACTIVATION, CUSTOMER),
                new ActivationEvent.ActivationExpired(ACTIVATION, CUSTOMER, false),
                new ActivationEvent.ActivationFailed(ACTIVATION, CUSTOMER, "NO_NUMBERS"));
    }

    private static List<AdjustmentEvent> adjustment() {
        var id = new AdjustmentId("adj_01jd8k9m2n3b4v5c6x7z8a9s0d");
        var proposer = new CustomerId("cus_01jd8k3v7m9q2w4x6y8z0a1b2d");
        var approver = new CustomerId("cus_01jd8k3v7m9q2w4x6y8z0a1b2e");
        return List.of(
                new AdjustmentEvent.AdjustmentProposed(
                        id,
                        CUSTOMER,
                        WalletEvent.Direction.CREDIT,
                        usd("1.00"),
                        "goodwill",
                        "ticket 4711",
                        proposer,
                        AT),
                new AdjustmentEvent.AdjustmentApproved(
                        id,
                        CUSTOMER,
                        WalletEvent.Direction.CREDIT,
                        usd("1.00"),
                        "goodwill",
                        "ticket 4711",
                        proposer,
                        approver),
                new AdjustmentEvent.AdjustmentRejected(id, approver, "paid before"),
                new AdjustmentEvent.AdjustmentWithdrawn(id, proposer),
                new AdjustmentEvent.AdjustmentExpired(id),
                new AdjustmentEvent.AdjustmentRefused(id, "INSUFFICIENT_FUNDS"));
    }

    private static List<CatalogEvent> catalog() {
        return List.of(
                new CatalogEvent.OffersChanged(
                        PROVIDER,
                        7,
                        List.of(
                                new CatalogEvent.Listing(
                                        SERVICE, COUNTRY, usd("0.10"), usd("0.15"), 120))));
    }

    private static List<IdentityEvent> identity() {
        return List.of(
                new IdentityEvent.UserRegistered(CUSTOMER),
                new IdentityEvent.UserBanned(CUSTOMER, "FRAUD"),
                new IdentityEvent.PersonalDataErased(CUSTOMER));
    }

    private static List<OfferEvent> offer() {
        return List.of(
                new OfferEvent.OfferReserved(
                        OFFER, ORDER.reservation(1), ORDER, usd("0.15"), 7, 120, AT),
                new OfferEvent.ReservationConfirmed(OFFER, ORDER.reservation(1)),
                new OfferEvent.ReservationReleased(OFFER, ORDER.reservation(1), "NO_NUMBERS"),
                new OfferEvent.ReservationExpired(OFFER, ORDER.reservation(1)));
    }

    private static List<PurchaseEvent> purchase() {
        return List.of(
                new PurchaseEvent.OrderPlaced(ORDER, CUSTOMER, SERVICE, COUNTRY, usd("0.15")),
                new PurchaseEvent.SupplyAttempted(ORDER, CUSTOMER, 1, PROVIDER, OFFER, usd("0.10")),
                new PurchaseEvent.SupplyRefused(ORDER, CUSTOMER, 1, PROVIDER, "NO_NUMBERS"),
                new PurchaseEvent.SupplyOutcomeUnknown(ORDER, CUSTOMER, 1, PROVIDER, "TIMEOUT"),
                new PurchaseEvent.OrderFulfilled(
                        ORDER,
                        CUSTOMER,
                        1,
                        PROVIDER,
                        UPSTREAM,
                        NUMBER,
                        usd("0.15"),
                        usd("0.10"),
                        AT,
                        AT.plusSeconds(1200)),
                new PurchaseEvent.OrderFailed(ORDER, CUSTOMER, "NO_NUMBERS"),
                new PurchaseEvent.OrderRefunded(ORDER, CUSTOMER, usd("0.15"), "CANCELLED"));
    }

    private static List<SupplyEvent> supply() {
        return List.of(
                new SupplyEvent.ProviderRegistered(PROVIDER, CUSTOMER, AT),
                new SupplyEvent.ProviderConfigured(
                        PROVIDER,
                        2,
                        CUSTOMER,
                        AT,
                        List.of(
                                new SupplyEvent.Change(
                                        SupplyEvent.Op.REPLACE, "/policy/weight", "3"),
                                new SupplyEvent.Change(
                                        SupplyEvent.Op.REMOVE, "/document/terms", null)),
                        1),
                new SupplyEvent.ProviderSecretsReplaced(
                        PROVIDER, List.of("apiKey", "webhookSecret"), CUSTOMER, AT),
                new SupplyEvent.ProviderPaused(PROVIDER, "its prices are wrong", CUSTOMER, AT),
                new SupplyEvent.ProviderResumed(PROVIDER, "they are right again", CUSTOMER, AT));
    }

    private static List<SupplyConditionEvent> supplyConditions() {
        return List.of(
                new SupplyConditionEvent.CircuitOpened(
                        PROVIDER, "NO_ANSWER 7, SERVER_ERROR 3", CUSTOMER, AT, 2),
                new SupplyConditionEvent.CircuitClosed(
                        PROVIDER, "The provider says it is mended", CUSTOMER, true),
                new SupplyConditionEvent.ProviderBalanceLow(PROVIDER, usd("4.20"), usd("10.00")),
                new SupplyConditionEvent.ProviderBalanceRestored(
                        PROVIDER, usd("54.20"), usd("10.00")));
    }

    private static List<WalletEvent> wallet() {
        return List.of(
                new WalletEvent.WalletOpened(WALLET, operation("open"), CUSTOMER, Currency.USD),
                new WalletEvent.FundsDeposited(
                        WALLET, operation("deposit-1"), usd("10.00"), "sandbox"),
                new WalletEvent.FundsHeld(WALLET, operation("hold"), ORDER.hold(), usd("0.15")),
                new WalletEvent.HoldCaptured(
                        WALLET,
                        operation("capture"),
                        ORDER.hold(),
                        usd("0.15"),
                        PROVIDER,
                        usd("0.10")),
                new WalletEvent.HoldReleased(
                        WALLET, operation("release"), ORDER.hold(), usd("0.15")),
                new WalletEvent.HoldRuledOut(WALLET, operation("hold"), ORDER.hold()),
                new WalletEvent.ChargeRefunded(
                        WALLET,
                        operation("refund"),
                        ORDER.hold(),
                        usd("0.15"),
                        PROVIDER,
                        usd("0.10")),
                new WalletEvent.PenaltyCharged(WALLET, operation("penalty"), usd("0.01"), "ABUSE"),
                new WalletEvent.BalanceAdjusted(
                        WALLET,
                        operation("adjust"),
                        WalletEvent.Direction.CREDIT,
                        usd("1.00"),
                        "goodwill",
                        "ticket 4711",
                        "cus_01jd8k3v7m9q2w4x6y8z0a1b2d",
                        "cus_01jd8k3v7m9q2w4x6y8z0a1b2e"));
    }

    private static OperationId operation(String what) {
        return new OperationId(what + ":" + ORDER);
    }

    private EventSamples() {}
}
