package com.nexnum.platform.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tool against a real HTTP server that answers as the API does. */
class NexnumAdminTest {

    private static final String TOKEN = "a-token";

    private final Map<String, List<String>> answers = new HashMap<>();
    private final List<String> asked = new ArrayList<>();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private HttpServer server;

    @TempDir Path folder;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    @Test
    void lists_projections_as_a_table_or_as_they_came() {
        var json =
                """
                {"items":[{"name":"balance","kind":"PROJECTION","position":7,"lag":2,"lagSeconds":1,"eventsPerSecond":null,
                 "deadLetters":0,"rebuild":null}],"nextCursor":null}
                """;
        answers.put("GET /api/v1/admin/projections", List.of(json));

        assertThat(run("projections", "list")).isZero();
        assertThat(out.toString()).containsPattern("balance +projection +7 +2 +1 +- +0 +-");
        assertThat(run("projections", "list", "--json")).isZero();
        assertThat(out.toString()).contains("\"nextCursor\":null");
    }

    @Test
    void follows_a_rebuild_to_its_end_and_says_how_it_ended() {
        answers.put("POST /api/v1/admin/projections/balance/rebuild", List.of("{}"));
        answers.put(
                "GET /api/v1/admin/projections/balance/rebuild/events",
                List.of(
                        sse("progress", rebuild("READING", 50)) + sse("end", rebuild("DONE", 100)),
                        sse("end", rebuild("FAILED", 50))));

        assertThat(run("projections", "rebuild", "balance", "--watch")).isZero();
        assertThat(out.toString())
                .contains("[###############---------------]  50 % READING", "100 % DONE");
        assertThat(run("projections", "status", "balance", "--watch")).isEqualTo(1);
    }

    @Test
    void a_dry_run_starts_nothing() {
        answers.put(
                "POST /api/v1/admin/projections/balance/rebuild?dryRun=true",
                List.of(
                        "{\"name\":\"balance\",\"events\":1000000,\"bytes\":5000000,\"eventsPerSecond\":200000,\"seconds\":5}"));
        assertThat(run("projections", "rebuild", "balance", "--dry-run")).isZero();
        assertThat(out.toString()).contains("1,000,000 events", "about 5 s at 200,000 events/s");
        assertThat(asked)
                .containsExactly("POST /api/v1/admin/projections/balance/rebuild?dryRun=true ");
    }

    @Test
    void a_reset_takes_two_steps() {
        answers.put(
                "POST /api/v1/admin/projections/balance/reset",
                List.of(
                        "{\"name\":\"balance\",\"position\":5,\"events\":12,\"confirm\":\"abc\",\"expiresAt\":\"2026-03-01T10:00:00Z\"}",
                        "{}"));
        assertThat(run("projections", "reset", "balance", "--to", "5")).isZero();
        assertThat(out.toString()).contains("12 events", "--to 5 --confirm abc");
        assertThat(run("projections", "reset", "balance", "--to", "5", "--confirm", "abc"))
                .isZero();
        assertThat(asked.getLast()).endsWith("{\"position\":5,\"confirm\":\"abc\"}");
    }

    @Test
    void dead_letters_are_listed_retried_and_discarded() {
        answers.put(
                "GET /api/v1/admin/dead-letters?limit=100&group=balance",
                List.of(
                        "{\"items\":[{\"id\":\"l1\",\"group\":\"balance\",\"sequence\":\"wallet-1\",\"eventName\":\"wallet.opened\","
                                + "\"eventId\":\"e1\",\"behind\":2,\"attempts\":1,\"cause\":\"a bug\",\"since\":\"now\"}],\"nextCursor\":null}"));
        answers.put(
                "POST /api/v1/admin/dead-letters/balance/e1/retry", List.of("{\"sequences\":1}"));
        answers.put("DELETE /api/v1/admin/dead-letters/balance/e1?reason=no%20use", List.of(""));

        assertThat(run("dead-letters", "list", "--group", "balance")).isZero();
        assertThat(out.toString()).contains("wallet-1", "behind 2", "a bug", "e1");
        assertThat(run("dead-letters", "retry", "balance", "e1")).isZero();
        assertThat(run("dead-letters", "discard", "balance", "e1")).isEqualTo(2);
        assertThat(run("dead-letters", "discard", "balance", "e1", "--reason", "no use")).isZero();
    }

    @Test
    void a_verification_that_finds_a_break_says_so_to_the_shell() {
        answers.put("POST /api/v1/audit/verifications", List.of(job("RUNNING", "null")));
        answers.put(
                "GET /api/v1/audit/verifications/ver_1",
                List.of(
                        job("RUNNING", "null"),
                        job(
                                "DONE",
                                "{\"intact\":true,\"entriesVerified\":9,\"headHash\":\"ab\",\"firstBreak\":null}"),
                        job(
                                "DONE",
                                "{\"intact\":false,\"entriesVerified\":9,\"headHash\":\"ab\",\"firstBreak\":{\"position\":4}}"),
                        job("FAILED", "null")));

        assertThat(run("ledger", "verify")).isZero();
        assertThat(out.toString()).contains("9 entries verified, head hash ab, nothing wrong");
        assertThat(run("ledger", "verify")).isEqualTo(3);
        assertThat(out.toString()).contains("first break: {\"position\":4}");
        assertThat(run("ledger", "verify")).isEqualTo(1);
    }

