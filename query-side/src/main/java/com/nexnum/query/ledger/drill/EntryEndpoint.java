package com.nexnum.query.ledger.drill;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** One journal entry and everything that it came from, for auditors. */
@RestController
class EntryEndpoint {

    private final EntryDetails details;

    EntryEndpoint(EntryDetails details) {
        this.details = details;
    }

    /**
     * @param entryId the entry's id, or its number
     */
    @GetMapping("/api/v1/audit/entries/{entryId}")
    EntryDetail entry(@PathVariable String entryId) {
        return details.of(entryId);
    }
}
