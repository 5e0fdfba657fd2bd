package com.nexnum.query.activenumbers;

import com.nexnum.kernel.activation.ActivationId;
import com.nexnum.platform.security.Caller;
import com.nexnum.platform.web.Page;
import com.nexnum.platform.web.PageQuery;
import com.nexnum.platform.web.Problem;
import com.nexnum.query.activations.ActivationStatus;
import com.nexnum.query.activations.NumberView;
import com.nexnum.query.activations.Numbers;
import com.nexnum.query.platform.BadRequest;
import com.nexnum.query.platform.Freshness;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The caller's numbers: live ones, past ones, one of them. */
@RestController
class NumbersEndpoint {

    private static final Pattern ID = Pattern.compile("act_[0-9a-z]{6,36}");

    private final Numbers live;
    private final Numbers ever;
    private final Freshness freshness;

    NumbersEndpoint(JdbcClient sql, Freshness freshness) {
        this.live = new Numbers(sql, "activenumbers");
        this.ever = new Numbers(sql, "activations");
        this.freshness = freshness;
    }

    @GetMapping("/api/v1/numbers")
    Page<NumberView> numbers(
            Caller caller, @RequestParam(defaultValue = "all") String status, PageQuery query) {
        var customer = caller.customerId();
        return switch (status) {
            case "active" -> live.live(customer, query);
            case "all" -> ever.all(customer, null, query);
            default -> ever.all(customer, status(status), query);
        };
    }

    @GetMapping("/api/v1/numbers/{id}")
    NumberView number(Caller caller, @PathVariable String id) {
        if (!ID.matcher(id).matches()) {
            throw notFound();
        }
        var activation = new ActivationId(id);
        freshness.await("activations", id, () -> ever.sequence(activation));
        return ever.find(caller.customerId(), activation).orElseThrow(NumbersEndpoint::notFound);
    }

    private static RuntimeException notFound() {
        return Problem.of(404, "NUMBER_NOT_FOUND", "There is no such number").raised();
    }

    private static ActivationStatus status(String text) {
        try {
            return ActivationStatus.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw BadRequest.of("status", "status is active, all or a status such as COMPLETED");
        }
    }
}
