package com.nexnum.query.proof;

import static com.nexnum.query.proof.Hashing.BYTES;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The tree over the hashes of a block's events: nodes are paired level by level, and one without a
 * partner goes up as it is, which is the tree of RFC 6962.
 */
public final class MerkleTree {

    /**
     * @param leaves hashes side by side; changed by this
     * @param count how many of them, at least one
     */
    public static byte[] root(Hashing hashing, byte[] leaves, int count) {
        for (var nodes = count; nodes > 1; nodes = (nodes + 1) / 2) {
            level(hashing, leaves, nodes);
        }
        return Arrays.copyOf(leaves, BYTES);
    }

    /** What proves one leaf: the sibling of each node on its way to the root. */
    static List<byte[]> path(Hashing hashing, byte[] leaves, int count, int index) {
        var work = leaves.clone();
        var path = new ArrayList<byte[]>();
        var at = index;
        for (var nodes = count; nodes > 1; nodes = (nodes + 1) / 2) {
            var sibling = at ^ 1;
            if (sibling < nodes) {
                path.add(Arrays.copyOfRange(work, sibling * BYTES, (sibling + 1) * BYTES));
            }
            level(hashing, work, nodes);
            at /= 2;
        }
        return path;
    }

    /** The root that a leaf and its path lead to. */
    static byte[] climb(Hashing hashing, byte[] leaf, int index, int count, List<byte[]> path) {
        var hash = leaf;
        var at = index;
        var siblings = path.iterator();
        for (var nodes = count; nodes > 1; nodes = (nodes + 1) / 2) {
            if ((at ^ 1) < nodes) {
                if (!siblings.hasNext()) {
                    throw new IllegalArgumentException("The path is too short");
                }
                var sibling = siblings.next();
                hash = at % 2 == 0 ? hashing.node(hash, sibling) : hashing.node(sibling, hash);
            }
            at /= 2;
        }
        if (siblings.hasNext()) {
            throw new IllegalArgumentException("The path is too long");
        }
        return hash;
    }

    private static void level(Hashing hashing, byte[] hashes, int nodes) {
        for (var pair = 0; pair < nodes / 2; pair++) {
            hashing.node(hashes, 2 * pair * BYTES, hashes, pair * BYTES);
        }
        if (nodes % 2 == 1) {
            System.arraycopy(hashes, (nodes - 1) * BYTES, hashes, nodes / 2 * BYTES, BYTES);
        }
    }

    private MerkleTree() {}
}
