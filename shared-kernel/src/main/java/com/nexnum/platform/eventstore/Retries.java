package com.nexnum.platform.eventstore;

import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** How this process tries parked events again, for each of its groups. */
@Component
public class Retries {

    private final ConcurrentHashMap<String, Retry> groups = new ConcurrentHashMap<>();

    /** Tries one sequence of a group. */
    interface Retry {
        boolean again(String sequence);
    }

    void add(String group, Retry retry) {
        groups.put(group, retry);
    }

    /** The groups that this process can try again. */
    public Set<String> groups() {
        return new TreeSet<>(groups.keySet());
    }

    /**
     * Tries the parked events of a sequence in order, until one fails.
     *
     * @return whether none failed; false too when another process is at it
     * @throws RuntimeException when one failed and nothing of this try is kept
     */
    public boolean again(String group, String sequence) {
        var retry = groups.get(group);
        return retry != null && retry.again(sequence);
    }
}
