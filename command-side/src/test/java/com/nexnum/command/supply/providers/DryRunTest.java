package com.nexnum.command.supply.providers;

import static com.nexnum.command.supply.providers.Documents.ACME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nexnum.command.supply.Protocol;
import com.nexnum.command.supply.engine.Shipped;
import com.nexnum.command.supply.engine.document.DocumentCheck;
import com.nexnum.command.supply.engine.document.Operation;
import com.nexnum.command.supply.http.UpstreamReply.Answer;
import com.nexnum.command.supply.providers.trial.DryRun;
import com.nexnum.command.supply.sandbox.SandboxCodeBooks;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DryRunTest {

    @Test
    void shows_what_a_refusal_means_and_what_it_says_beside() {
        var report = run(Protocol.SMS_ACTIVATE, Operation.BUY, "WRONG_MAX_PRICE:0.75");
        assertThat(report.succeeds()).isFalse();
        assertThat(report.meaning()).isEqualTo("PRICE_TOO_LOW");
        assertThat(report.captured()).isEqualTo("0.75");
        assertThat(report.outcome()).containsEntry("kind", "Refused");
        assertThat(report.rows())
                .singleElement()
                .satisfies(row -> assertThat(row.dropped()).isEqualTo("no id that can be read"));
    }

    @Test
    void takes_an_answer_to_the_second_call() {
        var text = "{\"sms\":{\"code\":\"12345\",\"text\":\"Your code is 12345\"}}";
        var report =
                run(
                        Protocol.SMS_ACTIVATE,
                        Operation.SMS,
                        "STATUS_OK:12345",
                        new Answer(200, text, Map.of()));
        assertThat(report.outcome().toString())
                .contains("kind=Received", "text=Your code is 12345");
        assertThat(run(Protocol.SMS_ACTIVATE, Operation.SMS, "STATUS_OK:12345").outcome())
                .as("without one nothing is known")
                .containsEntry("kind", "Unavailable");
    }

    @Test
    void shows_which_held_numbers_count_and_which_do_not() {
        var report =
                run(
                        Protocol.FIVE_SIM,
                        Operation.ACTIVE,
                        """
                        {"Data":[
                          {"id":1,"phone":"+447700900001","status":"PENDING","created_at":"2026-01-01T12:00:00Z"},
                          {"id":2,"phone":"+447700900002","status":"FINISHED","created_at":"2026-01-01T12:00:00Z"},
                          {"id":3,"phone":"hidden","status":"PENDING"}],"Total":3}
                        """);
        assertThat(report.rows())
                .extracting(row -> row.dropped() == null ? "used" : row.dropped())
                .containsExactly("used", "'keep' is false", "no phone that can be read");
        assertThat(report.outcome())
                .as("a list with one that cannot be read is no list")
                .containsEntry("kind", "Unavailable");
    }

    @Test
    void shows_the_state_and_the_messages_of_a_number() {
        var report =
                run(
                        Protocol.FIVE_SIM,
                        Operation.SMS,
                        """
                        {"id":1,"phone":"+447700900001","status":"RECEIVED",
                         "sms":[{"code":"1","text":"one"},{"date":"2026-01-01"}]}
                        """);
        assertThat(report.rows().getFirst().fields())
                .containsEntry("state", "RECEIVED")
                .containsEntry("means", "RECEIVED");
        assertThat(report.rows())
                .extracting(row -> row.dropped() == null ? "used" : row.dropped())
                .containsExactly("used", "used", "neither a text nor a code");
    }

    @Test
    void refuses_an_endpoint_that_the_document_does_not_have() {
        var json = Shipped.json(Protocol.FIVE_SIM);
        json.withObject("/endpoints").remove("balance");
        var document = DocumentCheck.checked(json);
        var trial =
                new DryRun(
                        ACME, document, SandboxCodeBooks.of(Protocol.FIVE_SIM), Clock.systemUTC());
        var answer = new Answer(200, "{}", Map.of());
        assertThatThrownBy(() -> trial.of(Operation.BALANCE, answer, null))
                .hasMessageContaining("balance");
    }

    private static DryRun.Report run(Protocol protocol, Operation operation, String body) {
        return run(protocol, operation, body, null);
    }

    private static DryRun.Report run(
            Protocol protocol, Operation operation, String body, @Nullable Answer followed) {
        var document = DocumentCheck.checked(Shipped.json(protocol));
        var codes = SandboxCodeBooks.of(protocol);
        return new DryRun(ACME, document, codes, Clock.systemUTC())
                .of(operation, new Answer(200, body, Map.of()), followed);
    }
}
