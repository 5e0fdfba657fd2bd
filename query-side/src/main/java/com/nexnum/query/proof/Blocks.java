package com.nexnum.query.proof;

import com.nexnum.query.platform.SqlInstant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code proof_block}, to which is only added. */
@Component
public class Blocks {

    private static final String FIELDS =
            "number, first_position, last_position, entries, root, previous_head, sealed_at, key_id, head, signature";
    private static final RowMapper<Block> BLOCK = (row, _) -> block(row);

    private final JdbcClient sql;

    public Blocks(JdbcClient sql) {
        this.sql = sql;
    }

    void add(Block block, byte[] leaves) {
        sql.sql(
                        """
                        insert into proof_block (number, first_position, last_position, entries, root, previous_head,
                               sealed_at, key_id, head, signature, leaves)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        block.number(),
                        block.firstPosition(),
                        block.lastPosition(),
                        block.entries(),
                        block.root(),
                        block.previousHead(),
                        SqlInstant.of(block.sealedAt()),
                        block.keyId(),
                        block.head(),
                        block.signature(),
                        leaves)
                .update();
    }

    public Optional<Block> last() {
        return sql.sql("select " + FIELDS + " from proof_block order by number desc limit 1")
                .query(BLOCK)
                .optional();
    }

    public Optional<Block> find(long number) {
        return sql.sql("select " + FIELDS + " from proof_block where number = ?")
                .param(number)
                .query(BLOCK)
                .optional();
    }

    /** The block that says whether there is an event at this position. */
    public Optional<Block> covering(long position) {
        return sql.sql(
                        "select "
                                + FIELDS
                                + " from proof_block where last_position >= ? order by last_position limit 1")
                .param(position)
                .query(BLOCK)
                .optional();
    }

    /** Newest first, those before a number. */
    List<Block> before(long number, int limit) {
        return sql.sql(
                        "select "
                                + FIELDS
                                + " from proof_block where number < ? order by number desc limit ?")
                .params(number, limit)
                .query(BLOCK)
                .list();
    }

    /** Oldest first, those after a number. */
    public List<Block> after(long number, int limit) {
        return sql.sql(
                        "select "
                                + FIELDS
                                + " from proof_block where number > ? order by number limit ?")
                .params(number, limit)
                .query(BLOCK)
                .list();
    }

    /** Positions and hashes of a block's events; see the column's comment. */
    public Leaves leaves(long number) {
        return new Leaves(
                sql.sql("select leaves from proof_block where number = ?")
                        .param(number)
                        .query(byte[].class)
                        .single());
    }

    private static Block block(ResultSet row) throws SQLException {
        return new Block(
                row.getLong("number"),
                row.getLong("first_position"),
                row.getLong("last_position"),
                row.getInt("entries"),
                row.getBytes("root"),
                row.getBytes("previous_head"),
                SqlInstant.from(row, "sealed_at"),
                row.getString("key_id"),
                row.getBytes("head"),
                row.getBytes("signature"));
    }
}
