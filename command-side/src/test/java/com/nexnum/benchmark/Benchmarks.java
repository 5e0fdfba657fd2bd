package com.nexnum.benchmark;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/**
 * Measures what {@code mvn -Pbenchmark verify} shows: all benchmarks one after the other, or those
 * whose names begin with {@code -Dbenchmark=}. Each runs in a process of its own, so that none
 * warms or soils the machine of the next.
 */
public final class Benchmarks {

    private static final List<Benchmark> ALL =
            ServiceLoader.load(Benchmark.class).stream().map(ServiceLoader.Provider::get).toList();

    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 2 && arguments[0].equals("--alone")) {
            one(arguments[1]).run(new Report());
            System.exit(0);
        }
        var wanted = System.getProperty("benchmark", "");
        var chosen = ALL.stream().filter(it -> it.name().startsWith(wanted)).toList();
        if (chosen.isEmpty()) {
            System.err.printf("No benchmark begins with '%s'. There are: %s%n", wanted, names());
            System.exit(2);
        }
        var lines = new ArrayList<String>();
        var broken = new ArrayList<String>();
        for (var benchmark : chosen) {
            System.out.println("-- " + benchmark.name());
            if (fork(benchmark.name(), lines) != 0) {
                broken.add(benchmark.name());
            }
        }
        Table.print(lines);
        if (!broken.isEmpty()) {
            System.err.println("These ended in an error, and said nothing of use: " + broken);
            System.exit(1);
        }
    }

    private static int fork(String name, List<String> lines)
            throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(Benchmarks.class.getName());
        command.add("--alone");
        command.add(name);
        var process = new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        try (var output = process.inputReader(StandardCharsets.UTF_8)) {
            for (var line = output.readLine(); line != null; line = output.readLine()) {
                System.out.println(line);
                lines.add(line);
            }
        }
        return process.waitFor();
    }

    private static Benchmark one(String name) {
        return ALL.stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
    }

    private static List<String> names() {
        return ALL.stream().map(Benchmark::name).toList();
    }

    private Benchmarks() {}
}
