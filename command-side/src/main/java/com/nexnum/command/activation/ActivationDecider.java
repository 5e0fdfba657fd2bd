package com.nexnum.command.activation;

import static com.nexnum.command.decision.Decision.accept;
import static com.nexnum.command.decision.Decision.alreadyDone;
import static com.nexnum.command.decision.Decision.reject;

import com.nexnum.command.activation.ActivationCommand.AssignNumber;
import com.nexnum.command.activation.ActivationCommand.CompleteActivation;
import com.nexnum.command.activation.ActivationCommand.ConfirmCancellation;
import com.nexnum.command.activation.ActivationCommand.ExpireActivation;
import com.nexnum.command.activation.ActivationCommand.FailActivation;
import com.nexnum.command.activation.ActivationCommand.ReceiveSms;
import com.nexnum.command.activation.ActivationCommand.RefuseCancellation;
import com.nexnum.command.activation.ActivationCommand.RefuseNextSms;
import com.nexnum.command.activation.ActivationCommand.RequestActivation;
import com.nexnum.command.activation.ActivationCommand.RequestCancellation;
import com.nexnum.command.activation.ActivationCommand.RequestNextSms;
import com.nexnum.command.activation.ActivationRejection.ActivationEnded;
import com.nexnum.command.activation.ActivationRejection.ActivationReused;
import com.nexnum.command.activation.ActivationRejection.ActivationUnknown;
import com.nexnum.command.activation.ActivationRejection.CancelTooEarly;
import com.nexnum.command.activation.ActivationRejection.CancellationUnderWay;
import com.nexnum.command.activation.ActivationRejection.NoNumberYet;
import com.nexnum.command.activation.ActivationRejection.NoSmsYet;
import com.nexnum.command.activation.ActivationRejection.NotCancelling;
import com.nexnum.command.activation.ActivationRejection.NotExpiredYet;
import com.nexnum.command.activation.ActivationRejection.NumberWasAssigned;
import com.nexnum.command.activation.ActivationRejection.SmsWasDelivered;
import com.nexnum.command.activation.ActivationRejection.TooManySms;
import com.nexnum.command.activation.ActivationState.Assigned;
import com.nexnum.command.activation.ActivationState.End;
import com.nexnum.command.activation.ActivationState.Ended;
import com.nexnum.command.activation.ActivationState.New;
import com.nexnum.command.activation.ActivationState.Requested;
import com.nexnum.command.decision.Decision;
import com.nexnum.kernel.activation.ActivationEvent;
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
import com.nexnum.kernel.identity.CustomerId;
import java.util.List;
import java.util.Objects;

/** The rules of an activation, with no framework, no clock and no I/O. */
final class ActivationDecider {

    /** More than anybody needs, and few enough to be kept for ever. */
    static final int MOST_SMS = 50;

    /** Why a cancellation was refused that an SMS was faster than. */
    static final String SMS_DELIVERED = "SMS_ALREADY_RECEIVED";

    static Decision<ActivationEvent, ActivationRejection> decide(
            ActivationCommand command, ActivationState state) {
        return switch (state) {
            case New _ -> begin(command);
            case Requested(var request) -> whileRequested(command, request);
            case Assigned on -> whileAssigned(command, on);
            case Ended(var request, var how) -> afterTheEnd(command, request, how);
        };
    }

    private static Decision<ActivationEvent, ActivationRejection> begin(ActivationCommand command) {
        return command instanceof RequestActivation r
                ? accept(
                        new ActivationRequested(
                                r.activationId(),
                                r.customerId(),
                                r.service(),
                                r.country(),
                                r.maxPrice(),
                                r.provider(),
                                r.route(),
                                r.decision()))
                : reject(new ActivationUnknown());
    }

    private static Decision<ActivationEvent, ActivationRejection> whileRequested(
            ActivationCommand command, ActivationRequested request) {
        var id = request.activationId();
        return switch (command) {
            case RequestActivation again -> repeat(again, request);
            case AssignNumber a ->
                    accept(
                            new NumberAssigned(
                                    id,
                                    request.customerId(),
                                    a.orderId(),
                                    a.provider(),
                                    a.upstreamId(),
                                    a.number(),
                                    a.price(),
                                    a.cancellableAt(),
                                    a.expiresAt()));
            case FailActivation(_, var reason) ->
                    accept(new ActivationFailed(id, request.customerId(), reason));
            case ReceiveSms _,
                    RequestNextSms _,
                    RefuseNextSms _,
                    RequestCancellation _,
                    ConfirmCancellation _,
                    RefuseCancellation _,
                    CompleteActivation _,
                    ExpireActivation _ ->
                    reject(new NoNumberYet());
        };
    }

