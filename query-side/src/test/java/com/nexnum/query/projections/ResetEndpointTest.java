package com.nexnum.query.projections;

import static com.nexnum.query.history.Door.ANNA;
import static com.nexnum.query.history.Door.BERT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.platform.security.Role;
import com.nexnum.query.history.Door;
import com.nexnum.query.history.Wallets;
import com.nexnum.query.rebuild.RebuildFixture;
import com.nexnum.query.rebuild.RebuildState;
import com.nexnum.query.rebuild.Rebuilds;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;

class ResetEndpointTest {

    private static final String PATH = "/api/v1/admin/projections/";

    private final RebuildFixture fixture = new RebuildFixture();
    private final Rebuilds rebuilds = fixture.rebuilds();
    private long first;
    private long head;

    @BeforeEach
    void twoDeposits() {
        fixture.models.history.add(Wallets.opened(ANNA));
        first =
                fixture.models.history.position(
                        fixture.models.history.add(Wallets.deposited(ANNA, "5")));
        head =
                fixture.models.history.position(
                        fixture.models.history.add(Wallets.deposited(ANNA, "2")));
        fixture.live(fixture.model("balance"), fixture.models.history.events());
        fixture.token("balance", 0, head);
        fixture.token("balance", 1, head);
    }

    @AfterEach
    void nothingRunsOn() throws Exception {
        fixture.close();
    }

    @Test
    void the_rows_are_what_they_were_and_the_processor_goes_on_from_there() {
        var asked = post("balance", ANNA, first, null);
        assertThat(asked).hasStatusOk();
        assertThat(read(asked)).containsEntry("events", 1).containsEntry("position", (int) first);
        assertThat(rebuilds.find("balance")).isEmpty();

        assertThat(post("balance", ANNA, first, token(asked))).hasStatus(202);
        done();

        assertThat(fixture.rows(fixture.model("balance")))
                .singleElement()
                .asString()
                .contains("5000000");
        assertThat(tokens()).allMatch(token -> token.startsWith("{\"index\" : " + first));

        fixture.live(fixture.model("balance"), fixture.models.history.events());
        assertThat(fixture.rows(fixture.model("balance")))
                .singleElement()
                .asString()
                .contains("7000000");
    }

    @Test
    void the_beginning_is_a_position_too() {
        var token = token(post("balance", ANNA, 0L, null));
        assertThat(post("balance", ANNA, 0L, token)).hasStatus(202);
        done();
        assertThat(fixture.rows(fixture.model("balance"))).isEmpty();
        assertThat(tokens()).allMatch(""::equals).hasSize(2);
    }

    @Test
    void a_token_is_good_for_one_reset_of_one_caller_and_once() {
        var token = token(post("balance", ANNA, first, null));
        assertRefused(post("balance", BERT, first, token));
        assertRefused(post("balance", ANNA, first + 1, token));
        assertRefused(post("orders", ANNA, first, token));
        assertRefused(post("balance", ANNA, first, "nonsense"));
        assertThat(rebuilds.find("balance")).isEmpty();

        assertThat(post("balance", ANNA, first, token)).hasStatus(202);
        done();
        assertRefused(post("balance", ANNA, first, token));
        assertThat(confirmations()).isZero();
    }

    @Test
    void a_token_that_is_too_old_is_refused_and_cleared_away() {
        var token = token(post("balance", ANNA, first, null));
        fixture.models
                .sql
                .sql("update reset_confirmation set expires_at = now() - interval '1 s'")
                .update();

        assertRefused(post("balance", ANNA, first, token));
        post("balance", ANNA, first, null);

        assertThat(confirmations()).isEqualTo(1);
        assertThat(rebuilds.find("balance")).isEmpty();
    }

    @Test
    void a_position_that_does_not_exist_is_refused() {
        for (var wrong : new Long[] {-1L, head + 1, null}) {
            var answer = post("balance", ANNA, wrong, null);
            assertThat(answer).hasStatus(400);
        }
        assertThat(post("nothing", ANNA, first, null)).hasStatus(404);
        assertThat(confirmations()).isZero();
    }

    private MvcTestResult post(
            String name, CustomerId caller, @Nullable Long position, @Nullable String confirm) {
        var endpoint =
                new ResetEndpoint(
                        fixture.known,
                        rebuilds,
                        new Confirmations(
                                fixture.models.sql, fixture.properties, Clock.systemUTC()),
                        ProjectionsEndpointTest.trail(fixture.models),
                        fixture.models.sql);
        return Door.of(endpoint, caller, Role.ADMIN)
                .post()
                .uri(PATH + name + "/reset")
                .contentType("application/json")
                .content(
                        "{\"position\":%s%s}"
                                .formatted(
                                        position,
                                        confirm == null ? "" : ",\"confirm\":\"" + confirm + "\""))
                .exchange();
    }

    private void done() {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(rebuilds.find("balance").orElseThrow().state())
                                .isEqualTo(RebuildState.DONE));
    }

    private static void assertRefused(MvcTestResult answer) {
        assertThat(answer)
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("RESET_NOT_CONFIRMED");
    }

    private static String token(MvcTestResult answer) {
        return String.valueOf(read(answer).get("confirm"));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> read(MvcTestResult answer) {
        return JsonMapper.shared()
                .readValue(answer.getResponse().getContentAsByteArray(), Map.class);
    }

    private long confirmations() {
        return fixture.models
                .sql
                .sql("select count(*) from reset_confirmation")
                .query(Long.class)
                .single();
    }

    private List<String> tokens() {
        return fixture.models
                .sql
                .sql("select coalesce(convert_from(token, 'UTF8'), '') from token_entry")
                .query((row, _) -> row.getString(1))
                .list();
    }
}
