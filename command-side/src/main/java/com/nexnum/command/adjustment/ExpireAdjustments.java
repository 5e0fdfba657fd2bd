package com.nexnum.command.adjustment;

import com.nexnum.command.adjustment.AdjustmentCommand.Expire;
import com.nexnum.command.platform.Commands;
import com.nexnum.command.platform.agenda.AgendaWork;
import com.nexnum.command.platform.agenda.Due;
import com.nexnum.command.platform.agenda.Outcome;
import com.nexnum.command.platform.agenda.Terms;
import com.nexnum.kernel.adjustment.AdjustmentId;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** A proposal that nobody decided ends. Twice is harmless: what has ended stays as it ended. */
@Component
class ExpireAdjustments implements AgendaWork {

    static final String KIND = "expire-adjustment";

    private final Commands commands;
    private final Clock clock;

    ExpireAdjustments(Commands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    @Override
    public Terms terms() {
        return new Terms(KIND, Duration.ofSeconds(30), 4);
    }

    @Override
    public Outcome perform(Due due) {
        var refusal =
                commands.trySend(new Expire(new AdjustmentId(due.subject()), clock.instant()));
        return refusal.isPresent() && refusal.get() instanceof AdjustmentRejection.NotYet
                ? new Outcome.Again(clock.instant().plusSeconds(1), "")
                : new Outcome.Done();
    }
}
