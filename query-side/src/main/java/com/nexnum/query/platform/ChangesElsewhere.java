package com.nexnum.query.platform;

import com.nexnum.platform.signal.Signals;
import org.springframework.stereotype.Component;

/** Lets processes hear of each other's changes: any of them may project what another one shows. */
@Component
class ChangesElsewhere {

    private static final String TOPIC = "changes";

    ChangesElsewhere(Changes changes, Signals signals) {
        changes.connect(topic -> signals.send(TOPIC, topic));
        signals.on(TOPIC, changes::wake);
    }
}
