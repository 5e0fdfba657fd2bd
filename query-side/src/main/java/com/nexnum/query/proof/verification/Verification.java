package com.nexnum.query.proof.verification;

import com.nexnum.platform.eventstore.Positions;
import com.nexnum.query.platform.jobs.JobControl;
import com.nexnum.query.platform.rows.ReadModel;
import com.nexnum.query.proof.Block;
import com.nexnum.query.proof.Blocks;
import com.nexnum.query.proof.PublicSealingKey;
import com.nexnum.query.proof.SealingKeys;
import com.nexnum.query.proof.verification.Break.Kind;
import com.nexnum.query.rebuild.EventCursor;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Derives the whole chain and the ledger from the events again. */
@Component
public class Verification {

    private static final String LEDGER = "ledger";

    private final DataSource database;
    private final JdbcClient sql;
    private final Blocks blocks;
    private final SealingKeys keys;
    private final EventCursor cursor;
    private final ReadModel ledger;
    private final LongSupplier ledgerPosition;

    @Autowired
    Verification(
            DataSource database,
            JdbcClient sql,
            Blocks blocks,
            SealingKeys keys,
            EventCursor cursor,
            List<ReadModel> models,
            Positions positions) {
        this(
                database,
                sql,
                blocks,
                keys,
                cursor,
                models,
                () ->
                        positions.bySegment().getOrDefault(LEDGER, Map.of()).values().stream()
                                .mapToLong(Long::longValue)
                                .min()
                                .orElse(0));
    }

    /**
     * @param ledgerPosition up to where the ledger has taken every event
     */
    public Verification(
            DataSource database,
            JdbcClient sql,
            Blocks blocks,
            SealingKeys keys,
            EventCursor cursor,
            List<ReadModel> models,
            LongSupplier ledgerPosition) {
        this.database = database;
        this.sql = sql;
        this.blocks = blocks;
        this.keys = keys;
        this.cursor = cursor;
        this.ledger =
                models.stream()
                        .filter(model -> model.name().equals(LEDGER))
                        .findFirst()
                        .orElseThrow();
        this.ledgerPosition = ledgerPosition;
    }

    /** As work of a job: the request is a {@link VerificationRequest}. */
    Object run(JsonNode request, JobControl control) throws Exception {
        return run(JsonMapper.shared().treeToValue(request, VerificationRequest.class), control);
    }

    public VerificationResult run(VerificationRequest request, JobControl control)
            throws Exception {
        var breaks = new Breaks();
        var last = blocks.last();
        var sealed = last.map(Block::lastPosition).orElse(0L);
        var comparesLedger = !Boolean.FALSE.equals(request.ledger());
        var ledgerUpTo = Math.min(sealed, ledgerPosition.getAsLong());
        control.total(sealedEvents() + (comparesLedger ? ledgerUpTo : 0));
        knownHead(request.knownHead(), breaks);
        var verified =
                new ChainWalk(database, blocks, trusted(breaks), breaks, control)
                        .walk(last.map(Block::number).orElse(0L));
        var ledgerEntries = 0L;
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            new SequenceCheck(connection, breaks).check();
            connection.rollback();
            if (comparesLedger) {
                ledgerEntries = compareLedger(connection, ledgerUpTo, breaks, control);
            }
        }
        var found = breaks.inOrder();
        return new VerificationResult(
                found.isEmpty(),
                verified,
                last.map(Block::number).orElse(null),
                last.map(block -> HexFormat.of().formatHex(block.head())).orElse(null),
                sealed,
                unsealed(sealed),
                comparesLedger ? ledgerUpTo : null,
                ledgerEntries,
                breaks.count(found),
                found.isEmpty() ? null : found.getFirst(),
                found.subList(0, Math.min(found.size(), VerificationResult.MOST_FINDINGS)));
    }

    private long compareLedger(Connection connection, long upTo, Breaks breaks, JobControl control)
            throws SQLException, InterruptedException {
        return new LedgerCheck(connection, ledger, cursor, breaks, control).check(upTo);
    }

    private void knownHead(VerificationRequest.@Nullable KnownHead known, Breaks breaks) {
        if (known == null) {
            return;
        }
        var here = blocks.find(known.number());
        var same =
                here.map(block -> HexFormat.of().formatHex(block.head()))
                        .filter(hash -> hash.equalsIgnoreCase(known.hash()));
        if (same.isEmpty()) {
            breaks.add(
                    new Break(
                            Kind.HEAD_LOST,
                            here.or(blocks::last).map(Block::lastPosition).orElse(0L),
                            known.number(),
                            null,
                            null,
                            here.isEmpty()
                                    ? "The chain ends before the head that was kept"
                                    : "The block of this number has another head than was kept"));
        }
    }

    /** The first key, and each that a trusted one vouches for. */
    private Map<String, PublicSealingKey> trusted(Breaks breaks) {
        var trusted = new HashMap<String, PublicSealingKey>();
        for (var key : keys.all()) {
            var by = key.endorsedBy() == null ? null : trusted.get(key.endorsedBy());
            if (trusted.isEmpty() || (by != null && by.vouchesFor(key))) {
                trusted.put(key.id(), key);
            } else {
                breaks.add(
                        new Break(
                                Kind.SIGNATURE_WRONG,
                                0,
                                null,
                                null,
                                null,
                                "No key of ours vouches for the key " + key.id()));
            }
        }
        return trusted;
    }

    private long sealedEvents() {
        return sql.sql("select coalesce(sum(entries), 0) from proof_block")
                .query(Long.class)
                .single();
    }

    private long unsealed(long sealed) {
        return sql.sql("select count(*) from domain_event_entry where global_index > ?")
                .param(sealed)
                .query(Long.class)
                .single();
    }
}
