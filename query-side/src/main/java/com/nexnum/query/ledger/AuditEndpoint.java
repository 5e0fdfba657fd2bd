package com.nexnum.query.ledger;

import com.nexnum.platform.security.Caller;
import com.nexnum.platform.security.Role;
import com.nexnum.platform.web.Page;
import com.nexnum.platform.web.PageQuery;
import com.nexnum.platform.web.Problem;
import com.nexnum.query.ledger.asof.AsOf;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The whole ledger, for auditors and administrators. */
@RestController
class AuditEndpoint {

    private final TrialBalances trialBalances;
    private final Entries entries;

    AuditEndpoint(TrialBalances trialBalances, Entries entries) {
        this.trialBalances = trialBalances;
        this.entries = entries;
    }

    @GetMapping("/api/v1/audit/trial-balance")
    TrialBalance trialBalance(
            Caller caller, @RequestParam(required = false) @Nullable String asOf) {
        requireAuditor(caller);
        return asOf == null ? trialBalances.now() : trialBalances.at(AsOf.parse("asOf", asOf));
    }

    @GetMapping("/api/v1/audit/entries")
    Page<EntryView> entries(
            Caller caller,
            @RequestParam(required = false) @Nullable String account,
            PageQuery query) {
        requireAuditor(caller);
        return entries.list(account, query);
    }

    private static void requireAuditor(Caller caller) {
        if (!caller.roles().contains(Role.AUDITOR) && !caller.roles().contains(Role.ADMIN)) {
            throw Problem.of(
                            403, "FORBIDDEN", "Only auditors and administrators may see the ledger")
                    .raised();
        }
    }
}
