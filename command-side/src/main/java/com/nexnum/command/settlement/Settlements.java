package com.nexnum.command.settlement;

import com.nexnum.command.settlement.SettlementTable.Imported;
import com.nexnum.command.settlement.SettlementTable.Taken;
import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.kernel.money.Money;
import com.nexnum.platform.audit.AuditTrail;
import com.nexnum.platform.audit.Change;
import com.nexnum.platform.web.Problem;
import com.nexnum.platform.web.ProblemException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes statements in: each whole or not at all, and none of its lines a second time. */
@Component
class Settlements {

    private static final int MOST_FAULTS_TOLD = 1_000;

    private final SettlementTable table;
    private final TransactionTemplate transactions;
    private final AuditTrail trail;
    private final Clock clock;

    Settlements(
            SettlementTable table,
            TransactionTemplate transactions,
            AuditTrail trail,
            Clock clock) {
        this.table = table;
        this.transactions = transactions;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * @param anew false when the same statement was imported before
     */
    record Outcome(Imported statement, boolean anew) {}

    /**
     * @throws ProblemException 400 STATEMENT_INVALID with every line that is wrong, or 409
     *     STATEMENT_DIFFERS when another one has that name
     */
    Outcome take(String gateway, String name, Statement statement, CustomerId by) {
        if (!statement.faults().isEmpty()) {
            throw invalid(statement.faults());
        }
        return Objects.requireNonNull(
                transactions.execute(_ -> stored(gateway, name, statement, by)));
    }

    private Outcome stored(String gateway, String name, Statement statement, CustomerId by) {
        table.lock(gateway);
        var digest = statement.digest();
        var earlier = table.find(gateway, name);
        if (earlier.isPresent()) {
            if (MessageDigest.isEqual(earlier.get().digest(), digest)) {
                return new Outcome(earlier.get(), false);
            }
            throw Problem.of(
                            409,
                            "STATEMENT_DIFFERS",
                            "A statement of this name was imported with other lines")
                    .with("importedAt", earlier.get().at().toString())
                    .raised();
        }
        var faults = taken(gateway, statement.lines());
        if (!faults.isEmpty()) {
            throw invalid(faults);
        }
        var lines = statement.lines();
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var imported = new Imported(gateway, name, digest, lines.size(), by, now);
        table.add(imported, lines);
        trail.record(
                Change.to(
                        "settlement.imported",
                        gateway + "/" + name,
                        Map.of(
                                "lines", lines.size(),
                                "totals", totals(lines),
                                "digest", HexFormat.of().formatHex(digest))));
        return new Outcome(imported, true);
    }

    private List<LineFault> taken(String gateway, List<StatementLine> lines) {
        var taken = table.taken(gateway, lines);
        var ids = taken.stream().map(Taken::id).collect(Collectors.toSet());
        var references = taken.stream().map(Taken::reference).collect(Collectors.toSet());
        var faults = new ArrayList<LineFault>();
        for (var line : lines) {
            if (ids.contains(line.id())) {
                faults.add(new LineFault(line.number(), "id", "IMPORTED_BEFORE"));
            }
            if (references.contains(line.reference())) {
                faults.add(new LineFault(line.number(), "reference", "IMPORTED_BEFORE"));
            }
        }
        return faults;
    }

    private static Map<String, String> totals(List<StatementLine> lines) {
        var totals = new TreeMap<String, Money>();
        lines.forEach(
                line -> totals.merge(line.amount().currency().name(), line.amount(), Money::plus));
        return totals.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, total -> total.getValue().decimal()));
    }

    private static ProblemException invalid(List<LineFault> faults) {
        return Problem.of(
                        400,
                        "STATEMENT_INVALID",
                        "Nothing was imported: mend the lines that are named, and send it again")
                .with("faults", faults.stream().limit(MOST_FAULTS_TOLD).toList())
                .with("faultCount", faults.size())
                .raised();
    }
}
