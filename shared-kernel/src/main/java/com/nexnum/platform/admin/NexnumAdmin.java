package com.nexnum.platform.admin;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** What administrators and auditors do from a shell. */
@Command(
        name = "nexnum-admin",
        mixinStandardHelpOptions = true,
        description = "Looks after projections, dead letters and the ledger of a NexNum.",
        footer = {
            "",
            "The access token comes from the environment variable NEXNUM_TOKEN, or from --token-file.",
            "Exit codes: 0 done, 1 refused or failed, 2 called in a wrong way, 3 the past does not add up."
        })
public final class NexnumAdmin implements Runnable {

    private final Map<String, String> environment;

    @Option(
            names = "--url",
            scope = ScopeType.INHERIT,
            defaultValue = "http://127.0.0.1:8080",
            description = "Where the API is; ${DEFAULT-VALUE} by default.")
    private String url = "";

    @Option(
            names = "--token-file",
            scope = ScopeType.INHERIT,
            paramLabel = "FILE",
            description = "A file that holds the access token.")
    private @Nullable Path tokenFile;

    @Option(
            names = "--json",
            scope = ScopeType.INHERIT,
            description = "Prints the answers of the API as they are.")
    private boolean json;

    @Spec private @Nullable CommandSpec spec;

    private NexnumAdmin(Map<String, String> environment) {
        this.environment = environment;
    }

    /** The exit code. */
    public static int run(String... args) {
        return commandLine(System.getenv()).execute(args);
    }

    static CommandLine commandLine(Map<String, String> environment) {
        var root = new NexnumAdmin(environment);
        var line = new CommandLine(root);
        line.addSubcommand(new ProjectionsCommand(root));
        line.addSubcommand(new DeadLettersCommand(root));
        line.addSubcommand(new LedgerCommand(root));
        line.setExecutionExceptionHandler((failure, used, _) -> {
            if (!(failure instanceof Refused refused)) {
                throw failure;
            }
            used.getErr()
                    .println(
                            root.json && refused.envelope() != null
                                    ? refused.envelope()
                                    : refused.getMessage());
            return ExitCodes.FAILED;
        });
        return line;
    }

    @Override
    public void run() {
        throw new ParameterException(
                line(), "What is to be done? projections, dead-letters or ledger");
    }

    /** To be closed. */
    WebApi api() {
        return new WebApi(url, token());
    }

    boolean json() {
        return json;
    }

    PrintWriter out() {
        return line().getOut();
    }

    /** The answer as it is, when that was asked for. */
    boolean printedAsJson(JsonNode answer) {
        if (json) {
            out().println(answer);
        }
        return json;
    }

    ParameterException wrong(String message) {
        return new ParameterException(line(), message);
    }

    private String token() {
        try {
            var token =
                    tokenFile == null
                            ? environment.getOrDefault("NEXNUM_TOKEN", "")
                            : Files.readString(tokenFile).strip();
            if (token.isEmpty()) {
                throw wrong("An access token is needed: in NEXNUM_TOKEN, or by --token-file");
            }
            return token;
        } catch (IOException e) {
            throw wrong("The token file cannot be read: " + e.getMessage());
        }
    }

    private CommandLine line() {
        if (spec == null) {
            throw new IllegalStateException("Nothing was parsed");
        }
        return spec.commandLine();
    }
}
