package com.nexnum.command.wallet;

import com.nexnum.command.platform.OperationClaims;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The durable claim table, kept in memory. */
final class ClaimTable implements OperationClaims {

    private final Map<String, String> contents = new HashMap<>();

    @Override
    public void claim(String aggregateId, String operationId, String content) {
        if (contents.putIfAbsent(aggregateId + " " + operationId, content) != null) {
            throw new DoneBefore();
        }
    }

    @Override
    public Optional<String> content(String aggregateId, String operationId) {
        return Optional.ofNullable(contents.get(aggregateId + " " + operationId));
    }

    /** Undoes the unit of work that claims what is claimed. */
    static final class DoneBefore extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
