package com.nexnum.query.ledger.views;

import static com.nexnum.query.history.Door.ANNA;
import static com.nexnum.query.history.Door.BERT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.platform.security.Caller;
import com.nexnum.platform.security.Role;
import com.nexnum.platform.security.SignedIn;
import com.nexnum.query.history.AsTheApplication;
import com.nexnum.query.history.Door;
import com.nexnum.query.history.ReadModels;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;

class AuditViewsTest {

    private final ReadModels models = new ReadModels();
    private final AuditViews views =
            new AuditViews(models.sql, Clock.fixed(Door.TOKEN_END, ZoneOffset.UTC));
    private final MockMvcTester door = Door.of(new ViewsEndpoint(models.sql), ANNA, Role.AUDITOR);

    @Test
    void a_view_is_there_before_its_answer_and_its_status_after_it() {
        var answered = views.takeDown(signedIn(ANNA), request("/api/v1/audit/entries", "limit=5"));
        assertThat(door.get().uri("/api/v1/audit/views"))
                .bodyJson()
                .isLenientlyEqualTo(
                        """
                        {"items": [{"callerId": "cus_annaaa", "roles": ["AUDITOR", "USER"], "address": "127.0.0.1",
                          "method": "GET", "path": "/api/v1/audit/entries", "query": "limit=5", "status": null}]}
                        """);
        answered.accept(200);
        assertThat(door.get().uri("/api/v1/audit/views"))
                .bodyJson()
                .isLenientlyEqualTo("{\"items\": [{\"status\": 200}]}");
    }

    @Test
    void views_are_listed_newest_first_page_by_page_and_for_one_caller() {
        for (var n = 0; n < 5; n++) {
            var caller = n % 2 == 0 ? ANNA : BERT;
            views.takeDown(signedIn(caller), request("/api/v1/audit/" + n, null)).accept(200);
        }
        var first = door.get().uri("/api/v1/audit/views?limit=3").exchange();
        assertThat(paths(Door.items(first))).containsExactly("4", "3", "2");
        var rest =
                door.get()
                        .uri("/api/v1/audit/views?limit=3&cursor=" + Door.nextCursor(first))
                        .exchange();
        assertThat(paths(Door.items(rest))).containsExactly("1", "0");
        var bert = door.get().uri("/api/v1/audit/views?caller=" + BERT).exchange();
        assertThat(paths(Door.items(bert))).containsExactly("3", "1");
    }

    @Test
    void no_secret_is_taken_down_and_nothing_is_too_long() {
        assertThat(query("a=1&api_key=s3cret&b=2&accessToken=s3cret&passwd=s3cret"))
                .isEqualTo("a=1&api_key=***&b=2&accessToken=***&passwd=***");
        assertThat(query("x=" + "y".repeat(5_000))).hasSize(2_048);
        views.takeDown(signedIn(ANNA), request("/api/v1/audit/" + "x".repeat(2_000), null));
    }

    @Test
    void watches_what_stands_below_audit_however_it_is_written() {
        assertThat(views.watches(request("/api/v1/audit/views", null))).isTrue();
        assertThat(views.watches(request("/api/v1/%61udit/views", null))).isTrue();
        assertThat(views.watches(request("/api/v1/auditors", null))).isFalse();
        assertThat(views.watches(request("/api/v1/wallet", null))).isFalse();
    }

    @Test
    void nobody_changes_or_deletes_a_view() {
        views.takeDown(signedIn(ANNA), request("/api/v1/audit/entries", null)).accept(403);
        for (var wrong :
                List.of(
                        "update audit_view set status = 200, answered_at = now()",
                        "update audit_view set caller_id = 'cus_nobody'",
                        "update audit_view set status = null, answered_at = null",
                        "delete from audit_view",
                        "truncate audit_view")) {
            assertThatThrownBy(() -> models.sql.sql(wrong).update())
                    .as(wrong)
                    .isInstanceOf(DataAccessException.class)
                    .hasStackTraceContaining("What was looked at stays");
        }
    }

    @Test
    void the_role_of_the_application_adds_views_and_their_status_and_nothing_else() {
        var sql = JdbcClient.create(AsTheApplication.database());
        new AuditViews(sql, Clock.systemUTC())
                .takeDown(signedIn(ANNA), request("/api/v1/audit/entries", null))
                .accept(200);
        assertThat(sql.sql("select status from audit_view").query(Integer.class).single())
                .isEqualTo(200);
        for (var wrong :
                List.of(
                        "update audit_view set path = '/'",
                        "delete from audit_view",
                        "truncate audit_view",
                        "alter table audit_view disable trigger all")) {
            assertThatThrownBy(() -> sql.sql(wrong).update())
                    .as(wrong)
                    .isInstanceOf(DataAccessException.class);
        }
    }

    private static List<String> paths(List<JsonNode> items) {
        return items.stream()
                .map(item -> item.at("/path").asString().replace("/api/v1/audit/", ""))
                .toList();
    }

    private static String query(String query) {
        return String.valueOf(AuditViews.query(request("/api/v1/audit/entries", query)));
    }

    private static SignedIn signedIn(CustomerId customer) {
        return new SignedIn(
                new Caller(customer, Set.of(Role.USER, Role.AUDITOR)), "session", Door.TOKEN_END);
    }

    private static MockHttpServletRequest request(String path, @Nullable String query) {
        var request = new MockHttpServletRequest("GET", path);
        request.setQueryString(query);
        return request;
    }
}
