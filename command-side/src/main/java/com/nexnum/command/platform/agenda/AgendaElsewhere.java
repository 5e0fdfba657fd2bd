package com.nexnum.command.platform.agenda;

import com.nexnum.platform.signal.Signals;
import org.springframework.stereotype.Component;

/** Lets the clerks of several processes ring at each other. */
@Component
class AgendaElsewhere {

    private static final String TOPIC = "agenda";

    AgendaElsewhere(AgendaBell bell, Signals signals) {
        bell.connect(() -> signals.send(TOPIC));
        signals.on(TOPIC, _ -> bell.ring());
    }
}
