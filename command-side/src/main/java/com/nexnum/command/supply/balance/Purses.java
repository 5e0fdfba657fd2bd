package com.nexnum.command.supply.balance;

import com.nexnum.command.supply.SupplyConditions.Funds;
import com.nexnum.command.supply.balance.Purse.Changed;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.supply.ProviderSlug;
import com.nexnum.platform.signal.Signals;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** What we have left at each provider, in the memory of every process. */
@Component
public class Purses implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(Purses.class);

    private final Map<ProviderSlug, Purse> known = new ConcurrentHashMap<>();
    private final PurseChanges changes;
    private final BalanceWatch watch;
    private final BalanceAlerts alerts;
    private final Clock clock;

    Purses(
            PurseChanges changes,
            BalanceWatch watch,
            BalanceAlerts alerts,
            Signals signals,
            Clock clock) {
        this.changes = changes;
        this.watch = watch;
        this.alerts = alerts;
        this.clock = clock;
        signals.on(PurseChanges.TOPIC, _ -> Thread.startVirtualThread(this::look));
    }

    public Purse of(ProviderSlug provider) {
        var purse = known.get(provider);
        return purse == null ? Purse.unknown(provider) : purse;
    }

    /** Whether a number at that cost may be asked for. */
    public boolean covers(ProviderSlug provider, Money cost) {
        var purse = known.get(provider);
        return purse == null || purse.covers(cost, clock.instant());
    }

    /** What must be left there so that nobody has to be told. */
    public Money alert(ProviderSlug provider) {
        return alerts.of(provider);
    }

    public Funds funds(ProviderSlug provider) {
        return of(provider).funds(clock.instant());
    }

    /** The provider said that what we have does not do. Does not wait; somebody asks it soon. */
    public void refused(ProviderSlug provider, Money cost) {
        var now = clock.instant();
        known.put(provider, of(provider).refused(cost, now));
        Thread.startVirtualThread(() -> {
            try {
                change(provider, purse -> new Changed(purse.refused(cost, now), null));
                watch.lookAt(provider, now);
                LOG.warn("{} says that our balance there does not do for {}", provider, cost);
            } catch (RuntimeException e) {
                LOG.warn("That {} has no funds cannot be told now: {}", provider, e.toString());
            }
        });
    }

    /** The provider told its balance. */
    void read(ProviderSlug provider, Money balance) {
        var now = clock.instant();
        var alert = alerts.of(provider);
        boolean hadSome = funds(provider) != Funds.EXHAUSTED;
        var changed = change(provider, purse -> purse.read(balance, alert, now));
        if (changed.event() != null) {
            LOG.warn("{} has {} of ours left, the alert is at {}", provider, balance, alert);
        }
        if (hadSome && balance.isZero()) {
            LOG.warn("{} has nothing of ours left: nothing is bought there", provider);
        }
    }

    private Changed change(ProviderSlug provider, Function<Purse, Changed> change) {
        var changed = changes.change(provider, change);
        known.put(provider, changed.purse());
        return changed;
    }

    @Override
    public void afterSingletonsInstantiated() {
        look();
    }

    /** Signals may be lost. */
    @Scheduled(fixedDelayString = "PT10S", initialDelayString = "PT10S")
    void look() {
        try {
            changes.all().forEach(purse -> known.put(purse.provider(), purse));
        } catch (RuntimeException e) {
            LOG.warn("The balances at providers cannot be read now: {}", e.toString());
        }
    }
}
