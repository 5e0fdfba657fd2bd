package com.nexnum.faults;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What customers were told, which must stay true whatever dies afterwards. */
final class Journal {

    private final Map<String, String> bought = new ConcurrentHashMap<>();
    private final Set<String> cancelled = ConcurrentHashMap.newKeySet();
    private final Map<String, Set<String>> read = new ConcurrentHashMap<>();
    private final Set<String> contradictions = ConcurrentHashMap.newKeySet();

    /** A purchase was accepted; the same key must never name another one. */
    void bought(String key, String activation) {
        var before = bought.put(key, activation);
        if (before != null && !before.equals(activation)) {
            contradictions.add(key + " bought " + before + " and " + activation);
        }
    }

    /** The refund was promised. */
    void cancelled(String activation) {
        cancelled.add(activation);
    }

    void read(String activation, String text) {
        read.computeIfAbsent(activation, _ -> ConcurrentHashMap.newKeySet()).add(text);
    }

    Told told() {
        return new Told(
                Set.copyOf(bought.values()),
                Set.copyOf(cancelled),
                Map.copyOf(read),
                contradictions);
    }

    int purchases() {
        return bought.size();
    }

    /**
     * @param read SMS texts by activation
     */
    record Told(
            Set<String> bought,
            Set<String> cancelled,
            Map<String, Set<String>> read,
            Set<String> contradictions) {}
}
