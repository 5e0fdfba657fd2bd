package com.nexnum.command.identity;

import com.nexnum.command.identity.session.Sessions;
import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.kernel.identity.IdentityEvent.PersonalDataErased;
import com.nexnum.kernel.privacy.PersonalData;
import com.nexnum.platform.audit.Change;
import com.nexnum.platform.audit.JdbcAuditTrail;
import com.nexnum.platform.web.Problem;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Erases who a customer is: the account's e-mail and name, the stored answers, and the key without
 * which every number and SMS in the events is noise. The ledger stays, and stays provable.
 */
@Component
class PersonalDataErasure {

    private final Users users;
    private final Sessions sessions;
    private final PersonalData personalData;
    private final IdentityEvents events;
    private final ObjectProvider<ErasureVeto> vetoes;
    private final TransactionTemplate transactions;
    private final ErasureFence fence;
    private final JdbcAuditTrail trail;
    private final JdbcClient sql;

    @SuppressWarnings(
            "checkstyle:ParameterNumber") // It reaches into every place that knows people.
    PersonalDataErasure(
            Users users,
            Sessions sessions,
            PersonalData personalData,
            IdentityEvents events,
            ObjectProvider<ErasureVeto> vetoes,
            TransactionTemplate transactions,
            ErasureFence fence,
            JdbcAuditTrail trail,
            JdbcClient sql) {
        this.users = users;
        this.sessions = sessions;
        this.personalData = personalData;
        this.events = events;
        this.vetoes = vetoes;
        this.transactions = transactions;
        this.fence = fence;
        this.trail = trail;
        this.sql = sql;
    }

    /**
     * For ever, and all at once; a second time changes nothing.
     *
     * @throws com.nexnum.platform.web.ProblemException 404 USER_NOT_FOUND, or the veto of whoever
     *     still needs the data
     */
    void erase(CustomerId id) {
        if (users.byId(id).isEmpty()) {
            throw Problem.of(404, "USER_NOT_FOUND", "There is no such user.").raised();
        }
        refuseWhileNeeded(id);
        transactions.executeWithoutResult(_ -> {
            fence.close(id);
            if (users.erase(id)) {
                // Once more: what began since the first look.
                refuseWhileNeeded(id);
                sessions.endAll(id, "ERASED");
                forgetAnswers(id);
                personalData.erase(id);
                trail.forgetAddresses(id);
                trail.record(Change.to("user.erased", id.value(), Map.of("erased", true)));
                events.publish(new PersonalDataErased(id));
            }
        });
    }

    private void refuseWhileNeeded(CustomerId id) {
        vetoes.orderedStream()
                .map(veto -> veto.against(id))
                .flatMap(Optional::stream)
                .findFirst()
                .ifPresent(veto -> {
                    throw veto.raised();
                });
    }

    /** Stored answers to purchases hold phone numbers. */
    private void forgetAnswers(CustomerId id) {
        sql.sql("delete from idempotency_record where caller = :id")
                .param("id", id.value())
                .update();
    }
}
