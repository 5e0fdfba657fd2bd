package com.nexnum.command.purchase;

import com.nexnum.command.activation.ActivationCommand;
import com.nexnum.command.activation.ActivationCommand.CompleteActivation;
import com.nexnum.command.activation.ActivationCommand.RequestCancellation;
import com.nexnum.command.activation.ActivationCommand.RequestNextSms;
import com.nexnum.command.activation.ActivationOwners;
import com.nexnum.command.activation.ActivationRejection.ActivationEnded;
import com.nexnum.command.activation.ActivationRejection.CancellationUnderWay;
import com.nexnum.command.decision.CommandRejected;
import com.nexnum.command.platform.Commands;
import com.nexnum.command.platform.idempotency.Idempotent;
import com.nexnum.kernel.activation.ActivationEvent.ActivationCancelled;
import com.nexnum.kernel.activation.ActivationEvent.CancellationRefused;
import com.nexnum.kernel.activation.ActivationId;
import com.nexnum.platform.security.Caller;
import com.nexnum.platform.web.Problem;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RestController;

/** What a customer does with a number of its own. A number of somebody else is no number here. */
@RestController
class NumberEndpoint {

    private final ActivationOwners owners;
    private final Commands commands;
    private final ActivationOutcomes outcomes;
    private final PurchaseProperties properties;
    private final Clock clock;

    NumberEndpoint(
            ActivationOwners owners,
            Commands commands,
            ActivationOutcomes outcomes,
            PurchaseProperties properties,
            Clock clock) {
        this.owners = owners;
        this.commands = commands;
        this.outcomes = outcomes;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * 200 once the provider took the number back; the refund follows at once. 202 when the provider
     * takes its time, 409 when it is too early, an SMS was delivered or the number has ended.
     */
    @Idempotent(required = false)
    @PostMapping("/api/v1/numbers/{id}/cancel")
    ResponseEntity<Map<String, String>> cancel(
            Caller caller,
            @PathVariable String id,
            @RequestAttribute(name = Idempotent.RUN, required = false) @Nullable Integer run) {
        var activation = own(caller, id);
        try (var ear = outcomes.listen(activation)) {
            if (run != null && run > 1) {
                if (cancelledBefore(activation)) {
                    return answer(activation, "CANCELLED");
                }
            } else {
                commands.send(new RequestCancellation(activation, clock.instant()));
            }
            return switch (ear.await(properties.defaultWait()).orElse(null)) {
                case ActivationCancelled _ -> answer(activation, "CANCELLED");
                case CancellationRefused(_, _, var reason) ->
                        throw Problem.of(
                                        409,
                                        reason,
                                        "The provider did not take the number back; it lives on.")
                                .raised();
                case null, default ->
                        ResponseEntity.accepted()
                                .header("Retry-After", "1")
                                .body(Map.of("id", activation.value(), "status", "ACTIVE"));
            };
        }
    }

    @Idempotent(required = false)
    @PostMapping("/api/v1/numbers/{id}/complete")
    ResponseEntity<Map<String, String>> complete(Caller caller, @PathVariable String id) {
        var activation = own(caller, id);
        return done(new CompleteActivation(activation), "COMPLETED");
    }

    @Idempotent(required = false)
    @PostMapping("/api/v1/numbers/{id}/next-sms")
    ResponseEntity<Map<String, String>> nextSms(Caller caller, @PathVariable String id) {
        var activation = own(caller, id);
        return done(new RequestNextSms(activation, clock.instant()), "RECEIVED");
    }

    /** What a run that died began is not refused to the one that comes after it. */
    private boolean cancelledBefore(ActivationId activation) {
        try {
            commands.send(new RequestCancellation(activation, clock.instant()));
            return false;
        } catch (CommandRejected rejected) {
            if (rejected.reason() instanceof CancellationUnderWay) {
                return false;
            }
            if (rejected.reason().equals(new ActivationEnded("CANCELLED"))) {
                return true;
            }
            throw rejected;
        }
    }

    private ResponseEntity<Map<String, String>> done(ActivationCommand command, String status) {
        commands.send(command);
        return answer(command.activationId(), status);
    }

    private static ResponseEntity<Map<String, String>> answer(ActivationId id, String status) {
        return ResponseEntity.ok(Map.of("id", id.value(), "status", status));
    }

    private ActivationId own(Caller caller, String id) {
        return owners.own(caller.customerId(), id)
                .orElseThrow(() ->
                        Problem.of(404, "NUMBER_NOT_FOUND", "There is no such number of yours.")
                                .raised());
    }
}
