package com.nexnum.faults;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the events say of one purchase: its activation, its order and its hold. */
final class Story {

    private final String key;
    private final Map<String, Integer> happened = new HashMap<>();
    private final List<String> numbers = new ArrayList<>();
    private boolean expiredWithoutSms;

    private Story(String key) {
        this.key = key;
    }

    /** By what the ids of a purchase have in common. */
    static Map<String, Story> of(List<StoredEvent> events) {
        var stories = new LinkedHashMap<String, Story>();
        for (var event : events) {
            event.purchase().ifPresent(key -> stories.computeIfAbsent(key, Story::new).add(event));
        }
        return stories;
    }

    private void add(StoredEvent event) {
        happened.merge(event.name(), 1, Integer::sum);
        if (event.name().equals("purchase.order-fulfilled")) {
            numbers.add(event.text("/provider") + "/" + event.text("/upstreamId"));
        }
        if (event.name().equals("activation.expired")) {
            expiredWithoutSms = !event.payload().path("smsReceived").asBoolean();
        }
    }

    String activation() {
        return "act_" + key;
    }

    /** How often an event of that name stands in it. */
    int times(String name) {
        return happened.getOrDefault(name, 0);
    }

    boolean has(String name) {
        return times(name) > 0;
    }

    Map<String, Integer> happened() {
        return happened;
    }

    /** Of providers, by {@code provider/id}. */
    List<String> numbers() {
        return numbers;
    }

    /** The customer paid for a number that brought nothing. */
    boolean owesRefund() {
        return has("activation.cancelled") || expiredWithoutSms;
    }

    boolean isLive() {
        return has("activation.number-assigned")
                && !has("activation.cancelled")
                && !has("activation.expired")
                && !has("activation.completed");
    }
}
