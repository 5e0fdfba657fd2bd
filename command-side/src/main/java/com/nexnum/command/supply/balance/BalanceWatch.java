package com.nexnum.command.supply.balance;

import com.nexnum.command.platform.agenda.Agenda;
import com.nexnum.kernel.supply.ProviderSlug;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** When each provider is asked next what we have left there. */
@Component
public class BalanceWatch {

    static final String KIND = "read-balance";

    private final Agenda agenda;
    private final BalanceProperties properties;
    private final Clock clock;

    BalanceWatch(Agenda agenda, BalanceProperties properties, Clock clock) {
        this.agenda = agenda;
        this.properties = properties;
        this.clock = clock;
    }

    /** From now on, by one process at a time. */
    void begin(ProviderSlug provider) {
        agenda.putIfAbsent(KIND, provider.value(), clock.instant(), "");
    }

    /** When the next look is due after one now. */
    Instant next() {
        return clock.instant().plus(properties.readEvery());
    }

    /** Not later than this. */
    public void lookAt(ProviderSlug provider, Instant at) {
        agenda.hurry(KIND, provider.value(), at);
    }
}
