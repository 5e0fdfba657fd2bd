package com.nexnum.trial.process;

import static org.awaitility.Awaitility.await;

import com.nexnum.platform.database.TestDatabase;
import com.nexnum.platform.privacy.TestKeyset;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * NexNum in an operating-system process of its own, on a port of its own: it can be killed, and it
 * shares nothing with the test but what it is told to.
 */
public final class OsProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+) ");

    private final String name;
    private final Process process;
    private final Path log;
    private volatile int port;

    private OsProcess(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    /**
     * Starts, and does not wait; see {@link #awaitReady()}.
     *
     * @param name what its log is called
     * @param properties as in {@code nexnum.roles=query}; later ones win
     */
    public static OsProcess start(String name, List<String> properties) {
        return start(name, List.of("-Xmx256m"), properties);
    }

    /**
     * @param machine more arguments of the Java machine: {@code -Xmx512m}
     */
    public static OsProcess start(String name, List<String> machine, List<String> properties) {
        return start(name, Attended.class, machine, properties);
    }

    /**
     * @param main ends with the test, and may do more than the product does
     */
    public static OsProcess start(
            String name, Class<?> main, List<String> machine, List<String> properties) {
        try {
            var log = Files.createTempFile("nexnum-" + name + "-", ".log");
            var process =
                    new ProcessBuilder(command(main, machine, properties))
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile())
                            .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            return new OsProcess(name, process, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What processes on this database have in common, followed by what is said of this one. */
    public static List<String> on(TestDatabase database, String... properties) {
        var all = new ArrayList<String>();
        all.add("nexnum.database.url=" + database.url());
        all.add("nexnum.database.username=postgres");
        all.add("nexnum.database.pool-size=12");
        all.add("nexnum.privacy.master-keyset=" + TestKeyset.base64());
        all.add("nexnum.supply.sandbox.enabled=false");
        all.addAll(List.of(properties));
        return all;
    }

    private static List<String> command(
            Class<?> main, List<String> machine, List<String> properties) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Duser.timezone=UTC",
                        "-Dfile.encoding=UTF-8",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(machine);
        var classes = System.getProperty("java.class.path");
        command.addAll(
                List.of(
                        "-cp",
                        System.getProperty("surefire.test.class.path", classes),
                        main.getName(),
                        "--server.port=0"));
        properties.forEach(property -> command.add("--" + property));
        return command;
    }

    /** The port that it serves on, once it does. */
    public int port() {
        if (port == 0) {
            port = foundPort();
        }
        return port;
    }

    private int foundPort() {
        return await(name + " serves")
                .pollInterval(Duration.ofMillis(50))
                .atMost(PATIENCE)
                .until(this::servedPort, found -> found > 0);
    }

    private int servedPort() {
        var text = log();
        if (!process.isAlive()) {
            throw new AssertionError(name + " ended with " + process.exitValue() + ":\n" + text);
        }
        var found = PORT.matcher(text);
        return found.find() ? Integer.parseInt(found.group(1)) : 0;
    }

    /** Waits until it says that it is ready for requests. */
    public OsProcess awaitReady() {
        var ready = URI.create("http://127.0.0.1:" + port() + "/api/health/ready");
        await(name + " is ready")
                .pollInterval(Duration.ofMillis(100))
                .atMost(PATIENCE)
                .until(() -> says(ready) == 200);
        return this;
    }

    private static int says(URI address) throws InterruptedException {
        var request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(10)).build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException _) {
            return 0;
        }
    }

    public String name() {
        return name;
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Everything that it has written so far. */
    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a line to its standard input. */
    public void tell(String line) throws IOException {
        var input = process.outputWriter(StandardCharsets.UTF_8);
        input.write(line + "\n");
        input.flush();
    }

    /** Kills it as {@code kill -9} does: it can do nothing more. Gone when this returns. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd(Duration.ofSeconds(10));
    }

    /** Asks it to end, as {@code kill} does, and does not wait. */
    public void terminate() {
        process.destroy();
    }

    /**
     * @return how long after this call it was gone
     */
    public Duration awaitEnd(Duration atMost) {
        long from = System.nanoTime();
        try {
            if (!process.waitFor(atMost.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new AssertionError(name + " has not ended in " + atMost + ":\n" + log());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return Duration.ofNanos(System.nanoTime() - from);
    }

    /** Kills it when it still runs, and drops its log. */
    @Override
    public void close() {
        kill();
        try {
            Files.deleteIfExists(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
