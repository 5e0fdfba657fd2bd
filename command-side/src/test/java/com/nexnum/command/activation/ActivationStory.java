package com.nexnum.command.activation;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexnum.command.activation.ActivationCommand.AssignNumber;
import com.nexnum.command.activation.ActivationCommand.ReceiveSms;
import com.nexnum.command.activation.ActivationCommand.RequestActivation;
import com.nexnum.command.decision.Decision;
import com.nexnum.kernel.activation.ActivationEvent;
import com.nexnum.kernel.activation.ActivationEvent.ActivationRequested;
import com.nexnum.kernel.activation.ActivationEvent.CancellationRequested;
import com.nexnum.kernel.activation.ActivationEvent.Candidate;
import com.nexnum.kernel.activation.ActivationEvent.NumberAssigned;
import com.nexnum.kernel.activation.ActivationEvent.SmsReceived;
import com.nexnum.kernel.activation.ActivationId;
import com.nexnum.kernel.activation.SmsId;
import com.nexnum.kernel.catalog.CountryCode;
import com.nexnum.kernel.catalog.ServiceCode;
import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.privacy.SealedText;
import com.nexnum.kernel.purchase.OrderId;
import com.nexnum.kernel.supply.ProviderSlug;
import com.nexnum.kernel.supply.UpstreamId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** One activation, one number, and the words in which their tests are told. */
abstract class ActivationStory {

    static final ActivationId ID = new ActivationId("act_000001");
    static final CustomerId CUSTOMER = new CustomerId("cus_000001");
    static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    static final Instant CANCELLABLE = NOON.plus(Duration.ofMinutes(2));
    static final Instant EXPIRY = NOON.plus(Duration.ofMinutes(20));
    static final ProviderSlug PROVIDER = new ProviderSlug("sandbox");
    static final ServiceCode WHATSAPP = new ServiceCode("whatsapp");
    static final CountryCode US = new CountryCode("US");
    static final Money PRICE = Money.usd("0.15");
    private static final List<Candidate> ROUTE =
            List.of(new Candidate(PROVIDER, PRICE, Money.usd("0.10"), 1, 5));
    private static final SealedText SEALED = new SealedText("c2VhbGVk");
    private static final UpstreamId UPSTREAM = new UpstreamId("42");

    static RequestActivation request() {
        return new RequestActivation(ID, CUSTOMER, WHATSAPP, US, PRICE, null, ROUTE, null);
    }

    static AssignNumber assign() {
        return new AssignNumber(
                ID, OrderId.of(ID), PROVIDER, UPSTREAM, SEALED, PRICE, CANCELLABLE, EXPIRY);
    }

    static ReceiveSms receive(int sms) {
        return new ReceiveSms(ID, new IncomingSms(smsId(sms), SEALED, null, NOON));
    }

    static SmsId smsId(int sms) {
        return new SmsId("sms_" + sms);
    }

    static ActivationEvent requested() {
        return new ActivationRequested(ID, CUSTOMER, WHATSAPP, US, PRICE, null, ROUTE, null);
    }

    static ActivationEvent assigned() {
        return new NumberAssigned(
                ID,
                CUSTOMER,
                OrderId.of(ID),
                PROVIDER,
                UPSTREAM,
                SEALED,
                PRICE,
                CANCELLABLE,
                EXPIRY);
    }

    static ActivationEvent received(int sms) {
        return new SmsReceived(ID, CUSTOMER, smsId(sms), SEALED, null, NOON);
    }

    static ActivationEvent cancelling() {
        return new CancellationRequested(ID, CUSTOMER);
    }

    /** A past in which the customer has the number. */
    static ActivationEvent[] active(ActivationEvent... since) {
        var past = new ActivationEvent[since.length + 2];
        past[0] = requested();
        past[1] = assigned();
        System.arraycopy(since, 0, past, 2, since.length);
        return past;
    }

    static ActivationState after(ActivationEvent... past) {
        ActivationState state = new ActivationState.New();
        for (var event : past) {
            state = ActivationState.evolve(state, event);
        }
        return state;
    }

    static Decision<ActivationEvent, ActivationRejection> decide(
            ActivationCommand command, ActivationEvent... past) {
        return ActivationDecider.decide(command, after(past));
    }

    static void does(ActivationEvent expected, ActivationCommand command, ActivationEvent... past) {
        assertThat(decide(command, past)).isEqualTo(Decision.accept(expected));
    }

    static void doesNothing(ActivationCommand command, ActivationEvent... past) {
        assertThat(decide(command, past)).isEqualTo(Decision.alreadyDone());
    }

    static void refuses(
            ActivationRejection reason, ActivationCommand command, ActivationEvent... past) {
        assertThat(decide(command, past)).isEqualTo(Decision.reject(reason));
    }
}