    private static Decision<ActivationEvent, ActivationRejection> whileAssigned(
            ActivationCommand command, Assigned on) {
        var id = on.request().activationId();
        var customer = on.request().customerId();
        return switch (command) {
            case RequestActivation again -> repeat(again, on.request());
            case AssignNumber _ -> alreadyDone();
            case FailActivation _ -> reject(new NumberWasAssigned());
            case ReceiveSms(_, var sms) -> receive(id, customer, sms, on);
            case RequestNextSms _ -> nextSms(id, customer, on);
            // What came meanwhile, or was asked for since, is no business of this refusal.
            case RefuseNextSms(_, var round, var reason) ->
                    on.awaitingMore() && round == on.rounds()
                            ? accept(new NextSmsRefused(id, customer, round, reason))
                            : alreadyDone();
            case RequestCancellation request -> cancel(request, customer, on);
            case ConfirmCancellation _ ->
                    on.received().isEmpty()
                            ? accept(new ActivationCancelled(id, customer))
                            : reject(new SmsWasDelivered());
            case RefuseCancellation(_, var reason) ->
                    on.cancelling()
                            ? accept(new CancellationRefused(id, customer, reason))
                            : reject(new NotCancelling());
            case CompleteActivation _ ->
                    on.received().isEmpty()
                            ? reject(new NoSmsYet())
                            : accept(new ActivationCompleted(id, customer));
            case ExpireActivation(_, var now) ->
                    now.isBefore(on.expiresAt())
                            ? reject(new NotExpiredYet(on.expiresAt()))
                            : accept(new ActivationExpired(id, customer, !on.received().isEmpty()));
        };
    }

    /** An SMS that comes while a cancellation is under way ends it: delivered is charged. */
    private static Decision<ActivationEvent, ActivationRejection> receive(
            ActivationId id, CustomerId customer, IncomingSms sms, Assigned on) {
        if (on.received().contains(sms.smsId())) {
            return alreadyDone();
        }
        if (on.received().size() >= MOST_SMS) {
            return reject(new TooManySms(MOST_SMS));
        }
        var received =
                new SmsReceived(
                        id, customer, sms.smsId(), sms.text(), sms.code(), sms.receivedAt());
        return on.cancelling()
                ? accept(List.of(received, new CancellationRefused(id, customer, SMS_DELIVERED)))
                : accept(received);
    }

    private static Decision<ActivationEvent, ActivationRejection> nextSms(
            ActivationId id, CustomerId customer, Assigned on) {
        if (on.received().isEmpty()) {
            return reject(new NoSmsYet());
        }
        return on.awaitingMore()
                ? alreadyDone()
                : accept(new NextSmsRequested(id, customer, on.rounds() + 1));
    }

    private static Decision<ActivationEvent, ActivationRejection> cancel(
            RequestCancellation request, CustomerId customer, Assigned on) {
        if (!on.received().isEmpty()) {
            return reject(new SmsWasDelivered());
        }
        if (on.cancelling()) {
            return reject(new CancellationUnderWay());
        }
        if (request.now().isBefore(on.cancellableAt())) {
            return reject(new CancelTooEarly(on.cancellableAt()));
        }
        return accept(new CancellationRequested(request.activationId(), customer));
    }

    private static Decision<ActivationEvent, ActivationRejection> afterTheEnd(
            ActivationCommand command, ActivationRequested request, End how) {
        return switch (command) {
            case RequestActivation again -> repeat(again, request);
            case FailActivation _ when how == End.FAILED -> alreadyDone();
            case AssignNumber _ when how != End.FAILED -> alreadyDone();
            case ConfirmCancellation _ when how == End.CANCELLED -> alreadyDone();
            case ExpireActivation _ when how == End.EXPIRED -> alreadyDone();
            case CompleteActivation _ when how == End.COMPLETED -> alreadyDone();
            default -> reject(new ActivationEnded(how.name()));
        };
    }

    /** The route may have changed since: the first one counts. */
    private static Decision<ActivationEvent, ActivationRejection> repeat(
            RequestActivation again, ActivationRequested first) {
        boolean same =
                again.customerId().equals(first.customerId())
                        && again.service().equals(first.service())
                        && again.country().equals(first.country())
                        && Objects.equals(again.provider(), first.provider());
        return same ? alreadyDone() : reject(new ActivationReused(first.activationId()));
    }

    private ActivationDecider() {}
}
