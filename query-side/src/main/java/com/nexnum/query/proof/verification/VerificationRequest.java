package com.nexnum.query.proof.verification;

import com.nexnum.platform.web.Validation;
import org.jspecify.annotations.Nullable;

/**
 * What to verify, beside the chain.
 *
 * @param knownHead a head that somebody kept outside; that the chain still contains it proves that
 *     no end of it was cut off
 * @param ledger whether the ledger's entries are compared with the events; they are when this is
 *     not given
 */
public record VerificationRequest(@Nullable KnownHead knownHead, @Nullable Boolean ledger) {

    /**
     * @param hash 64 hexadecimal digits
     */
    public record KnownHead(long number, @Nullable String hash) {}

    static VerificationRequest checked(@Nullable VerificationRequest given) {
        var request = given == null ? new VerificationRequest(null, null) : given;
        var head = request.knownHead();
        new Validation()
                .check("knownHead.number", head == null || head.number() > 0, "is 1 or more")
                .check(
                        "knownHead.hash",
                        head == null
                                || (head.hash() != null && head.hash().matches("[0-9a-fA-F]{64}")),
                        "is 64 hexadecimal digits")
                .done();
        return new VerificationRequest(head, !Boolean.FALSE.equals(request.ledger()));
    }
}