    @Test
    void an_export_becomes_a_file_and_one_that_is_refused_leaves_none() {
        answers.put("GET /api/v1/audit/exports?format=csv", List.of("a,b\n1,2\n"));
        var file = folder.resolve("ledger.csv");
        assertThat(run("ledger", "export", "--format", "csv", "-o", file.toString())).isZero();
        assertThat(file).hasContent("a,b\n1,2");

        var none = folder.resolve("none.csv");
        assertThat(run("ledger", "export", "--format", "xls", "-o", none.toString())).isEqualTo(1);
        assertThat(folder).isDirectoryNotContaining(path -> path.toString().contains("none"));
    }

    @Test
    void a_balance_can_be_asked_for_as_of_a_time() {
        answers.put(
                "GET /api/v1/audit/accounts/customer%3Acus_1%3Aavailable/balance?asOf=2026-03-01T10%3A00%3A00Z",
                List.of("{\"balances\":[{\"amount\":\"1.5\",\"currency\":\"USD\"}]}"));
        assertThat(
                        run(
                                "ledger",
                                "balance",
                                "customer:cus_1:available",
                                "--as-of",
                                "2026-03-01T10:00:00Z"))
                .isZero();
        assertThat(out.toString()).contains("1.5 USD");
    }

    @Test
    void what_is_refused_is_told_with_its_code() {
        assertThat(run("projections", "pause", "balance")).isEqualTo(1);
        assertThat(err.toString()).contains("404 NOT_FOUND: not here");
        assertThat(run("projections", "pause", "balance", "--json")).isEqualTo(1);
        assertThat(err.toString()).contains("{\"error\":{");
    }

    @Test
    void a_wrong_call_sends_nothing() throws IOException {
        assertThat(run("projections", "reset", "balance")).isEqualTo(2);
        assertThat(run("projections")).isEqualTo(2);
        assertThat(run("nonsense")).isEqualTo(2);
        assertThat(run(Map.of(), "projections", "list")).isEqualTo(2);
        assertThat(err.toString()).contains("NEXNUM_TOKEN");
        assertThat(asked).isEmpty();

        var file = Files.writeString(folder.resolve("token"), TOKEN + "\n");
        answers.put("GET /api/v1/admin/projections", List.of("{\"items\":[]}"));
        assertThat(run(Map.of(), "projections", "list", "--token-file", file.toString())).isZero();
    }

    @Test
    void a_server_that_is_not_there_is_a_failure() {
        server.stop(0);
        assertThat(run("projections", "list")).isEqualTo(1);
        assertThat(err.toString()).contains("cannot be reached");
    }

    private int run(String... args) {
        return run(Map.of("NEXNUM_TOKEN", TOKEN), args);
    }

    private int run(Map<String, String> environment, String... args) {
        var line = NexnumAdmin.commandLine(environment);
        line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return line.execute(
                Stream.concat(
                                Arrays.stream(args),
                                Stream.of(
                                        "--url",
                                        "http://127.0.0.1:" + server.getAddress().getPort()))
                        .toArray(String[]::new));
    }

    private void answer(HttpExchange exchange) throws IOException {
        var request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(request + " " + body);
        var known = answers.getOrDefault(request, List.of());
        var authorized =
                ("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"));
        var found = authorized && !known.isEmpty();
        var text =
                found
                        ? known.getFirst()
                        : "{\"error\":{\"code\":\"NOT_FOUND\",\"message\":\"not here\"}}";
        if (found && known.size() > 1) {
            answers.put(request, known.subList(1, known.size()));
        }
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(found ? 200 : 404, bytes.length == 0 ? -1 : bytes.length);
        try (var response = exchange.getResponseBody()) {
            response.write(bytes);
        }
    }

    private static String sse(String type, String data) {
        return "event: " + type + "\ndata: " + data.strip() + "\n\n";
    }

    private static String rebuild(String state, long position) {
        return "{\"state\":\"%s\",\"position\":%d,\"target\":100,\"events\":10,\"eventsPerSecond\":null,\"etaSeconds\":null,\"failure\":null}"
                .formatted(state, position);
    }

    private static String job(String status, String result) {
        return "{\"id\":\"ver_1\",\"status\":\"%s\",\"progress\":{\"done\":1,\"total\":9,\"secondsLeft\":1},\"result\":%s,\"failure\":null}"
                .formatted(status, result);
    }
}
