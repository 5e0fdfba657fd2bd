package com.nexnum.command.activation;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.nexnum.kernel.activation.ActivationEvent;
import com.nexnum.kernel.activation.ActivationEvent.ActivationCancelled;
import com.nexnum.kernel.activation.ActivationEvent.ActivationCompleted;
import com.nexnum.kernel.activation.ActivationEvent.ActivationExpired;
import com.nexnum.kernel.activation.ActivationEvent.ActivationFailed;
import com.nexnum.kernel.activation.ActivationEvent.CancellationRefused;
import com.nexnum.kernel.activation.ActivationEvent.NextSmsRequested;
import org.junit.jupiter.api.Test;

class CorruptActivationTest extends ActivationStory {

    private static final ActivationEvent CANCELLED = new ActivationCancelled(ID, CUSTOMER);

    @Test
    void nothing_precedes_the_request_and_nothing_follows_the_end() {
        impossible(assigned());
        impossible(requested(), requested());
        impossible(requested(), received(1));
        impossible(active(CANCELLED, received(1)));
        impossible(active(CANCELLED, CANCELLED));
    }

    @Test
    void a_number_is_assigned_once_and_does_not_fail() {
        impossible(active(assigned()));
        impossible(active(new ActivationFailed(ID, CUSTOMER, "NO_NUMBERS")));
    }

    @Test
    void an_sms_comes_once_and_forbids_what_would_be_refunded() {
        impossible(active(received(1), received(1)));
        impossible(active(received(1), CANCELLED));
        impossible(active(received(1), cancelling()));
        impossible(active(received(1), new ActivationExpired(ID, CUSTOMER, false)));
    }

    @Test
    void what_an_sms_permits_does_not_happen_without_one() {
        impossible(active(new ActivationCompleted(ID, CUSTOMER)));
        impossible(active(new NextSmsRequested(ID, CUSTOMER, 1)));
        impossible(active(received(1), new NextSmsRequested(ID, CUSTOMER, 2)));
    }

    @Test
    void only_what_was_asked_for_is_refused() {
        impossible(active(new CancellationRefused(ID, CUSTOMER, "CANCEL_TOO_EARLY")));
        impossible(active(cancelling(), cancelling()));
    }

    private static void impossible(ActivationEvent... past) {
        assertThatIllegalStateException()
                .isThrownBy(() -> after(past))
                .withMessageStartingWith("Corrupt stream");
    }
}
