package com.nexnum.command.activation;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.List;
import org.junit.jupiter.api.Test;

class ActivationProblemsTest extends ActivationStory {

    private final ActivationProblems problems = new ActivationProblems();

    @Test
    void every_refusal_has_its_stable_code() {
        is(new ActivationUnknown(), 404, "NUMBER_NOT_FOUND");
        is(new ActivationReused(ID), 422, "IDEMPOTENCY_KEY_REUSED");
        is(new CustomerErased(), 403, "ACCOUNT_ERASED");
        is(new NoNumberYet(), 409, "NUMBER_NOT_READY");
        is(new NumberWasAssigned(), 409, "NUMBER_ASSIGNED");
        is(new CancelTooEarly(CANCELLABLE), 409, "CANCEL_TOO_EARLY");
        is(new SmsWasDelivered(), 409, "SMS_ALREADY_RECEIVED");
        is(new NoSmsYet(), 409, "NO_SMS_YET");
        is(new CancellationUnderWay(), 409, "CANCELLATION_UNDER_WAY");
        is(new TooManySms(50), 409, "TOO_MANY_SMS");
        is(new NotCancelling(), 409, "NOT_CANCELLING");
        is(new NotExpiredYet(EXPIRY), 409, "NOT_EXPIRED");
        for (var end : List.of("COMPLETED", "CANCELLED", "EXPIRED", "FAILED")) {
            is(new ActivationEnded(end), 409, "NUMBER_" + end);
        }
    }

    @Test
    void too_early_says_from_when_on() {
        assertThat(problems.problem(new CancelTooEarly(CANCELLABLE)).details())
                .containsEntry("cancellableAt", CANCELLABLE.toString());
        assertThat(problems.problem(new NotExpiredYet(EXPIRY)).details())
                .containsEntry("expiresAt", EXPIRY.toString());
    }

    private void is(ActivationRejection rejection, int status, String code) {
        var problem = problems.problem(rejection);
        assertThat(problem.status()).isEqualTo(status);
        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.message()).isNotBlank();
    }
}
