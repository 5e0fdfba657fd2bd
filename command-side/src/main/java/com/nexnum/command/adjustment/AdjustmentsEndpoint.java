package com.nexnum.command.adjustment;

import com.nexnum.command.platform.idempotency.IdempotencyKey;
import com.nexnum.command.platform.idempotency.Idempotent;
import com.nexnum.kernel.adjustment.AdjustmentId;
import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.platform.security.Caller;
import com.nexnum.platform.web.Cursor;
import com.nexnum.platform.web.Page;
import com.nexnum.platform.web.PageQuery;
import com.nexnum.platform.web.Validation;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where one administrator proposes what another approves. */
@RestController
@RequestMapping(AdjustmentsEndpoint.PATH)
final class AdjustmentsEndpoint {

    static final String PATH = "/api/v1/admin/adjustments";

    private static final int LONGEST_REASON = 500;

    private final Adjustments adjustments;
    private final AdjustmentTable table;

    AdjustmentsEndpoint(Adjustments adjustments, AdjustmentTable table) {
        this.adjustments = adjustments;
        this.table = table;
    }

    record Rejected(@Nullable String reason) {}

    @Idempotent
    @PostMapping
    ResponseEntity<AdjustmentView> propose(
            Caller caller, IdempotencyKey key, @RequestBody AdjustmentRequest request) {
        var proposal = request.checked(caller.customerId());
        var id = new AdjustmentId(key.derivedId("adj_", "adjustment"));
        return ResponseEntity.created(URI.create(PATH + "/" + id))
                .body(AdjustmentView.of(adjustments.propose(id, proposal)));
    }

    /** Moves the money: answered with BOOKED once the wallet has it. */
    @PostMapping("/{id}/approve")
    AdjustmentView approve(@PathVariable String id, Caller caller) {
        return AdjustmentView.of(adjustments.approve(read(id), caller.customerId()));
    }

    @PostMapping("/{id}/reject")
    AdjustmentView reject(@PathVariable String id, @RequestBody Rejected asked, Caller caller) {
        var reason = asked.reason() == null ? "" : asked.reason().strip();
        var validation = new Validation();
        AdjustmentRequest.check(validation, "reason", reason, LONGEST_REASON);
        validation.done();
        return AdjustmentView.of(adjustments.reject(read(id), caller.customerId(), reason));
    }

    @PostMapping("/{id}/withdraw")
    AdjustmentView withdraw(@PathVariable String id, Caller caller) {
        return AdjustmentView.of(adjustments.withdraw(read(id), caller.customerId()));
    }

    @GetMapping("/{id}")
    AdjustmentView adjustment(@PathVariable String id) {
        return table.find(read(id))
                .map(AdjustmentView::of)
                .orElseThrow(() -> AdjustmentProblems.notFound().raised());
    }

    /** The newest first. */
    @GetMapping
    Page<AdjustmentView> adjustments(
            @RequestParam(required = false) @Nullable AdjustmentStatus status,
            @RequestParam(required = false) @Nullable CustomerId customer,
            PageQuery query) {
        return Page.of(
                        table.list(status, customer, query),
                        query,
                        row -> Cursor.after(row.proposedAt(), row.id()))
                .map(AdjustmentView::of);
    }

    private static AdjustmentId read(String id) {
        return AdjustmentId.read(id).orElseThrow(() -> AdjustmentProblems.notFound().raised());
    }
}
