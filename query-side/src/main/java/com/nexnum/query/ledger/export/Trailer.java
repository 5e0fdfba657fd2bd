package com.nexnum.query.ledger.export;

import com.nexnum.query.ledger.export.ChainHead.Head;
import org.jspecify.annotations.Nullable;

/**
 * The last line of every export: one that lacks it broke off on the way.
 *
 * @param account only entries that touch it or what is below it; null for all
 * @param after the entries of the period have numbers above this one
 * @param upTo and up to this one
 * @param sha256 over every byte before the trailer's line, in lower-case hexadecimal
 * @param chainHead the head of the hash chain over events; null when none was sealed yet
 */
record Trailer(
        String format,
        @Nullable String account,
        long after,
        long upTo,
        long entries,
        long postings,
        String sha256,
        @Nullable Head chainHead) {}
