package com.nexnum.query.proof.verification;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a verification found.
 *
 * @param intact whether it found nothing wrong
 * @param entriesVerified events in all blocks
 * @param headNumber the last block; null when there is none yet
 * @param headHash of that block, hexadecimal
 * @param sealedUpTo the position it ends at
 * @param unsealed events after it, which nothing is known of yet
 * @param ledgerUpTo up to which position the ledger was compared; null when it was not asked for
 * @param breaks how many were found
 * @param firstBreak the one of the lowest position
 * @param findings in the order of positions, a hundred at most
 */
public record VerificationResult(
        boolean intact,
        long entriesVerified,
        @Nullable Long headNumber,
        @Nullable String headHash,
        long sealedUpTo,
        long unsealed,
        @Nullable Long ledgerUpTo,
        long ledgerEntriesVerified,
        long breaks,
        @Nullable Break firstBreak,
        List<Break> findings) {

    static final int MOST_FINDINGS = 100;

    public VerificationResult {
        findings = List.copyOf(findings);
    }
}
