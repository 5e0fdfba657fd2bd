package com.nexnum.query.platform;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Wakes whoever waits for a read model to change, in this process and in others. A hint and no
 * more: it may be lost on its way to another process, so that a waiter looks again after a while in
 * any case.
 */
@Component
public class Changes {

    private final ConcurrentHashMap<String, Set<Watch>> watches = new ConcurrentHashMap<>();
    private volatile Consumer<String> elsewhere = _ -> {};

    /** Watches until closed. What changes from now on is not missed. */
    public Watch watch(String topic) {
        var watch = new Watch(gone -> forget(topic, gone));
        watches.compute(
                topic,
                (key, known) -> {
                    var all = known == null ? ConcurrentHashMap.<Watch>newKeySet() : known;
                    all.add(watch);
                    return all;
                });
        return watch;
    }

    /** Wakes the watchers once the running transaction is committed, or at once without one. */
    public void announce(String topic) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(
                    new TransactionSynchronization() {
                        @Override
                        public void afterCommit() {
                            tell(topic);
                        }
                    });
        } else {
            tell(topic);
        }
    }

    /** Lets other processes hear of what is announced here. */
    void connect(Consumer<String> toldElsewhere) {
        elsewhere = toldElsewhere;
    }

    private void tell(String topic) {
        wake(topic);
        elsewhere.accept(topic);
    }

    /** Wakes the watchers in this process. */
    void wake(String topic) {
        watches.getOrDefault(topic, Set.of()).forEach(Watch::wake);
    }

    private void forget(String topic, Watch gone) {
        watches.computeIfPresent(
                topic,
                (key, known) -> {
                    known.remove(gone);
                    return known.isEmpty() ? null : known;
                });
    }
}
