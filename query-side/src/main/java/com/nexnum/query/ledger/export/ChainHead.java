package com.nexnum.query.ledger.export;

import java.util.Optional;

/** Who knows the head of the hash chain over events; without one, nothing was sealed yet. */
public interface ChainHead {

    /** The head as it stands now; empty before the first block. */
    Optional<Head> head();

    /**
     * @param position of the last event that is sealed
     * @param hash of the last block, in lower-case hexadecimal
     */
    record Head(long position, String hash) {}
}
