package com.nexnum.query.margins;

import com.nexnum.platform.web.Problem;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was earned in a period, for auditors. */
@RestController
class MarginsEndpoint {

    private final Margins margins;

    MarginsEndpoint(Margins margins) {
        this.margins = margins;
    }

    /**
     * @param from the first instant, ISO-8601 in UTC; the beginning when absent
     * @param to the instant after the last; now when absent
     */
    @GetMapping("/api/v1/audit/margins")
    MarginReport margins(
            @RequestParam(defaultValue = "service") String by,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to) {
        if (from != null && to != null && !from.isBefore(to)) {
            throw invalid("to", "to is later than from.").raised();
        }
        var known =
                Arrays.stream(Margins.By.values())
                        .filter(each -> each.name().equalsIgnoreCase(by))
                        .findFirst()
                        .orElseThrow(() ->
                                invalid("by", "by is service, country or provider.").raised());
        return margins.of(known, from, to);
    }

    private static Problem invalid(String parameter, String message) {
        return Problem.of(400, "INVALID_PARAMETER", message).with("parameter", parameter);
    }
}
