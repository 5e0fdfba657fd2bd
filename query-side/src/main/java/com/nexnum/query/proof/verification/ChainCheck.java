package com.nexnum.query.proof.verification;

import static com.nexnum.query.proof.Hashing.BYTES;

import com.nexnum.query.platform.jobs.JobControl;
import com.nexnum.query.proof.Block;
import com.nexnum.query.proof.Blocks;
import com.nexnum.query.proof.EventRow;
import com.nexnum.query.proof.EventRows;
import com.nexnum.query.proof.Hashing;
import com.nexnum.query.proof.MerkleTree;
import com.nexnum.query.proof.PublicSealingKey;
import com.nexnum.query.proof.verification.Break.Kind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Hashes the events of some blocks again, one thread's share of them. What is as it was sealed
 * costs one pass; a block that is not is read again, event by event.
 */
final class ChainCheck {

    private static final int READ_AT_ONCE = Integer.MAX_VALUE;

    private final Connection connection;
    private final Blocks blocks;
    private final Map<String, PublicSealingKey> keys;
    private final Breaks breaks;
    private final JobControl control;
    private final Hashing hashing = new Hashing();
    private byte[] hashes = new byte[Block.MOST_ENTRIES * BYTES];

    /**
     * @param keys those that are known and endorsed, by id
     */
    ChainCheck(
            Connection connection,
            Blocks blocks,
            Map<String, PublicSealingKey> keys,
            Breaks breaks,
            JobControl control) {
        this.connection = connection;
        this.blocks = blocks;
        this.keys = keys;
        this.breaks = breaks;
        this.control = control;
    }

    /** Walks over blocks while the rows of all of them pass by. */
    private final class Walk {
        private final List<Block> all;
        private int at;
        private int count;

        Walk(List<Block> all) {
            this.all = all;
        }

        void row(long position, byte[] bytes, int from, int length) throws SQLException {
            while (position > all.get(at).lastPosition()) {
                finish();
            }
            if ((count + 1) * BYTES > hashes.length) {
                hashes = Arrays.copyOf(hashes, hashes.length * 2);
            }
            hashing.leaf(bytes, from, length, hashes, count++ * BYTES);
        }

        void finish() throws SQLException {
            var block = all.get(at);
            var same =
                    count == block.entries()
                            && Arrays.equals(MerkleTree.root(hashing, hashes, count), block.root());
            if (!same) {
                suspects.put(block.number(), block);
            }
            count = 0;
            at++;
        }
    }

    private final Map<Long, Block> suspects = new TreeMap<>();

    /**
     * @param before the block before them; null when they are the first
     * @param some in their order, at least one
     */
    void check(@Nullable Block before, List<Block> some) throws SQLException, InterruptedException {
        var previous = before;
        for (var block : some) {
            link(previous, block);
            previous = block;
        }
        var walk = new Walk(some);
        EventRows.read(
                connection,
                before == null ? Long.MIN_VALUE : before.lastPosition(),
                some.getLast().lastPosition(),
                READ_AT_ONCE,
                walk::row);
        while (walk.at < some.size()) {
            walk.finish();
        }
        for (var block : suspects.values()) {
            compare(block);
        }
        suspects.clear();
        control.advanced(some.stream().mapToLong(Block::entries).sum());
    }

    private void link(@Nullable Block before, Block block) {
        var number = before == null ? 0 : before.number();
        if (block.number() != number + 1) {
            found(Kind.BLOCK_MISSING, block, "Blocks are missing after number " + number);
        } else if (block.firstPosition() != (before == null ? 0 : before.lastPosition()) + 1
                || !Arrays.equals(
                        block.previousHead(), before == null ? new byte[BYTES] : before.head())) {
            found(Kind.BLOCK_ALTERED, block, "The block does not follow the one before it");
        }
        if (!Arrays.equals(sha256(block.header()), block.head())) {
            found(Kind.BLOCK_ALTERED, block, "The block's head is not made of the block");
        }
        var key = keys.get(block.keyId());
        if (key == null || !key.signed(block)) {
            found(
                    Kind.SIGNATURE_WRONG,
                    block,
                    "The block's head is not signed by " + block.keyId());
        }
    }

    private byte[] sha256(byte[] bytes) {
        return hashing.plain(bytes);
    }

    private void compare(Block block) throws SQLException {
        var leaves = blocks.leaves(block.number());
        var count = leaves.count();
        if (count != block.entries()
                || !Arrays.equals(MerkleTree.root(hashing, leaves.hashes(), count), block.root())) {
            found(Kind.BLOCK_ALTERED, block, "The block's root is not made of its hashes");
        }
        var now = new TreeMap<Long, EventRow>();
        EventRows.read(
                connection,
                block.number() == 1 ? Long.MIN_VALUE : block.firstPosition() - 1,
                block.lastPosition(),
                READ_AT_ONCE,
                (position, bytes, from, length) ->
                        now.put(position, EventRow.of(position, bytes, from, length)));
        for (var i = 0; i < count; i++) {
            var position = leaves.position(i);
            var row = now.remove(position);
            var sealed = leaves.hash(i);
            if (row == null || !Arrays.equals(hashing.leaf(row.bytes()), sealed)) {
                breaks.mismatch(position, block.number(), sealed, row);
            }
        }
        now.forEach((position, row) -> breaks.mismatch(position, block.number(), null, row));
    }

    private void found(Kind kind, Block block, String detail) {
        var position = kind == Kind.SIGNATURE_WRONG ? block.lastPosition() : block.firstPosition();
        breaks.add(new Break(kind, position, block.number(), null, null, detail));
    }
}
