package com.nexnum.command.decision;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a state remembers by key, immutable: the last so many that were added; what came before them
 * is forgotten in the order in which it came. A change costs the same however much is remembered.
 */
@JsonAutoDetect(
        fieldVisibility = Visibility.NONE,
        getterVisibility = Visibility.NONE,
        isGetterVisibility = Visibility.NONE)
public final class Memory<V> {

    private final long capacity;
    private final long added;
    private final int size;
    private final Trie<String, Entry<V>> entries;
    private final Trie<Long, String> arrivals;

    /**
     * @param at how many were added before it
     */
    record Entry<V>(long at, V value) {}

    private Memory(
            long capacity,
            long added,
            int size,
            Trie<String, Entry<V>> entries,
            Trie<Long, String> arrivals) {
        this.capacity = capacity;
        this.added = added;
        this.size = size;
        this.entries = entries;
        this.arrivals = arrivals;
    }

    @JsonCreator
    static <V> Memory<V> of(
            @JsonProperty("capacity") long capacity,
            @JsonProperty("added") long added,
            @JsonProperty("entries") Map<String, Entry<V>> entries) {
        Trie<String, Entry<V>> byKey = Trie.empty();
        Trie<Long, String> byArrival = Trie.empty();
        for (var entry : entries.entrySet()) {
            byKey = byKey.with(entry.getKey(), entry.getValue());
            byArrival = byArrival.with(entry.getValue().at(), entry.getKey());
        }
        return new Memory<>(capacity, added, entries.size(), byKey, byArrival);
    }

    /** An empty memory of the last {@code capacity} keys that will be added. */
    public static <V> Memory<V> ofLast(int capacity) {
        return new Memory<>(capacity, 0, 0, Trie.empty(), Trie.empty());
    }

    /** An empty memory that forgets only what is taken out. */
    public static <V> Memory<V> boundless() {
        return new Memory<>(Long.MAX_VALUE, 0, 0, Trie.empty(), Trie.empty());
    }

    public @Nullable V get(String key) {
        var entry = entries.get(key);
        return entry == null ? null : entry.value();
    }

    public int size() {
        return size;
    }

    /**
     * @throws IllegalStateException when the key is remembered already
     */
    public Memory<V> with(String key, V value) {
        if (entries.get(key) != null) {
            throw new IllegalStateException("Remembered already: " + key);
        }
        var more = entries.with(key, new Entry<>(added, value));
        var order = arrivals.with(added, key);
        var oldest = arrivals.get(added - capacity);
        return oldest == null
                ? new Memory<>(capacity, added + 1, size + 1, more, order)
                : new Memory<>(
                        capacity,
                        added + 1,
                        size,
                        more.without(oldest),
                        order.without(added - capacity));
    }

    /**
     * @throws IllegalStateException when the key is not remembered
     */
    public Memory<V> without(String key) {
        var entry = entries.get(key);
        if (entry == null) {
            throw new IllegalStateException("Not remembered: " + key);
        }
        return new Memory<>(
                capacity, added, size - 1, entries.without(key), arrivals.without(entry.at()));
    }

    /** A copy as a plain map, oldest first. */
    public Map<String, V> asMap() {
        var map = new LinkedHashMap<String, V>();
        inOrder().forEach((key, entry) -> map.put(key, entry.value()));
        return map;
    }

    @JsonProperty("capacity")
    long capacity() {
        return capacity;
    }

    @JsonProperty("added")
    long added() {
        return added;
    }

    @JsonProperty("entries")
    Map<String, Entry<V>> inOrder() {
        var list = new ArrayList<Map.Entry<String, Entry<V>>>(size);
        entries.forEach((key, entry) -> list.add(Map.entry(key, entry)));
        list.sort(Comparator.comparingLong(each -> each.getValue().at()));
        var map = new LinkedHashMap<String, Entry<V>>();
        list.forEach(each -> map.put(each.getKey(), each.getValue()));
        return map;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Memory<?> memory
                && capacity == memory.capacity
                && added == memory.added
                && inOrder().equals(memory.inOrder());
    }

    @Override
    public int hashCode() {
        return Objects.hash(capacity, added, size);
    }

    @Override
    public String toString() {
        return size + " of " + added + " remembered";
    }
}
