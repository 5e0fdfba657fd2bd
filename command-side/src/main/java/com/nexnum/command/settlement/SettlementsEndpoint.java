package com.nexnum.command.settlement;

import com.nexnum.command.deposit.Gateways;
import com.nexnum.command.settlement.SettlementTable.Imported;
import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.platform.security.Caller;
import com.nexnum.platform.web.Cursor;
import com.nexnum.platform.web.Page;
import com.nexnum.platform.web.PageQuery;
import com.nexnum.platform.web.Validation;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where administrators bring in what payment gateways settled. The name of a statement keeps a
 * repeat from counting twice, so no Idempotency-Key is needed.
 */
@RestController
@RequestMapping("/api/v1/admin/settlements")
final class SettlementsEndpoint {

    private static final String CSV = "text/csv";

    private final Settlements settlements;
    private final SettlementTable table;
    private final Gateways gateways;
    private final Clock clock;

    SettlementsEndpoint(
            Settlements settlements, SettlementTable table, Gateways gateways, Clock clock) {
        this.settlements = settlements;
        this.table = table;
        this.gateways = gateways;
        this.clock = clock;
    }

    /**
     * @param digest SHA-256 over the lines, in hexadecimal
     */
    record StatementView(
            String gateway,
            String statement,
            int lines,
            String digest,
            CustomerId importedBy,
            Instant importedAt) {

        static StatementView of(Imported imported) {
            return new StatementView(
                    imported.gateway(),
                    imported.statement(),
                    imported.lines(),
                    HexFormat.of().formatHex(imported.digest()),
                    imported.by(),
                    imported.at());
        }
    }

    /**
     * 201, or 200 when the same statement was imported before.
     *
     * @param body CSV, or {@code {"lines":[{"id","reference","amount","currency","date"}]}}
     */
    @PostMapping(consumes = {CSV, MediaType.APPLICATION_JSON_VALUE})
    ResponseEntity<StatementView> take(
            @RequestParam String gateway,
            @RequestParam String statement,
            @RequestHeader(HttpHeaders.CONTENT_TYPE) MediaType type,
            @RequestBody(required = false) byte @Nullable [] body,
            Caller caller) {
        var bytes = body == null ? new byte[0] : body;
        var read =
                type.isCompatibleWith(MediaType.APPLICATION_JSON)
                        ? JsonStatement.read(bytes, latest())
                        : CsvStatement.read(bytes, latest());
        return take(gateway, statement, read, caller);
    }

    /** The newest first. */
    @GetMapping
    Page<StatementView> statements(PageQuery query) {
        return Page.of(
                        table.list(query),
                        query,
                        each -> Cursor.after(each.at(), each.gateway(), each.statement()))
                .map(StatementView::of);
    }

    private ResponseEntity<StatementView> take(
            String gateway, String name, Statement statement, Caller caller) {
        new Validation()
                .check(
                        "statement",
                        name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}"),
                        "has 1 to 64 letters, digits, dots, dashes or underscores")
                .done();
        var known = gateways.named(gateway).name();
        var outcome = settlements.take(known, name, statement, caller.customerId());
        return ResponseEntity.status(outcome.anew() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(StatementView.of(outcome.statement()));
    }

    /** Somewhere it is tomorrow already. */
    private LocalDate latest() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1);
    }
}
