package com.nexnum.command.platform.rejection;

import com.nexnum.command.platform.lanes.LaneBusy;
import com.nexnum.command.platform.lanes.LaneConflict;
import com.nexnum.command.platform.lanes.OutcomeUnknown;
import com.nexnum.platform.web.Problem;
import com.nexnum.platform.web.ProblemTranslator;
import com.nexnum.platform.web.ProblemWriter;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How a command that could not be carried out looks to a client. */
@Component
final class LaneProblems implements ProblemTranslator {

    private static final Problem BUSY =
            later("BUSY", "Too much is waiting; nothing was done, try again soon.", 1);
    private static final Problem CONFLICT =
            later("CONFLICT_RETRY", "Others were quicker; nothing was done, try again.", 1);
    private static final Problem UNKNOWN =
            later(
                    "OUTCOME_UNKNOWN",
                    "It is not known whether this took effect; sending it again is safe.",
                    2);

    @Override
    public @Nullable Problem translate(Throwable failure) {
        return switch (failure) {
            case LaneBusy _ -> BUSY;
            case LaneConflict _ -> CONFLICT;
            case OutcomeUnknown _ -> UNKNOWN;
            case AggregateNotFoundException _ ->
                    Problem.of(404, "NOT_FOUND", "There is no such thing.");
            default -> null;
        };
    }

    private static Problem later(String code, String message, int seconds) {
        return Problem.of(503, code, message).with(ProblemWriter.RETRY_AFTER, seconds);
    }
}
