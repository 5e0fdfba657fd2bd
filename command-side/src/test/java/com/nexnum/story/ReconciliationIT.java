package com.nexnum.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nexnum.command.identity.FirstAccounts;
import com.nexnum.command.supply.Protocol;
import com.nexnum.command.supply.sandbox.Call;
import com.nexnum.command.supply.sandbox.Fault;
import com.nexnum.command.supply.sandbox.SandboxSettings;
import com.nexnum.story.Buyer.Wish;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** Our orders beside a provider's list; in a system of its own, because its clock is moved. */
@DirtiesContext
@TestPropertySource(
        properties = {"nexnum.story=reconciliation", "nexnum.reconciliation.review-above=0.50"})
class ReconciliationIT extends Story {

    private static final String ALL = "/api/v1/admin/reconciliations";
    private static final Duration LONG = Duration.ofSeconds(60);

    @Autowired MovableClock clock;
    private Buyer admin;

    @BeforeEach
    void administrator() {
        admin = Buyer.signedIn(api(), FirstAccounts.DEMO_ADMIN, FirstAccounts.DEMO_PASSWORD);
    }

    @Test
    void a_number_that_nobody_owns_goes_back_once_it_is_certain_that_nobody_does() {
        price("telegram", "US");
        var buyer = buyer().with("10.00");
        sandbox.script().sms("telegram", "US", Duration.ofHours(1));
        var ours = buyer.bought(Wish.ofSandbox("telegram", "US"));
        var stray = boughtBehindOurBack();

        compare();
        var finding = awaits("STRAY", stray, "OPEN");
        assertThat(finding.at("/needsReview").asBoolean()).isTrue();
        assertThat(isHeld(stray)).isTrue();

        clock.moveOn(Duration.ofMinutes(4));
        admin.signIn();
        compare();
        await().atMost(LONG).until(() -> !isHeld(stray));
        compare();
        awaits("STRAY", stray, "RETURNED");

        buyer.signIn();
        assertThat(buyer.number(ours).at("/status").asString()).isEqualTo("ACTIVE");
        assertThat(count("reconciliation_finding where kind = 'STRAY'")).isEqualTo(1);
        reviewed(finding.at("/id").asString());
    }

    @Test
    void a_purchase_of_unknown_outcome_is_in_the_report_until_its_number_is_adopted() {
        price("whatsapp", "GB");
        var buyer = buyer().with("10.00");
        sandbox.script().next(1, Call.BUY, Fault.afterTaking(Fault.How.CLOSE));
        var id = buyer.bought(Wish.ofSandbox("whatsapp", "GB"));
        compare();
        var order = id.replace("act_", "ord_");
        awaits("UNKNOWN", order, "ADOPTED");
        assertThat(count("reconciliation_finding where subject = '" + order + "'")).isEqualTo(1);
    }

    @Test
    void a_number_that_the_provider_forgot_is_asked_for_and_refunded_by_its_own_answer() {
        price("discord", "DE");
        sandbox.script().sms("discord", "DE", Duration.ofHours(1));
        var buyer = buyer().with("10.00");
        var id = buyer.bought(Wish.ofSandbox("discord", "DE"));
        var upstream =
                sql.sql("select upstream_id from upstream_number where order_id = ?")
                        .param(id.replace("act_", "ord_"))
                        .query(String.class)
                        .single();
        clock.moveOn(Duration.ofMinutes(3));
        assertThat(handler("action=setStatus&status=8&id=" + upstream)).isEqualTo("ACCESS_CANCEL");
        sql.sql("update polling set due_at = due_at + interval '1 hour' where activation_id = ?")
                .param(id)
                .update();

        admin.signIn();
        compare();
        clock.moveOn(Duration.ofMinutes(1));
        admin.signIn();
        compare();
        buyer.signIn();
        buyer.awaits("10.00");
        compare();
        awaits("MISSING", id, "GONE");
    }

    @Test
    void refuses_everybody_but_administrators_and_what_does_not_exist() {
        var buyer = buyer();
        assertThat(buyer.get(ALL).code()).isEqualTo("FORBIDDEN");
        assertThat(buyer.get(ALL + "/findings").code()).isEqualTo("FORBIDDEN");
        assertThat(admin.post(ALL + "/nobody", "{}").code()).isEqualTo("PROVIDER_NOT_FOUND");
        assertThat(admin.post(ALL + "/No_Slug", "{}").code()).isEqualTo("PROVIDER_NOT_FOUND");
        assertThat(admin.post(ALL + "/findings/999999/review", "{\"note\":\"x\"}").code())
                .isEqualTo("FINDING_NOT_FOUND");
        assertThat(admin.post(ALL + "/findings/1/review", "{\"note\":\" \"}").code())
                .isEqualTo("VALIDATION_FAILED");
    }

    private void reviewed(String finding) {
        var path = ALL + "/findings/" + finding + "/review";
        var answer = admin.post(path, "{\"note\":\"bought by hand\"}");
        assertThat(answer.text("/note")).isEqualTo("bought by hand");
        assertThat(admin.post(path, "{\"note\":\"again\"}").text("/note"))
                .isEqualTo("bought by hand");
        assertThat(admin.read(ALL + "/findings?toReview=true&provider=sandbox").at("/items"))
                .noneMatch(item -> item.at("/id").asString().equals(finding));
    }

    /** Asks for a comparison, and waits until it was made. */
    private void compare() {
        var before = last();
        var asked = admin.post(ALL + "/sandbox", "{}");
        assertThat(asked.status()).as(asked.body()).isEqualTo(202);
        await().atMost(LONG).until(() -> !last().equals(before));
    }

    private Optional<String> last() {
        return admin.read(ALL)
                .at("/items")
                .valueStream()
                .filter(each -> each.at("/provider").asString().equals("sandbox"))
                .map(each -> each.at("/startedAt").asString())
                .findFirst();
    }

    private JsonNode awaits(String kind, String subject, String outcome) {
        return await().atMost(LONG)
                .until(
                        () ->
                                admin.read(ALL + "/findings?provider=sandbox&limit=100")
                                        .at("/items")
                                        .valueStream()
                                        .filter(each -> each.at("/kind").asString().equals(kind))
                                        .filter(each ->
                                                each.at("/subject").asString().equals(subject))
                                        .filter(each ->
                                                each.at("/outcome").asString().equals(outcome))
                                        .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private String boughtBehindOurBack() {
        var answer = handler("action=getNumber&service=tg&country=187");
        assertThat(answer).startsWith("ACCESS_NUMBER:");
        return answer.split(":", 3)[1];
    }

    private boolean isHeld(String id) {
        return handler("action=getStatus&id=" + id).startsWith("STATUS_WAIT");
    }

    private String handler(String query) {
        var key = SandboxSettings.USUAL.apiKey();
        var base = sandbox.address(Protocol.SMS_ACTIVATE);
        var address = base + "/stubs/handler_api.php?api_key=" + key + "&" + query;
        return Api.send(HttpRequest.newBuilder(URI.create(address)).POST(BodyPublishers.noBody()))
                .body();
    }
}
