package com.nexnum.query.proof;

import com.nexnum.platform.web.Problem;
import com.nexnum.platform.web.ProblemException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What can be carried away and checked elsewhere. */
@Component
class Proofs {

    private static final int BLOCKS_AT_ONCE = 20;

    private final DataSource database;
    private final JdbcClient sql;
    private final Blocks blocks;
    private final SealingKeys keys;

    Proofs(DataSource database, JdbcClient sql, Blocks blocks, SealingKeys keys) {
        this.database = database;
        this.sql = sql;
        this.blocks = blocks;
        this.keys = keys;
    }

    /**
     * The blocks that a stretch of positions begins and ends in.
     *
     * @throws ProblemException 409 NOT_YET_SEALED when there is none
     */
    List<Block> ends(long from, long to) {
        var last = blocks.last().orElseThrow(() -> notYetSealed(0));
        var first = blocks.covering(from).orElseThrow(() -> notYetSealed(last.lastPosition()));
        return List.of(first, blocks.covering(to).orElse(last));
    }

    /** Writes all events of these blocks, a few blocks in memory at a time. */
    void bundle(Block first, Block last, OutputStream out) throws IOException {
        var bundle = new BundleWriter(out, keys.all());
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(true);
            var after = first.number() - 1;
            while (after < last.number()) {
                var count = (int) Math.min(BLOCKS_AT_ONCE, last.number() - after);
                var some = blocks.after(after, count);
                if (some.isEmpty()) {
                    break;
                }
                for (var block : some) {
                    bundle.block(block);
                    EventRows.read(
                            connection,
                            block.firstPosition() - 1,
                            block.lastPosition(),
                            Integer.MAX_VALUE,
                            bundle::event);
                }
                after = some.getLast().number();
            }
            bundle.end();
        } catch (SQLException e) {
            throw new IllegalStateException("The events cannot be read", e);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    void bundle(InclusionProof proof, OutputStream out) throws IOException {
        var bundle = new BundleWriter(out, keys.all());
        bundle.inclusion(proof);
        bundle.end();
    }

    /**
     * @param entryId of a journal entry, which is that of its event; any event's id does
     * @throws ProblemException 404 ENTRY_NOT_FOUND, 409 NOT_YET_SEALED, 409 ENTRY_ALTERED when it
     *     is not what was sealed
     */
    InclusionProof inclusion(String entryId) {
        var position =
                sql.sql("select global_index from domain_event_entry where event_identifier = ?")
                        .param(entryId)
                        .query(Long.class)
                        .optional()
                        .orElseThrow(() ->
                                Problem.of(404, "ENTRY_NOT_FOUND", "There is no such entry.")
                                        .raised());
        var block =
                blocks.covering(position)
                        .orElseThrow(() ->
                                notYetSealed(blocks.last().map(Block::lastPosition).orElse(0L)));
        var leaves = blocks.leaves(block.number());
        var index = leaves.indexOf(position);
        var event = event(position);
        var hashing = new Hashing();
        if (index < 0 || !Arrays.equals(hashing.leaf(event.bytes()), leaves.hash(index))) {
            throw Problem.of(
                            409,
                            "ENTRY_ALTERED",
                            "The entry is not what was sealed; start a verification.")
                    .with("position", position)
                    .with("block", block.number())
                    .raised();
        }
        var path = MerkleTree.path(hashing, leaves.hashes(), leaves.count(), index);
        return new InclusionProof(block, index, event, path);
    }

    private EventRow event(long position) {
        var found = new ArrayList<EventRow>();
        try (Connection connection = database.getConnection()) {
            EventRows.read(
                    connection,
                    position - 1,
                    position,
                    1,
                    (at, bytes, from, length) -> found.add(EventRow.of(at, bytes, from, length)));
        } catch (SQLException e) {
            throw new IllegalStateException("The event cannot be read", e);
        }
        return found.getFirst();
    }

    private static ProblemException notYetSealed(long sealedUpTo) {
        return Problem.of(409, "NOT_YET_SEALED", "No block holds this yet; try again soon.")
                .with("sealedUpTo", sealedUpTo)
                .raised();
    }
}
