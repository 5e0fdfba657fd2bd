package com.nexnum.query.proof;

import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * That one event is in a block.
 *
 * @param index where it stands in the block, from 0
 * @param path the sibling of each node on the way to the root
 */
record InclusionProof(Block block, int index, EventRow event, List<byte[]> path) {

    /**
     * @param event the bytes that are hashed, in base64
     * @param leaf what they hash to
     */
    record View(
            String entryId,
            long position,
            int index,
            String event,
            String leaf,
            List<String> path,
            BlockView block) {}

    View view(String entryId) {
        var hex = HexFormat.of();
        return new View(
                entryId,
                event.position(),
                index,
                Base64.getEncoder().encodeToString(event.bytes()),
                hex.formatHex(new Hashing().leaf(event.bytes())),
                path.stream().map(hex::formatHex).toList(),
                BlockView.of(block));
    }
}
