package com.nexnum.query.proof;

import com.nexnum.query.ledger.export.ChainHead;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The last block that was sealed, for whoever carries the ledger away. */
@Component
class SealedHead implements ChainHead {

    private final Blocks blocks;

    SealedHead(Blocks blocks) {
        this.blocks = blocks;
    }

    @Override
    public Optional<Head> head() {
        return blocks.last()
                .map(block ->
                        new Head(block.lastPosition(), HexFormat.of().formatHex(block.head())));
    }
}
