package com.nexnum.query.proof.verification;

import com.nexnum.query.platform.jobs.JobControl;
import com.nexnum.query.platform.rows.ReadModel;
import com.nexnum.query.platform.rows.Table;
import com.nexnum.query.proof.verification.Break.Kind;
import com.nexnum.query.rebuild.EventCursor;
import com.nexnum.query.rebuild.Stored;
import com.nexnum.query.replay.ScratchRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Folds the events again and compares the ledger's entries and postings with what comes out, byte
 * by byte, a stretch of positions at a time.
 */
final class LedgerCheck {

    static final String ENTRIES = "ledger_entry";
    static final String POSTINGS = "ledger_posting";

    private static final int POSITIONS_AT_ONCE = 20_000;
    private static final int WALLETS_IN_MEMORY = 200_000;

    private final Connection connection;
    private final ReadModel ledger;
    private final EventCursor cursor;
    private final Breaks breaks;
    private final JobControl control;
    private final Table<?> entryTable;
    private final Table<?> postingTable;
    private final Set<Object> brokenStreams = new HashSet<>();
    private final Set<Long> unknown = new HashSet<>();
    private RowBytes.Expected entries;
    private RowBytes.Expected postings;
    private long folding;
    private long checked;

    /**
     * @param connection without auto-commit; it is committed now and then
     */
    LedgerCheck(
            Connection connection,
            ReadModel ledger,
            EventCursor cursor,
            Breaks breaks,
            JobControl control) {
        this.connection = connection;
        this.ledger = ledger;
        this.cursor = cursor;
        this.breaks = breaks;
        this.control = control;
        this.entryTable = table(ENTRIES);
        this.postingTable = table(POSTINGS);
        this.entries = new RowBytes.Expected(entryTable);
        this.postings = new RowBytes.Expected(postingTable);
    }

    /**
     * @param upTo the last position that the ledger has seen
     * @return how many entries were compared
     */
    long check(long upTo) throws SQLException, InterruptedException {
        var sql = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        var rows = new ScratchRows(sql, ledger, WALLETS_IN_MEMORY, this::appended);
        try {
            for (var after = 0L; after < upTo; after += POSITIONS_AT_ONCE) {
                if (!stretch(rows, after, Math.min(upTo, after + POSITIONS_AT_ONCE))) {
                    return checked;
                }
            }
            StrayPostings.check(sql, breaks);
        } finally {
            connection.rollback();
            rows.drop();
            connection.commit();
        }
        return checked;
    }

    /** Whether the events of this stretch could be read. */
    private boolean stretch(ScratchRows rows, long after, long upTo)
            throws SQLException, InterruptedException {
        entries = new RowBytes.Expected(entryTable);
        postings = new RowBytes.Expected(postingTable);
        unknown.clear();
        try {
            cursor.read(connection, ledger, after, upTo, page -> fold(rows, page));
        } catch (RuntimeException e) {
            breaks.add(differs(after + 1, "Its events cannot be read from here on: " + e));
            return false;
        }
        var between = "%s.position > " + after + " and %s.position <= " + upTo;
        compare(
                "entry",
                entries.all(),
                RowBytes.stored(
                        connection,
                        "select e.position, %s from ledger_entry e where %s order by e.position"
                                .formatted(
                                        RowBytes.columns(entryTable, "e"),
                                        between.formatted("e", "e"))));
        compare(
                "posting",
                postings.all(),
                RowBytes.stored(
                        connection,
                        """
                        select e.position, %s from ledger_entry e join ledger_posting p on p.position = e.position
                         where %s order by e.position, p.line
                        """
                                .formatted(
                                        RowBytes.columns(postingTable, "p"),
                                        between.formatted("e", "e"))));
        connection.commit();
        control.advanced(upTo - after);
        return true;
    }

    private void fold(ScratchRows rows, List<Stored> page) {
        rows.expect(page);
        for (var event : page) {
            folding = event.position();
            var streams = new HashSet<>();
            ledger.foresee(event, (_, key) -> streams.add(key));
            if (brokenStreams.containsAll(streams)) {
                unknown.add(folding);
                continue;
            }
            try {
                rows.fold(event);
            } catch (RuntimeException e) {
                brokenStreams.addAll(streams);
                unknown.add(folding);
                breaks.add(differs(folding, "The event does not fold: " + e.getMessage()));
            }
        }
    }

    private void appended(Table<?> table, Object row) {
        if (table.name().equals(ENTRIES)) {
            entries.add(folding, row);
            checked++;
        } else {
            postings.add(folding, row);
        }
    }

    private void compare(String what, RowBytes expected, RowBytes stored) {
        var e = 0;
        var s = 0;
        while (e < expected.size() || s < stored.size()) {
            var wanted = expected.position(e);
            var there = stored.position(s);
            if (wanted == there && expected.same(e, stored, s)) {
                e++;
                s++;
                continue;
            }
            if (!unknown.contains(Math.min(wanted, there))) {
                breaks.add(differs(Math.min(wanted, there), said(what, wanted, there)));
            }
            e = wanted <= there ? expected.next(e) : e;
            s = there <= wanted ? stored.next(s) : s;
        }
    }

    private static String said(String what, long wanted, long there) {
        if (wanted == there) {
            return "The ledger's " + what + " is not what the event says";
        }
        return wanted < there
                ? "The ledger lacks the " + what + " of this event"
                : "The ledger has a " + what + " that no event says";
    }

    private static Break differs(long position, String detail) {
        return new Break(Kind.LEDGER_DIFFERS, position, null, null, null, detail);
    }

    private Table<?> table(String name) {
        return ledger.tables().stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
