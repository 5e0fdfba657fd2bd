package com.nexnum.command.activation;

import com.nexnum.command.activation.ActivationRejection.ActivationEnded;
import com.nexnum.command.activation.ActivationRejection.ActivationReused;
import com.nexnum.command.activation.ActivationRejection.ActivationUnknown;
import com.nexnum.command.activation.ActivationRejection.CancelTooEarly;
import com.nexnum.command.activation.ActivationRejection.CancellationUnderWay;
import com.nexnum.command.activation.ActivationRejection.CustomerErased;
import com.nexnum.command.activation.ActivationRejection.NoNumberYet;
import com.nexnum.command.activation.ActivationRejection.NoSmsYet;
import com.nexnum.command.activation.ActivationRejection.NotCancelling;
import com.nexnum.command.activation.ActivationRejection.NotExpiredYet;
import com.nexnum.command.activation.ActivationRejection.NumberWasAssigned;
import com.nexnum.command.activation.ActivationRejection.SmsWasDelivered;
import com.nexnum.command.activation.ActivationRejection.TooManySms;
import com.nexnum.command.platform.RejectionProblems;
import com.nexnum.platform.web.Problem;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** How an activation's refusals look to a client. */
@Component
final class ActivationProblems implements RejectionProblems<ActivationRejection> {

    @Override
    public Class<ActivationRejection> family() {
        return ActivationRejection.class;
    }

    @Override
    public Problem problem(ActivationRejection rejection) {
        return switch (rejection) {
            case ActivationUnknown _ ->
                    Problem.of(404, "NUMBER_NOT_FOUND", "There is no such number of yours.");
            case ActivationReused _ ->
                    Problem.of(
                            422,
                            "IDEMPOTENCY_KEY_REUSED",
                            "This key was used for another purchase; use a new one.");
            case CustomerErased _ ->
                    Problem.of(
                            403,
                            "ACCOUNT_ERASED",
                            "The account was erased; nothing can be bought with it.");
            case NoNumberYet _ ->
                    Problem.of(
                            409,
                            "NUMBER_NOT_READY",
                            "The number is still being bought; wait for it.");
            case NumberWasAssigned _ ->
                    Problem.of(409, "NUMBER_ASSIGNED", "There is a number already.");
            case CancelTooEarly(var at) ->
                    Problem.of(
                                    409,
                                    "CANCEL_TOO_EARLY",
                                    "The provider takes a number back only after a while; try again"
                                            + " at cancellableAt.")
                            .with("cancellableAt", at.toString());
            case SmsWasDelivered _ ->
                    Problem.of(
                            409,
                            "SMS_ALREADY_RECEIVED",
                            "An SMS was delivered: the number can be completed, not cancelled.");
            case NoSmsYet _ ->
                    Problem.of(409, "NO_SMS_YET", "No SMS has come yet; cancel instead, or wait.");
            case TooManySms(var most) ->
                    Problem.of(409, "TOO_MANY_SMS", "The number takes no more SMS.")
                            .with("most", String.valueOf(most));
            case CancellationUnderWay _ ->
                    Problem.of(
                            409,
                            "CANCELLATION_UNDER_WAY",
                            "The number is being cancelled already.");
            case NotCancelling _ ->
                    Problem.of(409, "NOT_CANCELLING", "No cancellation is under way.");
            case NotExpiredYet(var at) ->
                    Problem.of(409, "NOT_EXPIRED", "The number still lives.")
                            .with("expiresAt", at.toString());
            case ActivationEnded(var status) ->
                    Problem.of(
                                    409,
                                    "NUMBER_" + status,
                                    "The number is "
                                            + status.toLowerCase(Locale.ROOT)
                                            + " already; nothing was changed.")
                            .with("status", status);
        };
    }
}
