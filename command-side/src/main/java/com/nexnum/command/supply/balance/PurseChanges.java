package com.nexnum.command.supply.balance;

import com.nexnum.command.supply.balance.Purse.Changed;
import com.nexnum.kernel.supply.ProviderSlug;
import com.nexnum.platform.eventstore.AtomicWork;
import com.nexnum.platform.signal.Signals;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Changes what is known of a balance and tells of it, once, whoever notices. */
@Component
class PurseChanges {

    /** Heard by the other processes; its detail is the provider. */
    static final String TOPIC = "purse";

    private final PurseTable table;
    private final AtomicWork atomically;
    private final Signals signals;

    PurseChanges(PurseTable table, AtomicWork atomically, Signals signals) {
        this.table = table;
        this.atomically = atomically;
        this.signals = signals;
    }

    List<Purse> all() {
        return table.all();
    }

    Changed change(ProviderSlug provider, Function<Purse, Changed> change) {
        var result = new AtomicReference<>(new Changed(Purse.unknown(provider), null));
        atomically.run(() -> {
            var before = table.locked(provider);
            var changed = change.apply(before);
            table.store(changed.purse());
            var event = changed.event();
            if (event != null) {
                atomically.publish("SupplyBalance", "balance-" + provider, before.told(), event);
            }
            result.set(changed);
        });
        signals.send(TOPIC, provider.value());
        return result.get();
    }
}
