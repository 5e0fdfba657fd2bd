package com.nexnum.command.activation;

import com.nexnum.command.decision.Folded;
import com.nexnum.kernel.activation.ActivationEvent;

/** Activations for the models of their neighbours, by the real rules. */
public final class Activations {

    public static Folded<ActivationCommand, ActivationEvent, ActivationRejection, ?> fresh() {
        return folded();
    }

    static Folded<ActivationCommand, ActivationEvent, ActivationRejection, ActivationState>
            folded() {
        return new Folded<>(
                new ActivationState.New(), ActivationDecider::decide, ActivationState::evolve);
    }

    private Activations() {}
}
