package com.nexnum.command.purchase;

import com.nexnum.command.activation.ActivationCommand.AssignNumber;
import com.nexnum.command.activation.ActivationCommand.FailActivation;
import com.nexnum.command.decision.CommandRejected;
import com.nexnum.command.offer.OfferCommand.ReleaseReservation;
import com.nexnum.command.wallet.WalletCommand.CaptureHold;
import com.nexnum.command.wallet.WalletCommand.HoldFunds;
import com.nexnum.command.wallet.WalletCommand.RefundCharge;
import com.nexnum.command.wallet.WalletRejection.InsufficientFunds;
import com.nexnum.kernel.activation.ActivationEvent.ActivationCancelled;
import com.nexnum.kernel.activation.ActivationEvent.ActivationCompleted;
import com.nexnum.kernel.activation.ActivationEvent.ActivationExpired;
import com.nexnum.kernel.money.Money;
import java.util.Arrays;
import java.util.List;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.test.saga.SagaTestFixture;
import org.hamcrest.CustomMatcher;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The shell begins, is found by either id, performs the steps, and ends. */
class PurchaseSagaTest extends PurchaseStory {

    private final SagaTestFixture<PurchaseSaga> fixture = new SagaTestFixture<>(PurchaseSaga.class);
    private Class<?> refused = Void.class;

    @BeforeEach
    void commands_take_effect_unless_refused() {
        fixture.setCallbackBehavior((payload, _) -> {
            if (refused.isInstance(payload)) {
                throw new CommandRejected(
                        new InsufficientFunds(Money.usd("0.01"), Money.usd("0.15")));
            }
            return null;
        });
    }

    @Test
    void begins_with_a_request_and_is_found_by_activation_and_order() {
        fixture.givenNoPriorActivity()
                .whenPublishingA(request())
                .expectActiveSagas(1)
                .expectAssociationWith("activationId", ID.value())
                .expectAssociationWith("orderId", ORDER.value());
    }

    @Test
    void goes_on_when_the_order_is_fulfilled() {
        fixture.givenAPublished(request())
                .whenPublishingA(soldBy("a", 1, "0.15", "0.10"))
                .expectActiveSagas(1)
                .expectDispatchedCommandsMatching(sends(CaptureHold.class, AssignNumber.class));
    }

    @Test
    void ends_when_the_last_provider_refuses() {
        fixture.givenAPublished(request())
                .whenPublishingA(refusedBy("a", 1, "NO_NUMBERS"))
                .expectDispatchedCommandsMatching(sends(FailActivation.class))
                .expectActiveSagas(0);
    }

    @Test
    void a_refused_command_is_a_step_too() {
        refused = HoldFunds.class;
        fixture.givenNoPriorActivity()
                .whenPublishingA(request())
                .expectDispatchedCommandsMatching(
                        sends(ReleaseReservation.class, FailActivation.class))
                .expectActiveSagas(0);
    }

    @Test
    void refunds_and_ends_when_the_activation_is_cancelled_or_expires_in_silence() {
        for (var end :
                List.of(
                        new ActivationCancelled(ID, CUSTOMER),
                        new ActivationExpired(ID, CUSTOMER, false))) {
            var saga = new SagaTestFixture<>(PurchaseSaga.class);
            saga.givenAPublished(request())
                    .andThenAPublished(soldBy("a", 1, "0.15", "0.10"))
                    .whenPublishingA(end)
                    .expectDispatchedCommandsMatching(sends(RefundCharge.class))
                    .expectActiveSagas(0);
        }
    }

    @Test
    void ends_without_a_refund_when_an_sms_was_delivered() {
        for (var end :
                List.of(
                        new ActivationCompleted(ID, CUSTOMER),
                        new ActivationExpired(ID, CUSTOMER, true))) {
            var saga = new SagaTestFixture<>(PurchaseSaga.class);
            saga.givenAPublished(request())
                    .andThenAPublished(soldBy("a", 1, "0.15", "0.10"))
                    .whenPublishingA(end)
                    .expectNoDispatchedCommands()
                    .expectActiveSagas(0);
        }
    }

    private static Object request() {
        return requested(candidate("a", "0.15", "0.10"));
    }

    private static Matcher<List<CommandMessage<?>>> sends(Class<?>... kinds) {
        return new CustomMatcher<>(Arrays.toString(kinds)) {
            @Override
            public boolean matches(Object sent) {
                var payloads =
                        ((List<?>) sent)
                                .stream()
                                        .map(each -> ((CommandMessage<?>) each).getPayload())
                                        .toList();
                return Arrays.stream(kinds)
                        .allMatch(kind -> payloads.stream().anyMatch(kind::isInstance));
            }
        };
    }
}
