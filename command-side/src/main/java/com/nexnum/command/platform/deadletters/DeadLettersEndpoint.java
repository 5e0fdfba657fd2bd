package com.nexnum.command.platform.deadletters;

import com.nexnum.platform.audit.AuditTrail;
import com.nexnum.platform.audit.Change;
import com.nexnum.platform.deadletters.DeadLetters;
import com.nexnum.platform.deadletters.Discarded;
import com.nexnum.platform.deadletters.WaitingSequence;
import com.nexnum.platform.security.Caller;
import com.nexnum.platform.web.Cursor;
import com.nexnum.platform.web.Page;
import com.nexnum.platform.web.PageQuery;
import com.nexnum.platform.web.Problem;
import com.nexnum.platform.web.ProblemException;
import com.nexnum.platform.web.Validation;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Events that processors could not handle: which wait, try them again, give one up. */
@RestController
@RequestMapping("/api/v1/admin/dead-letters")
final class DeadLettersEndpoint {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLettersEndpoint.class);
    private static final int LONGEST_REASON = 500;

    private final DeadLetters letters;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;

    DeadLettersEndpoint(DeadLetters letters, AuditTrail trail, TransactionTemplate transaction) {
        this.letters = letters;
        this.trail = trail;
        this.transaction = transaction;
    }

    /**
     * @param sequences how many are tried again, by the processes that play the group
     */
    record Retrying(String group, int sequences) {}

    @GetMapping
    Page<WaitingSequence> deadLetters(
            @RequestParam(required = false) @Nullable String group, PageQuery query) {
        var cursor = query.cursor();
        var last =
                cursor == null ? null : new DeadLetters.SequenceKey(cursor.text(0), cursor.text(1));
        return Page.of(
                letters.after(group, last, query.fetch()),
                query,
                waiting -> Cursor.after(waiting.group(), waiting.sequence()));
    }

    /** One event that waits; auditors may look too, and see the values of financial events. */
    @GetMapping("/{id}")
    LetterView deadLetter(@PathVariable String id, Caller caller) {
        return LetterView.of(letters.find(id).orElseThrow(DeadLettersEndpoint::notFound), caller);
    }

    /** What was given up, newest first. */
    @GetMapping("/discarded")
    Page<Discarded> discarded(PageQuery query) {
        var cursor = query.cursor();
        return Page.of(
                letters.discarded(
                        cursor == null ? Long.MAX_VALUE : cursor.number(0), query.fetch()),
                query,
                last -> Cursor.after(last.id()));
    }

    /** Without a sequence all of the group. */
    @PostMapping("/{group}/retry")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Retrying retry(
            @PathVariable String group, @RequestParam(required = false) @Nullable String sequence) {
        return new Retrying(group, letters.retryNow(group, sequence));
    }

    /** The event with what waits before and behind it: a sequence is tried in its order. */
    @PostMapping("/{group}/{eventId}/retry")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Retrying retryOne(@PathVariable String group, @PathVariable String eventId) {
        var sequence =
                letters.sequenceOf(group, eventId).orElseThrow(DeadLettersEndpoint::notFound);
        return new Retrying(group, letters.retryNow(group, sequence));
    }

    /** The group never handles this event; what waits behind it goes on. */
    @DeleteMapping("/{group}/{eventId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(
            @PathVariable String group,
            @PathVariable String eventId,
            @RequestParam(required = false) @Nullable String reason,
            Caller caller) {
        var why = reason == null ? "" : reason.strip().replaceAll("\\p{Cntrl}+", " ");
        new Validation()
                .check(
                        "reason",
                        !why.isEmpty() && why.length() <= LONGEST_REASON,
                        "has 1 to 500 characters")
                .done();
        var gone =
                Objects.requireNonNull(
                                transaction.execute(_ -> discarded(group, eventId, caller, why)))
                        .orElseThrow(() ->
                                Problem.of(
                                                404,
                                                "DEAD_LETTER_NOT_FOUND",
                                                "No sequence of this group begins with this event.")
                                        .raised());
        LOG.warn(
                "{} gave up event {} ({}) of {} for {}, with {} behind it: {}",
                caller.customerId(),
                gone.eventId(),
                gone.eventName(),
                gone.sequence(),
                gone.group(),
                gone.behind(),
                why);
    }

    private Optional<WaitingSequence> discarded(
            String group, String eventId, Caller caller, String why) {
        var gone = letters.discard(group, eventId, caller.customerId().value(), why);
        gone.ifPresent(_ ->
                trail.record(
                        Change.to(
                                "dead-letter.discarded",
                                eventId,
                                Map.of("group", group, "reason", why))));
        return gone;
    }

    private static ProblemException notFound() {
        return Problem.of(404, "DEAD_LETTER_NOT_FOUND", "This event does not wait.").raised();
    }
}
