package com.nexnum.command.activation;

import com.nexnum.command.activation.ActivationCommand.FailActivation;
import com.nexnum.command.activation.ActivationCommand.RequestActivation;
import com.nexnum.command.activation.ActivationRejection.ActivationEnded;
import com.nexnum.command.activation.ActivationRejection.ActivationReused;
import com.nexnum.command.activation.ActivationRejection.ActivationUnknown;
import com.nexnum.command.activation.ActivationRejection.NoNumberYet;
import com.nexnum.command.activation.ActivationRejection.NumberWasAssigned;
import com.nexnum.kernel.activation.ActivationEvent;
import com.nexnum.kernel.activation.ActivationEvent.ActivationCancelled;
import com.nexnum.kernel.activation.ActivationEvent.ActivationFailed;
import com.nexnum.kernel.identity.CustomerId;
import java.util.List;
import org.junit.jupiter.api.Test;

class BeginActivationTest extends ActivationStory {

    private static final ActivationEvent FAILED = new ActivationFailed(ID, CUSTOMER, "NO_NUMBERS");
    private static final FailActivation FAIL = new FailActivation(ID, "NO_NUMBERS");

    @Test
    void requests() {
        does(requested(), request());
    }

    @Test
    void a_repeated_request_does_nothing_even_when_the_route_is_another_now() {
        var r = request();
        var repeat =
                new RequestActivation(
                        ID,
                        CUSTOMER,
                        r.service(),
                        r.country(),
                        r.maxPrice(),
                        null,
                        List.of(),
                        null);
        doesNothing(repeat, requested());
        doesNothing(repeat, active());
        doesNothing(repeat, requested(), FAILED);
    }

    @Test
    void refuses_an_id_that_stands_for_another_request() {
        var other = new CustomerId("cus_000002");
        var reuse =
                new RequestActivation(
                        ID, other, WHATSAPP, US, PRICE, null, request().route(), null);
        refuses(new ActivationReused(ID), reuse, requested());
        refuses(new ActivationReused(ID), reuse, active());
    }

    @Test
    void assigns_a_number_once() {
        does(assigned(), assign(), requested());
        doesNothing(assign(), active());
        doesNothing(assign(), active(new ActivationCancelled(ID, CUSTOMER)));
    }

    @Test
    void refuses_a_number_for_a_failed_activation() {
        refuses(new ActivationEnded("FAILED"), assign(), requested(), FAILED);
    }

    @Test
    void fails_once() {
        does(FAILED, FAIL, requested());
        doesNothing(FAIL, requested(), FAILED);
    }

    @Test
    void refuses_to_fail_once_there_is_a_number() {
        refuses(new NumberWasAssigned(), FAIL, active());
    }

    @Test
    void refuses_a_number_once_it_failed() {
        refuses(new ActivationEnded("FAILED"), assign(), requested(), FAILED);
    }

    @Test
    void refuses_everything_else_before_there_is_a_request_or_a_number() {
        refuses(new ActivationUnknown(), assign());
        refuses(new ActivationUnknown(), receive(1));
        refuses(new NoNumberYet(), receive(1), requested());
    }
}
