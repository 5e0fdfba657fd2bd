package com.nexnum.command.supply.protection;

import com.nexnum.kernel.supply.ProviderSlug;
import com.nexnum.platform.audit.AuditTrail;
import com.nexnum.platform.audit.Change;
import com.nexnum.platform.eventstore.AtomicWork;
import com.nexnum.platform.signal.Signals;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/**
 * Where processes agree on a circuit: the row is locked, so that of many who notice the same only
 * the first one changes it and tells.
 */
@Component
class Agreement {

    /** Heard by the other processes; its detail is the provider. */
    static final String TOPIC = "circuit";

    private final CircuitTable table;
    private final AtomicWork atomically;
    private final Signals signals;
    private final AuditTrail trail;

    Agreement(CircuitTable table, AtomicWork atomically, Signals signals, AuditTrail trail) {
        this.table = table;
        this.atomically = atomically;
        this.signals = signals;
        this.trail = trail;
    }

    List<AgreedCircuit> all() {
        return table.all();
    }

    /**
     * @param change the circuit as it is to be; the same one for no change
     * @return the circuit as it is now, whoever made it so
     */
    AgreedCircuit change(ProviderSlug provider, UnaryOperator<AgreedCircuit> change) {
        var result = new AtomicReference<>(AgreedCircuit.untouched(provider));
        atomically.run(() -> {
            var now = table.locked(provider);
            var then = change.apply(now);
            if (then.changes() != now.changes()) {
                table.store(then);
                record(now, then);
                atomically.publish(
                        "SupplyCircuit", "circuit-" + provider, now.changes(), then.told());
            }
            result.set(then);
        });
        signals.send(TOPIC, provider.value());
        return result.get();
    }

    /** What administrators say; what calls say is told by events alone. */
    private void record(AgreedCircuit before, AgreedCircuit after) {
        if (after.by() != null) {
            trail.record(
                    new Change(
                            "circuit.changed",
                            after.provider().value(),
                            Map.of("state", before.state().name()),
                            Map.of("state", after.state().name(), "reason", after.why())));
        }
    }
}
