package com.nexnum.command.routing.outcomes;

import com.nexnum.command.routing.learning.Tally;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;

/**
 * What one transaction counts: trials are fetched together, and everything is written once before
 * the commit.
 */
final class OutcomeBatch implements Counting, TransactionSynchronization {

    private final OutcomeTables tables;
    private final Duration halfLife;
    private final Runnable done;
    private final Set<String> known = new HashSet<>();
    private final Map<String, Trial> open = new HashMap<>();
    private final Set<String> changed = new HashSet<>();
    private final TreeMap<OutcomeTables.Key, Tally> sums = new TreeMap<>();

    OutcomeBatch(OutcomeTables tables, Duration halfLife, Runnable done) {
        this.tables = tables;
        this.halfLife = halfLife;
        this.done = done;
    }

    /** Fetches the trials of these orders, but for those that were fetched before. */
    void foresee(Collection<String> orders) {
        var unknown = orders.stream().filter(known::add).toList();
        if (!unknown.isEmpty()) {
            tables.trials(unknown).forEach(trial -> open.put(trial.orderId(), trial));
        }
    }

    @Override
    public @Nullable Trial find(String orderId) {
        foresee(Set.of(orderId));
        return open.get(orderId);
    }

    @Override
    public void put(Trial trial) {
        open.put(trial.orderId(), trial);
        changed.add(trial.orderId());
    }

    @Override
    public void end(String orderId) {
        if (find(orderId) != null) {
            open.remove(orderId);
            changed.add(orderId);
        }
    }

    @Override
    public void count(Trial trial, Tally outcome) {
        add(new OutcomeTables.Key(trial.provider(), trial.cell()), outcome);
        add(new OutcomeTables.Key(trial.provider(), Cell.ANYWHERE), outcome);
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        var put = changed.stream().filter(open::containsKey).map(open::get).toList();
        var gone = changed.stream().filter(id -> !open.containsKey(id)).toList();
        if (!put.isEmpty()) {
            tables.put(put);
        }
        if (!gone.isEmpty()) {
            tables.end(gone);
        }
        if (!sums.isEmpty()) {
            tables.add(sums);
        }
    }

    @Override
    public void afterCompletion(int status) {
        done.run();
    }

    private void add(OutcomeTables.Key key, Tally outcome) {
        sums.merge(key, outcome, (one, other) -> one.plus(other, halfLife));
    }
}
