package com.nexnum.benchmark.polling;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The {@link CountingUpstream} beside this process. */
final class UpstreamProcess implements AutoCloseable {

    private final Process process;
    private final int port;

    private UpstreamProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static UpstreamProcess start() throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process =
                new ProcessBuilder(
                                java,
                                "-Xmx256m",
                                "-cp",
                                System.getProperty("java.class.path"),
                                CountingUpstream.class.getName())
                        .redirectError(Redirect.INHERIT)
                        .start();
        var said = process.inputReader(StandardCharsets.UTF_8).readLine();
        return new UpstreamProcess(process, Integer.parseInt(said));
    }

    String address(String provider) {
        return "http://127.0.0.1:" + port + "/" + provider;
    }

    /** Every call until now: provider, number, and when it came on the clock of nanoTime. */
    List<Arrival> arrivals() throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(address("calls"))).build();
            var text = client.send(request, BodyHandlers.ofString()).body();
            return text.lines().map(Arrival::read).toList();
        }
    }

    record Arrival(String provider, long number, long at) {
        static Arrival read(String line) {
            var words = line.split(" ", -1);
            return new Arrival(words[0], Long.parseLong(words[1]), Long.parseLong(words[2]));
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
