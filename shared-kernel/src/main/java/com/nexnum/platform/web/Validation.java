package com.nexnum.platform.web;

import java.util.LinkedHashMap;
import java.util.Map;

/** Collects what is wrong with the fields of a request, so that a client hears it all at once. */
public final class Validation {

    private final Map<String, String> faults = new LinkedHashMap<>();

    /** Notes the fault unless the field holds what it should; the first fault of a field counts. */
    public Validation check(String field, boolean holds, String fault) {
        if (!holds) {
            faults.putIfAbsent(field, fault);
        }
        return this;
    }

    /**
     * @throws ProblemException 400 VALIDATION_FAILED with {@code details.fields} when any is wrong
     */
    public void done() {
        if (!faults.isEmpty()) {
            throw Problem.of(400, "VALIDATION_FAILED", "Some fields are not valid.")
                    .with("fields", Map.copyOf(faults))
                    .raised();
        }
    }
}
