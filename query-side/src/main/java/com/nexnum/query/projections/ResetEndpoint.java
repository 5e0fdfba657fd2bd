package com.nexnum.query.projections;

import com.nexnum.platform.security.Caller;
import com.nexnum.platform.web.Problem;
import com.nexnum.platform.web.Validation;
import com.nexnum.query.rebuild.Models;
import com.nexnum.query.rebuild.Rebuilds;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Puts one projection back to a position: its rows become what they were there, and everything
 * behind it is handled again. In two steps, since readers see old answers until it has caught up.
 */
@RestController
class ResetEndpoint {

    private final Models models;
    private final Rebuilds rebuilds;
    private final Confirmations confirmations;
    private final ProjectionTrail trail;
    private final JdbcClient sql;

    ResetEndpoint(
            Models models,
            Rebuilds rebuilds,
            Confirmations confirmations,
            ProjectionTrail trail,
            JdbcClient sql) {
        this.models = models;
        this.rebuilds = rebuilds;
        this.confirmations = confirmations;
        this.trail = trail;
        this.sql = sql;
    }

    /**
     * @param position 0 for the beginning, the head of the store at most
     * @param confirm the token that the first step answered; absent in the first step
     */
    record Reset(@Nullable Long position, @Nullable String confirm) {}

    /**
     * @param events how many of the store's events are handled again, of whatever kind
     * @param confirm to be sent with the same position by the same caller
     */
    record ToConfirm(String name, long position, long events, String confirm, Instant expiresAt) {}

    @PostMapping("/api/v1/admin/projections/{name}/reset")
    ResponseEntity<?> reset(@PathVariable String name, @RequestBody Reset reset, Caller caller) {
        models.get(name);
        var head = head();
        var position = reset.position();
        if (position == null || position < 0 || position > head) {
            new Validation().check("position", false, "is 0 to " + head).done();
            throw new IllegalStateException("unreachable");
        }
        if (reset.confirm() == null) {
            return ResponseEntity.ok(toConfirm(name, position, caller));
        }
        if (!confirmations.use(reset.confirm(), name, position, caller.customerId())) {
            throw Problem.of(
                            409,
                            "RESET_NOT_CONFIRMED",
                            "The token is not of this reset, was used, or is too old; ask for another")
                    .raised();
        }
        trail.record("reset-asked", name, Map.of("position", position));
        rebuilds.reset(name, position, caller.customerId().value());
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/admin/projections/" + name))
                .build();
    }

    private ToConfirm toConfirm(String name, long position, Caller caller) {
        var token = confirmations.issue(name, position, caller.customerId());
        var events =
                sql.sql("select count(*) from domain_event_entry where global_index > ?")
                        .param(position)
                        .query(Long.class)
                        .single();
        return new ToConfirm(name, position, events, token.token(), token.expiresAt());
    }

    private long head() {
        return sql.sql("select coalesce(max(global_index), 0) from domain_event_entry")
                .query(Long.class)
                .single();
    }
}
