package com.nexnum.command.platform.rejection;

import com.nexnum.command.decision.CommandRejected;
import com.nexnum.command.decision.Rejection;
import com.nexnum.command.platform.RejectionProblems;
import com.nexnum.platform.web.Problem;
import com.nexnum.platform.web.ProblemTranslator;
import java.util.List;
import org.axonframework.messaging.HandlerExecutionException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Asks the capability whose rejection it is how it looks to a client. */
@Component
final class RejectionTranslator implements ProblemTranslator {

    private final List<RejectionProblems<?>> capabilities;

    RejectionTranslator(ObjectProvider<RejectionProblems<?>> capabilities) {
        this.capabilities = capabilities.orderedStream().toList();
    }

    @Override
    public @Nullable Problem translate(Throwable failure) {
        if (failure instanceof CommandRejected rejected) {
            return problem(rejected.reason());
        }
        return failure instanceof HandlerExecutionException described
                ? described
                        .<Object>getDetails()
                        .filter(Rejection.class::isInstance)
                        .map(reason -> problem((Rejection) reason))
                        .orElse(null)
                : null;
    }

    private Problem problem(Rejection reason) {
        return capabilities.stream()
                .filter(capability -> capability.family().isInstance(reason))
                .findFirst()
                .map(capability -> problem(capability, reason))
                .orElseThrow(() -> new IllegalStateException("Nobody explains " + reason));
    }

    private static <R extends Rejection> Problem problem(
            RejectionProblems<R> capability, Rejection reason) {
        return capability.problem(capability.family().cast(reason));
    }
}
