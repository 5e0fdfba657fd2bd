package com.nexnum.query.settlement;

import com.nexnum.platform.web.Page;
import com.nexnum.platform.web.PageQuery;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What does not agree between our books and others', for auditors. */
@RestController
@RequestMapping("/api/v1/audit/reconciliation")
class ReconciliationEndpoint {

    private final SettlementDifferences differences;
    private final Clock clock;

    ReconciliationEndpoint(SettlementDifferences differences, Clock clock) {
        this.differences = differences;
        this.clock = clock;
    }

    @GetMapping("/deposits")
    Page<DifferenceView> deposits(
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String gateway,
            PageQuery query) {
        return differences.list(Comparison.DEPOSITS, kind, gateway, clock.instant(), query);
    }

    @GetMapping("/deposits/summary")
    Page<SummaryView> depositsInShort() {
        return new Page<>(differences.summary(Comparison.DEPOSITS, clock.instant()), null);
    }

    @GetMapping("/charges")
    Page<DifferenceView> charges(
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String provider,
            PageQuery query) {
        return differences.list(Comparison.CHARGES, kind, provider, clock.instant(), query);
    }

    @GetMapping("/charges/summary")
    Page<SummaryView> chargesInShort() {
        return new Page<>(differences.summary(Comparison.CHARGES, clock.instant()), null);
    }
}
