package com.nexnum.command.supply.protection;

import com.nexnum.command.supply.balance.BalanceWatch;
import com.nexnum.command.supply.protection.AgreedCircuit.State;
import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.kernel.supply.ProviderSlug;
import com.nexnum.platform.signal.Signals;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The circuits of this process, kept to what all processes agree on. Whoever makes a call waits for
 * none of it: what a call finds out is told from a thread of its own.
 */
@Component
class Circuits implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(Circuits.class);

    private final Map<ProviderSlug, Breaker> all = new ConcurrentHashMap<>();
    private final Agreement agreement;
    private final BalanceWatch watch;
    private final CircuitProperties terms;
    private final Clock clock;
    private volatile Map<ProviderSlug, AgreedCircuit> known = Map.of();

    Circuits(
            Agreement agreement,
            BalanceWatch watch,
            CircuitProperties terms,
            Signals signals,
            Clock clock) {
        this.agreement = agreement;
        this.watch = watch;
        this.terms = terms;
        this.clock = clock;
        signals.on(Agreement.TOPIC, _ -> Thread.startVirtualThread(this::catchUp));
    }

    Breaker of(ProviderSlug provider) {
        return all.computeIfAbsent(provider, this::begun);
    }

    private Breaker begun(ProviderSlug provider) {
        var circuit =
                new Breaker(
                        provider, terms, clock, it -> Thread.startVirtualThread(() -> tell(it)));
        var before = known.get(provider);
        if (before != null) {
            circuit.follow(before);
        }
        return circuit;
    }

    /** Before the first call: what was agreed while this process did not run holds. */
    @Override
    public void afterSingletonsInstantiated() {
        catchUp();
    }

    /** Signals may be lost, and findings may wait for the database. */
    @Scheduled(fixedDelayString = "PT5S", initialDelayString = "PT5S")
    void look() {
        catchUp();
        all.values().forEach(this::tell);
    }

    private void catchUp() {
        try {
            known =
                    agreement.all().stream()
                            .collect(
                                    Collectors.toMap(AgreedCircuit::provider, Function.identity()));
            known.values().forEach(it -> of(it.provider()).follow(it));
        } catch (RuntimeException e) {
            LOG.warn("What others found out about providers cannot be read now: {}", e.toString());
        }
    }

    private void tell(Breaker circuit) {
        var finding = circuit.finding();
        if (finding == null) {
            return;
        }
        var now = clock.instant();
        try {
            var agreed =
                    agree(
                            circuit,
                            row -> {
                                if (row.changes() != finding.seen()) {
                                    return row;
                                }
                                return finding.failing()
                                        ? row.opened(finding.why(), now, terms)
                                        : row.closed(now);
                            });
            circuit.told(finding);
            if (agreed.state() == State.OPEN && agreed.until() != null) {
                LOG.warn("{} is called no more: {}", agreed.provider(), agreed.why());
                // Somebody looks when it is over, so that no customer has to.
                watch.lookAt(agreed.provider(), agreed.until());
            } else {
                LOG.info("{} is called again: {}", agreed.provider(), agreed.why());
            }
        } catch (RuntimeException e) {
            LOG.warn("The circuit of {} cannot be told now: {}", circuit.provider(), e.toString());
        }
    }

    /** For an administrator: open or closed whatever its calls say. */
    AgreedCircuit hold(ProviderSlug provider, boolean open, String why, CustomerId admin) {
        return agree(of(provider), row -> row.held(open, why, admin, clock.instant()));
    }

    /** For an administrator: closed, and as its calls go from now on. */
    AgreedCircuit letGo(ProviderSlug provider, String why, CustomerId admin) {
        return agree(of(provider), row -> row.letGo(why, admin, clock.instant()));
    }

    private AgreedCircuit agree(Breaker circuit, UnaryOperator<AgreedCircuit> change) {
        var agreed = agreement.change(circuit.provider(), change);
        circuit.follow(agreed);
        return agreed;
    }
}
