package com.nexnum.command.identity;

import com.nexnum.command.identity.session.Sessions;
import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.kernel.identity.IdentityEvent.UserBanned;
import com.nexnum.platform.audit.AuditTrail;
import com.nexnum.platform.audit.Change;
import com.nexnum.platform.security.Caller;
import com.nexnum.platform.web.Problem;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What administrators do to accounts. */
@Component
final class UserAdministration {

    private final Users users;
    private final Sessions sessions;
    private final IdentityEvents events;
    private final TransactionTemplate transactions;
    private final AuditTrail trail;
    private final Clock clock;

    UserAdministration(
            Users users,
            Sessions sessions,
            IdentityEvents events,
            TransactionTemplate transactions,
            AuditTrail trail,
            Clock clock) {
        this.users = users;
        this.sessions = sessions;
        this.events = events;
        this.transactions = transactions;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Bans a user and ends all sessions; a second ban changes nothing.
     *
     * @throws com.nexnum.platform.web.ProblemException 404 USER_NOT_FOUND or 409
     *     CANNOT_BAN_YOURSELF
     */
    User ban(CustomerId id, String reason, Caller by) {
        if (users.byId(id).isEmpty()) {
            throw Problem.of(404, "USER_NOT_FOUND", "There is no such user.").raised();
        }
        if (by.customerId().equals(id)) {
            throw Problem.of(409, "CANNOT_BAN_YOURSELF", "Ask another administrator.").raised();
        }
        transactions.executeWithoutResult(_ -> {
            if (users.ban(id, reason, clock.instant())) {
                events.publish(new UserBanned(id, reason));
                // Not the reason: it may speak of the person, and an erasure takes it away.
                trail.record(
                        new Change(
                                "user.banned",
                                id.value(),
                                Map.of("banned", false),
                                Map.of("banned", true)));
            }
            sessions.endAll(id, "BANNED");
        });
        return users.byId(id).orElseThrow();
    }
}
