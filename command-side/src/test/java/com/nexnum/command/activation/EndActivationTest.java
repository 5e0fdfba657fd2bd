package com.nexnum.command.activation;

import com.nexnum.command.activation.ActivationCommand.ConfirmCancellation;
import com.nexnum.command.activation.ActivationCommand.ExpireActivation;
import com.nexnum.command.activation.ActivationCommand.RefuseCancellation;
import com.nexnum.command.activation.ActivationCommand.RequestCancellation;
import com.nexnum.command.activation.ActivationRejection.ActivationEnded;
import com.nexnum.command.activation.ActivationRejection.CancelTooEarly;
import com.nexnum.command.activation.ActivationRejection.CancellationUnderWay;
import com.nexnum.command.activation.ActivationRejection.NotCancelling;
import com.nexnum.command.activation.ActivationRejection.NotExpiredYet;
import com.nexnum.command.activation.ActivationRejection.SmsWasDelivered;
import com.nexnum.kernel.activation.ActivationEvent.ActivationCancelled;
import com.nexnum.kernel.activation.ActivationEvent.ActivationExpired;
import com.nexnum.kernel.activation.ActivationEvent.CancellationRefused;
import org.junit.jupiter.api.Test;

class EndActivationTest extends ActivationStory {

    private static final RequestCancellation CANCEL = new RequestCancellation(ID, CANCELLABLE);
    private static final ConfirmCancellation CONFIRM = new ConfirmCancellation(ID);
    private static final RefuseCancellation REFUSE = new RefuseCancellation(ID, "CANCEL_TOO_EARLY");
    private static final ExpireActivation EXPIRE = new ExpireActivation(ID, EXPIRY);
    private static final ActivationCancelled CANCELLED = new ActivationCancelled(ID, CUSTOMER);
    private static final CancellationRefused REFUSED =
            new CancellationRefused(ID, CUSTOMER, "CANCEL_TOO_EARLY");

    @Test
    void asks_to_cancel_from_the_provider_s_minimum_age_on() {
        does(cancelling(), CANCEL, active());
        does(cancelling(), CANCEL, active(cancelling(), REFUSED));
    }

    @Test
    void refuses_to_cancel_too_early_twice_at_once_or_after_an_sms() {
        refuses(
                new CancelTooEarly(CANCELLABLE),
                new RequestCancellation(ID, CANCELLABLE.minusNanos(1)),
                active());
        refuses(new CancellationUnderWay(), CANCEL, active(cancelling()));
        refuses(new SmsWasDelivered(), CANCEL, active(received(1)));
    }

    @Test
    void is_cancelled_once_the_provider_took_the_number_back() {
        does(CANCELLED, CONFIRM, active(cancelling()));
        doesNothing(CONFIRM, active(cancelling(), CANCELLED));
    }

    @Test
    void a_number_that_the_provider_took_back_is_gone_whatever_it_said_before() {
        does(CANCELLED, CONFIRM, active(cancelling(), REFUSED));
    }

    @Test
    void goes_on_when_the_provider_keeps_the_number() {
        does(REFUSED, REFUSE, active(cancelling()));
    }

    @Test
    void refuses_to_refuse_what_nobody_asked_for() {
        refuses(new NotCancelling(), REFUSE, active());
        refuses(new NotCancelling(), REFUSE, active(cancelling(), REFUSED));
    }

    @Test
    void expires_once_and_says_whether_an_sms_came() {
        var silent = new ActivationExpired(ID, CUSTOMER, false);
        does(silent, EXPIRE, active());
        does(silent, EXPIRE, active(cancelling()));
        doesNothing(EXPIRE, active(silent));
        does(new ActivationExpired(ID, CUSTOMER, true), EXPIRE, active(received(1)));
    }

    @Test
    void refuses_to_expire_too_early_or_after_another_end() {
        refuses(
                new NotExpiredYet(EXPIRY),
                new ExpireActivation(ID, EXPIRY.minusNanos(1)),
                active());
        refuses(new ActivationEnded("CANCELLED"), EXPIRE, active(CANCELLED));
    }
}
