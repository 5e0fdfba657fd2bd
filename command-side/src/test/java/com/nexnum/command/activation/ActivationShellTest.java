package com.nexnum.command.activation;

import com.nexnum.command.activation.ActivationCommand.CompleteActivation;
import com.nexnum.command.activation.ActivationCommand.ConfirmCancellation;
import com.nexnum.command.activation.ActivationCommand.ExpireActivation;
import com.nexnum.command.activation.ActivationCommand.FailActivation;
import com.nexnum.command.activation.ActivationCommand.RefuseCancellation;
import com.nexnum.command.activation.ActivationCommand.RequestCancellation;
import com.nexnum.command.activation.ActivationCommand.RequestNextSms;
import com.nexnum.command.activation.ActivationRejection.NumberWasAssigned;
import com.nexnum.command.decision.CommandRejected;
import com.nexnum.kernel.activation.ActivationEvent.ActivationCancelled;
import com.nexnum.kernel.activation.ActivationEvent.ActivationCompleted;
import com.nexnum.kernel.activation.ActivationEvent.ActivationExpired;
import com.nexnum.kernel.activation.ActivationEvent.CancellationRefused;
import com.nexnum.kernel.activation.ActivationEvent.NextSmsRequested;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

/** Each command reaches the rules, and what they say is applied. */
class ActivationShellTest extends ActivationStory {

    private final AggregateTestFixture<Activation> fixture =
            new AggregateTestFixture<>(Activation.class);

    @Test
    void begins_an_activation() {
        fixture.givenNoPriorActivity().when(request()).expectEvents(requested());
    }

    @Test
    void carries_each_command_to_the_rules() {
        fixture.given(requested()).when(assign()).expectEvents(assigned());
        given().when(receive(1)).expectEvents(received(1));
        given(received(1))
                .when(new RequestNextSms(ID, NOON))
                .expectEvents(new NextSmsRequested(ID, CUSTOMER, 1));
        given().when(new RequestCancellation(ID, CANCELLABLE)).expectEvents(cancelling());
        given(cancelling())
                .when(new ConfirmCancellation(ID))
                .expectEvents(new ActivationCancelled(ID, CUSTOMER));
        given(cancelling())
                .when(new RefuseCancellation(ID, "X"))
                .expectEvents(new CancellationRefused(ID, CUSTOMER, "X"));
        given(received(1))
                .when(new CompleteActivation(ID))
                .expectEvents(new ActivationCompleted(ID, CUSTOMER));
        given().when(new ExpireActivation(ID, EXPIRY))
                .expectEvents(new ActivationExpired(ID, CUSTOMER, false));
    }

    @Test
    void throws_what_the_rules_refuse() {
        given().when(new FailActivation(ID, "NO_NUMBERS"))
                .expectNoEvents()
                .expectException(CommandRejected.class)
                .expectExceptionDetails(new NumberWasAssigned());
    }

    private org.axonframework.test.aggregate.TestExecutor<Activation> given(Object... since) {
        return fixture.given(requested(), assigned()).andGiven(since);
    }
}
