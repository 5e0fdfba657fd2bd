package com.nexnum.command.supply.providers;

import com.nexnum.platform.signal.Signals;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;

/** Says in every process that a provider was changed. */
@Component
class ProviderNews {

    private static final String TOPIC = "providers";

    private final Signals signals;
    private final List<Runnable> here = new CopyOnWriteArrayList<>();

    ProviderNews(Signals signals) {
        this.signals = signals;
    }

    /** Here at once, elsewhere within milliseconds. */
    void tell() {
        here.forEach(Runnable::run);
        signals.send(TOPIC);
    }

    /**
     * @param here run by whoever changed something in this process, before he goes on
     * @param elsewhere run when another process may have; must not take long
     */
    void on(Runnable here, Runnable elsewhere) {
        this.here.add(here);
        signals.on(TOPIC, _ -> elsewhere.run());
    }
}
