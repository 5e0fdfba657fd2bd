package com.nexnum.query.ledger.accounts;

import com.nexnum.platform.web.Amount;
import java.time.Instant;

/**
 * One posting of an account.
 *
 * @param entryId of the journal entry; see it at {@code /api/v1/audit/entries/{entryId}}
 * @param entry the number of that entry
 * @param type what the entry is to its customer
 * @param amount negative for what the account gave
 * @param balance what the account held afterwards
 */
public record AccountPosting(
        String entryId,
        long entry,
        int line,
        String type,
        Instant occurredAt,
        Amount amount,
        Amount balance) {}
