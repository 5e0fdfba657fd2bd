package com.nexnum.platform.admin;

import static com.nexnum.platform.admin.WebApi.part;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The ledger, for auditors. */
@Command(
        name = "ledger",
        mixinStandardHelpOptions = true,
        description = "Verifies, exports and reads the ledger.")
final class LedgerCommand implements Runnable {

    private static final int CHUNK = 1 << 16;

    private final NexnumAdmin tool;

    LedgerCommand(NexnumAdmin tool) {
        this.tool = tool;
    }

    @Override
    public void run() {
        throw tool.wrong("verify, export or balance?");
    }

    @Command(
            description =
                    "Derives everything from the events again; exit code 3 if the past was changed.")
    int verify() {
        try (var api = tool.api()) {
            return new VerificationWatch(tool, api).run();
        }
    }

    @Command(description = "Writes the journal of a period to a file, or to the terminal.")
    int export(
            @Option(
                            names = "--format",
                            defaultValue = "jsonl",
                            description = "jsonl, csv or hledger.")
                    String format,
            @Option(names = "--from", description = "An instant, or an entry's number.")
                    @Nullable String from,
            @Option(names = "--to", description = "An instant, or an entry's number.")
                    @Nullable String to,
            @Option(
                            names = {"-o", "--output"},
                            paramLabel = "FILE")
                    @Nullable Path output) {
        var query =
                "/audit/exports?format="
                        + part(format)
                        + (from == null ? "" : "&from=" + part(from))
                        + (to == null ? "" : "&to=" + part(to));
        try (var api = tool.api();
                var body = api.stream(query)) {
            if (output == null) {
                body.transferTo(System.out);
            } else {
                save(body, output);
            }
            return ExitCodes.OK;
        } catch (IOException e) {
            throw new Refused("The export broke off: " + e.getMessage(), null);
        }
    }

    @Command(description = "What an account held, now or at a time.")
    int balance(
            @Parameters(paramLabel = "ACCOUNT") String account,
            @Option(names = "--as-of", description = "An instant, or an entry's number.")
                    @Nullable String asOf) {
        try (var api = tool.api()) {
            var answer =
                    api.get(
                            "/audit/accounts/"
                                    + part(account)
                                    + "/balance"
                                    + (asOf == null ? "" : "?asOf=" + part(asOf)));
            if (!tool.printedAsJson(answer)) {
                for (var balance : answer.at("/balances")) {
                    tool.out()
                            .printf(
                                    "%s  %s %s%n",
                                    account,
                                    balance.at("/amount").asString(),
                                    balance.at("/currency").asString());
                }
            }
            return ExitCodes.OK;
        }
    }

    /** What broke off leaves no file that looks whole. */
    private void save(InputStream body, Path output) throws IOException {
        var part = output.resolveSibling(output.getFileName() + ".part");
        var bar = new Bar(tool.out());
        try (var file = Files.newOutputStream(part)) {
            var chunk = new byte[CHUNK];
            var written = 0L;
            for (var read = body.read(chunk); read >= 0; read = body.read(chunk)) {
                file.write(chunk, 0, read);
                written += read;
                if (Bar.onTerminal()) {
                    bar.draw(0, 0, "%,d KB".formatted(written / 1000));
                }
            }
            bar.end();
            tool.out().printf("%,d bytes in %s%n", written, output);
        } catch (IOException e) {
            Files.deleteIfExists(part);
            throw e;
        }
        Files.move(part, output, StandardCopyOption.REPLACE_EXISTING);
    }
}
