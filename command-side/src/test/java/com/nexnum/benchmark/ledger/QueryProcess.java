package com.nexnum.benchmark.ledger;

import com.nexnum.benchmark.Report;
import com.nexnum.platform.database.TestDatabase;
import com.nexnum.platform.privacy.TestKeyset;
import com.nexnum.platform.security.Role;
import com.nexnum.query.QuerySide;
import com.nexnum.trial.TrialTokens;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The query side as a process of its own, whose heap has a limit, and an auditor before it. */
final class QueryProcess implements AutoCloseable {

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final JdbcClient sql;
    private final TrialTokens tokens;
    private final Path log;
    private final int port;
    private final Process process;

    private QueryProcess(TestDatabase database, Path log, int port, Process process) {
        this.sql = JdbcClient.create(database.dataSource());
        this.tokens = new TrialTokens(sql);
        this.log = log;
        this.port = port;
        this.process = process;
    }

    /** Starts it, has it rebuild the ledger, and waits for the last checkpoint. */
    static QueryProcess withLedger(TestDatabase database, String heap, Report report)
            throws IOException, InterruptedException {
        int port = freePort();
        var log = Files.createTempFile("query-process", ".log");
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(it -> !it.startsWith("-Xm"))
                .forEach(command::add);
        command.add("-Xmx" + heap);
        command.add("-XX:+ExitOnOutOfMemoryError");
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(QuerySide.class.getName());
        command.add("--server.port=" + port);
        command.add("--nexnum.roles=query");
        command.add("--nexnum.rebuild=ledger");
        command.add("--nexnum.database.url=" + database.url());
        command.add("--nexnum.database.username=postgres");
        command.add("--nexnum.privacy.master-keyset=" + TestKeyset.base64());
        command.add("--logging.level.root=WARN");
        var started =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(Redirect.to(log.toFile()))
                        .start();
        var running = new QueryProcess(database, log, port, started);
        try {
            long begun = System.nanoTime();
            running.await("select state = 'DONE' from rebuild where model = 'ledger'");
            report.say(
                    "the ledger is rebuilt after %.1f s"
                            .formatted((System.nanoTime() - begun) / 1e9));
            begun = System.nanoTime();
            running.await(
                    """
                    select max(c.entries) + 2000 > (select count(*) from ledger_entry) from ledger_checkpoint c
                     where journal = pg_relation_filenode('ledger_posting')::bigint
                    """);
            report.say(
                    "its checkpoints are there after %.1f s more"
                            .formatted((System.nanoTime() - begun) / 1e9));
            running.sql.sql("vacuum analyze").update();
            return running;
        } catch (RuntimeException | IOException | InterruptedException e) {
            running.close();
            throw e;
        }
    }

    JdbcClient sql() {
        return sql;
    }

    /** One more sign-in; its token is good for a quarter of an hour. */
    String auditor() {
        return tokens.of(Role.AUDITOR);
    }

    <T> T read(String path, String token, BodyHandler<T> body)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .header("Authorization", "Bearer " + token)
                        .build();
        var answer = client.send(request, body);
        if (answer.statusCode() != 200) {
            throw new IOException(path + " answers " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }

    private void await(String condition) throws IOException, InterruptedException {
        for (int tries = 0; tries < 6_000; tries++) {
            if (!process.isAlive()) {
                throw new IOException("It does not live; see " + log);
            }
            var met = sql.sql(condition).query((row, _) -> row.getBoolean(1)).list();
            if (met.contains(true) && answers()) {
                return;
            }
            process.waitFor(100, TimeUnit.MILLISECONDS);
        }
        throw new IOException("Waited in vain for: " + condition);
    }

    private boolean answers() throws IOException, InterruptedException {
        try {
            var ready = URI.create("http://127.0.0.1:" + port + "/api/health/ready");
            return client.send(HttpRequest.newBuilder(ready).build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (ConnectException _) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        client.close();
    }
}
