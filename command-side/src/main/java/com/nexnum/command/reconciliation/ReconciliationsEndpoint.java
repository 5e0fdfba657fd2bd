package com.nexnum.command.reconciliation;

import com.nexnum.command.platform.agenda.Agenda;
import com.nexnum.command.reconciliation.ReconciliationReport.FindingView;
import com.nexnum.command.reconciliation.ReconciliationReport.Standing;
import com.nexnum.command.supply.ProvidersByName;
import com.nexnum.platform.security.Caller;
import com.nexnum.platform.web.Cursor;
import com.nexnum.platform.web.Page;
import com.nexnum.platform.web.PageQuery;
import com.nexnum.platform.web.Problem;
import com.nexnum.platform.web.Validation;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** How our books and the providers' lists compare. */
@RestController
@RequestMapping("/api/v1/admin/reconciliations")
@EnableConfigurationProperties(ReconciliationProperties.class)
final class ReconciliationsEndpoint {

    private static final int LONGEST_NOTE = 500;

    private final ReconciliationReport report;
    private final ProvidersByName providers;
    private final Agenda agenda;
    private final Clock clock;

    ReconciliationsEndpoint(
            ReconciliationReport report, ProvidersByName providers, Agenda agenda, Clock clock) {
        this.report = report;
        this.providers = providers;
        this.agenda = agenda;
        this.clock = clock;
    }

    /** {@code {"provider":"sandbox","state":"DUE"}}. */
    record Asked(String provider, String state) {}

    record Review(@Nullable String note) {}

    /** Each provider's last comparison. */
    @GetMapping
    Page<Standing> standings(PageQuery query) {
        var cursor = query.cursor();
        var after = cursor == null ? "" : cursor.text(0);
        return Page.of(
                report.standings(after, query.fetch()),
                query,
                standing -> Cursor.after(standing.provider()));
    }

    /**
     * @param toReview only those that a person has yet to look at, or only others
     */
    @GetMapping("/findings")
    Page<FindingView> findings(
            @RequestParam(required = false) @Nullable String provider,
            @RequestParam(required = false) @Nullable Boolean toReview,
            PageQuery query) {
        var cursor = query.cursor();
        long before = cursor == null ? Long.MAX_VALUE : cursor.number(0);
        return Page.of(
                report.findings(provider, toReview, before, query.fetch()),
                query,
                finding -> Cursor.after(finding.id()));
    }

    /** Compares one provider now, not at its next time. */
    @PostMapping("/{slug}")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Asked compare(@PathVariable String slug) {
        var provider = providers.named(slug).value();
        agenda.put(Reconcile.KIND, provider, clock.instant(), "");
        return new Asked(provider, "DUE");
    }

    /** Says that a person looked at it. */
    @PostMapping("/findings/{id}/review")
    FindingView review(@PathVariable String id, @RequestBody Review review, Caller caller) {
        var note = review.note() == null ? "" : review.note().strip();
        new Validation()
                .check(
                        "note",
                        !note.isEmpty() && note.length() <= LONGEST_NOTE,
                        "has 1 to 500 characters")
                .done();
        if (!id.matches("[0-9]{1,18}")) {
            throw noFinding();
        }
        return report.review(Long.parseLong(id), caller.customerId().value(), note, clock.instant())
                .orElseThrow(ReconciliationsEndpoint::noFinding);
    }

    private static RuntimeException noFinding() {
        return Problem.of(404, "FINDING_NOT_FOUND", "There is no such finding.").raised();
    }
}
