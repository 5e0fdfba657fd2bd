package com.nexnum.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What PostgreSQL notes of itself in its folder while it runs ({@code postmaster.pid}); a killed
 * server leaves it behind.
 */
record PostmasterNote(long processId, int port) {

    static Optional<PostmasterNote> in(Path folder) throws IOException {
        var file = folder.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var lines = Files.readAllLines(file);
        return lines.size() < 4
                ? Optional.empty()
                : Optional.of(
                        new PostmasterNote(
                                Long.parseLong(lines.getFirst().strip()),
                                Integer.parseInt(lines.get(3).strip())));
    }

    /** The server's process, unless it is gone and another program has its number. */
    Optional<ProcessHandle> process() {
        return ProcessHandle.of(processId)
                .filter(ProcessHandle::isAlive)
                .filter(process ->
                        process.info()
                                .command()
                                .map(command -> Path.of(command).getFileName().toString())
                                .map(name -> name.startsWith("postgres"))
                                .orElse(true));
    }
}
