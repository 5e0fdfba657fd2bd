package com.nexnum.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.nexnum.story.Buyer.Wish;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real hledger reads our books, and finds the balances that we tell. */
class HledgerIT extends Story {

    @TempDir Path folder;

    @BeforeAll
    static void hledgerIsThere() {
        assumeTrue(Shell.has("hledger"), "hledger is not installed; .ci/run installs it");
    }

    @Test
    void hledger_accepts_the_export_and_comes_to_the_same_balances() throws Exception {
        price("amazon", "FR");
        // Other stories leave their own words about when an SMS comes.
        sandbox.script().sms("amazon", "FR", Duration.ofHours(1));
        var wish = Wish.ofSandbox("amazon", "FR");
        var buyer = buyer().with("20.00");
        buyer.bought(wish);
        var cancelled = buyer.cancels(buyer.bought(wish));
        assertThat(cancelled.status()).as(cancelled.body()).isLessThan(300);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(
                                        buyer.read("/api/v1/wallet/transactions")
                                                .at("/items")
                                                .findValuesAsString("type"))
                                .contains("PURCHASE", "REFUND"));
        var auditor = auditor();
        var upTo =
                auditor.read("/api/v1/audit/trial-balance?asOf=" + lastEntry()).at("/asOf/entry");
        var export = auditor.get("/api/v1/audit/exports?format=hledger&to=" + upTo.asString());
        assertThat(export.status()).as(export.body()).isEqualTo(200);
        var journal = Files.writeString(folder.resolve("nexnum.journal"), export.body());

        hledger(journal, "check", "--strict");
        var found = new TreeMap<String, BigDecimal>();
        var table = hledger(journal, "balance", "--flat", "--empty", "-N", "-O", "csv");
        for (var row :
                CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get()
                        .parse(new StringReader(table))) {
            found.put(row.get(0), new BigDecimal(row.get(1).replaceAll("[^0-9.-]", "")));
        }
        assertThat(found).hasSizeGreaterThan(4);
        found.forEach((account, balance) -> {
            var ours =
                    auditor.read(
                            "/api/v1/audit/accounts/"
                                    + account
                                    + "/balance?asOf="
                                    + upTo.asString());
            assertThat(Buyer.decimal(ours.at("/balances/0/amount")))
                    .as(account)
                    .isEqualByComparingTo(balance);
        });
    }

    private long lastEntry() {
        return sql.sql("select max(position) from ledger_entry").query(Long.class).single();
    }

    private static String hledger(Path journal, String... words)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("hledger", "-f", journal.toString()));
        command.addAll(List.of(words));
        var process = new ProcessBuilder(command);
        process.environment().put("LC_ALL", "C.UTF-8");
        process.redirectErrorStream(true);
        var running = process.start();
        var said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(running.waitFor()).as(said).isZero();
        return said;
    }
}
