package com.nexnum.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Walks over all that the program serves, so that a new endpoint is asked too. */
class AuditorsChangeNothingIT extends Story {

    private static final Set<RequestMethod> READING =
            Set.of(RequestMethod.GET, RequestMethod.HEAD, RequestMethod.OPTIONS);

    /** Open to everybody, whoever sends them: no token of an auditor makes a difference there. */
    private static final Set<String> PUBLIC =
            Set.of(
                    "/api/v1/auth/register",
                    "/api/v1/auth/login",
                    "/api/v1/auth/refresh",
                    "/api/v1/providers/{slug}/webhooks/{secret}",
                    "/api/v1/gateways/{gateway}/callbacks");

    /** Ends the auditor's own session. */
    private static final String LOGOUT = "/api/v1/auth/logout";

    /** What audits need: verifications, replays. */
    private static final String OWN = "/api/v1/audit/";

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping handlers;

    private record Change(RequestMethod method, String path) {}

    @Test
    void an_auditors_token_is_refused_on_every_path_that_changes_something() {
        var auditor = auditor();
        var changes = changes();
        assertThat(changes).hasSizeGreaterThan(20);
        for (var change : changes) {
            var path = change.path().replaceAll("\\{[^}]+}", "x1");
            var answer =
                    Api.send(
                            auditor.request(path)
                                    .header("Content-Type", "application/json")
                                    .header("Idempotency-Key", "auditor")
                                    .method(change.method().name(), BodyPublishers.ofString("{}")));
            assertThat(answer.status()).as("%s: %s", change, answer.body()).isEqualTo(403);
            assertThat(answer.code()).as("%s", change).isEqualTo("FORBIDDEN");
        }
    }

    @Test
    void an_auditor_signs_out_and_a_customer_still_changes_what_is_his() {
        assertThat(auditor().post(LOGOUT, "").status()).isLessThan(300);
        assertThat(buyer().asksForDeposit("1.00").status()).isEqualTo(201);
    }

    private List<Change> changes() {
        var changes = new ArrayList<Change>();
        for (var info : handlers.getHandlerMethods().keySet()) {
            for (var method : info.getMethodsCondition().getMethods()) {
                for (var path : info.getPatternValues()) {
                    if (!READING.contains(method)
                            && !PUBLIC.contains(path)
                            && !path.equals(LOGOUT)
                            && !path.startsWith(OWN)) {
                        changes.add(new Change(method, path));
                    }
                }
            }
        }
        return changes;
    }
}
