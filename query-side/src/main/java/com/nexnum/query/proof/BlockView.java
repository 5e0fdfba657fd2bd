package com.nexnum.query.proof;

import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A block as auditors see it; hashes are hexadecimal, the signature is base64.
 *
 * @see Block
 */
public record BlockView(
        long number,
        long firstPosition,
        long lastPosition,
        int entries,
        String root,
        String previousHead,
        String head,
        Instant sealedAt,
        String keyId,
        String signature) {

    static BlockView of(Block block) {
        var hex = HexFormat.of();
        return new BlockView(
                block.number(),
                block.firstPosition(),
                block.lastPosition(),
                block.entries(),
                hex.formatHex(block.root()),
                hex.formatHex(block.previousHead()),
                hex.formatHex(block.head()),
                block.sealedAt(),
                block.keyId(),
                Base64.getEncoder().encodeToString(block.signature()));
    }
}
