package com.nexnum.query.ledger.export;

import static com.nexnum.query.history.Door.ANNA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nexnum.kernel.money.Money;
import com.nexnum.platform.security.Role;
import com.nexnum.query.history.Door;
import com.nexnum.query.ledger.LedgerBooks;
import com.nexnum.query.ledger.accounts.AccountTree;
import com.nexnum.query.ledger.asof.AccountBalances;
import com.nexnum.query.ledger.asof.JournalPoints;
import com.nexnum.query.ledger.export.ChainHead.Head;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ExportEndpointTest {

    private static final String EXPORTS = "/api/v1/audit/exports";
    private static final Head HEAD = new Head(17, "ab".repeat(32));

    private final LedgerBooks books = new LedgerBooks(1, 2, 3).deliverAll();
    private final LedgerExport export = export(() -> Optional.of(HEAD));
    private final MockMvcTester door = door(export);

    @Test
    void json_lines_hold_every_entry_and_a_trailer_that_proves_them() throws Exception {
        var text = read("");
        var lines = text.lines().toList();
        assertThat(lines).hasSize(books.numbers().size() + 1);
        assertThat(lines.subList(0, lines.size() - 1))
                .extracting(line -> json(line).at("/entry").asLong())
                .containsExactlyElementsOf(books.numbers());

        var trailer = json(lines.getLast()).at("/trailer");
        assertThat(trailer.at("/entries").asLong()).isEqualTo(books.numbers().size());
        assertThat(trailer.at("/chainHead/hash").asString()).isEqualTo(HEAD.hash());
        assertThat(trailer.at("/sha256").asString()).isEqualTo(sha256BeforeLastLine(text));
        assertThat(sums(lines)).isEqualTo(added(books.numbers().getLast()));
    }

    @Test
    void a_period_holds_what_happened_in_it_and_the_next_one_goes_on() {
        var numbers = books.numbers();
        var cut = numbers.get(40);
        assertThat(read("?to=" + cut).lines()).hasSize(41 + 1);
        assertThat(read("?from=" + (cut + 1)).lines()).hasSize(numbers.size() - 41 + 1);

        var whole = read("").lines().count() - 1;
        var at = json(read("").lines().skip(40).findFirst().orElseThrow()).at("/at").asString();
        var before = read("?to=" + at).lines().count() - 1;
        var after = read("?from=" + at).lines().count() - 1;
        assertThat(before).isEqualTo(40);
        assertThat(before + after).isEqualTo(whole);
    }

    @Test
    void an_account_takes_its_entries_whole() {
        var lines = read("?account=supplier").lines().toList();
        assertThat(lines.subList(0, lines.size() - 1))
                .isNotEmpty()
                .allSatisfy(line -> {
                    assertThat(line).contains("supplier:");
                    assertThat(json(line).at("/postings").size()).isGreaterThan(1);
                });
        assertThat(sums(lines).keySet()).contains("revenue").doesNotContain("penalties");
    }

    @Test
    void csv_has_one_record_for_each_posting() throws Exception {
        var text = read("?format=csv");
        var lines = text.lines().toList();
        var postings =
                books.models
                        .sql
                        .sql("select count(*) from ledger_posting")
                        .query(Long.class)
                        .single();
        assertThat(lines).hasSize(1 + postings.intValue() + 1);
        assertThat(lines.getFirst()).startsWith("entry,entry_id,at,type,");
        assertThat(lines.getLast()).startsWith("# {");
        assertThat(json(lines.getLast().substring(2)).at("/sha256").asString())
                .isEqualTo(sha256BeforeLastLine(text));
    }

    @Test
    void hledger_declares_each_account_once() {
        var lines = read("?format=hledger").lines().toList();
        assertThat(lines.stream().filter(line -> line.startsWith("account ")))
                .containsExactlyInAnyOrderElementsOf(
                        books.accounts().stream().map(account -> "account " + account).toList());
        assertThat(lines).contains("commodity 1000.000000 USD");
        assertThat(lines.getLast()).startsWith("; {");
    }

    @Test
    void what_breaks_off_has_no_trailer() {
        var taken = new ByteArrayOutputStream();
        var leaves =
                new OutputStream() {
                    @Override
                    public void write(int one) throws IOException {
                        taken.write(one);
                        if (taken.size() > 5_000) {
                            throw new IOException("The reader has left");
                        }
                    }
                };
        var all = new ExportPeriod(0, Long.MAX_VALUE);
        assertThatThrownBy(() -> export.write(ExportFormat.JSONL, all, null, leaves))
                .hasMessage("The reader has left");
        assertThat(taken.toString(StandardCharsets.UTF_8)).doesNotContain("trailer");
    }

    @Test
    void refuses_what_is_no_period_no_format_and_no_account() {
        for (var wrong :
                List.of(
                        "?format=xlsx",
                        "?from=soon",
                        "?to=2999-01-01T00:00:00Z",
                        "?to=999999999",
                        "?from=2026-03-02T00:00:00Z&to=2026-03-01T00:00:00Z",
                        "?account=a'b")) {
            assertThat(door.get().uri(EXPORTS + wrong)).as(wrong).hasStatus(400);
        }
        assertThat(door.get().uri(EXPORTS + "?account=customer:cus_nobody")).hasStatus(404);
    }

    @Test
    void nothing_is_sealed_while_nobody_knows_a_chain() throws Exception {
        var out = new ByteArrayOutputStream();
        new LedgerExport(
                        books.models.database,
                        new DefaultListableBeanFactory().getBeanProvider(ChainHead.class))
                .write(ExportFormat.JSONL, new ExportPeriod(0, 1), null, out);
        assertThat(json(out.toString(StandardCharsets.UTF_8)).at("/trailer/chainHead").isNull())
                .isTrue();
    }

    private String read(String query) {
        var answer = door.get().uri(EXPORTS + query).exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private static JsonNode json(String line) {
        return JsonMapper.shared().readTree(line);
    }

    private static String sha256BeforeLastLine(String text) throws Exception {
        var end = text.lastIndexOf('\n', text.length() - 2) + 1;
        return HexFormat.of()
                .formatHex(
                        MessageDigest.getInstance("SHA-256")
                                .digest(text.substring(0, end).getBytes(StandardCharsets.UTF_8)));
    }

    private static Map<String, BigDecimal> sums(List<String> lines) {
        var sums = new TreeMap<String, BigDecimal>();
        for (var line : lines.subList(0, lines.size() - 1)) {
            for (var posting : json(line).at("/postings")) {
                sums.merge(
                        posting.at("/account").asString(),
                        new BigDecimal(posting.at("/amount/amount").asString()).setScale(6),
                        BigDecimal::add);
            }
        }
        return sums;
    }

    private Map<String, BigDecimal> added(long upTo) {
        var sums = new TreeMap<String, BigDecimal>();
        books.added(upTo)
                .forEach(sum ->
                        sums.put(
                                sum.account(),
                                new BigDecimal(Money.decimal(sum.micros())).setScale(6)));
        return sums;
    }

    private LedgerExport export(ChainHead chain) {
        var beans = new DefaultListableBeanFactory();
        beans.registerSingleton("chain", chain);
        return new LedgerExport(books.models.database, beans.getBeanProvider(ChainHead.class));
    }

    private MockMvcTester door(LedgerExport through) {
        var sql = books.models.sql;
        return Door.of(
                new ExportEndpoint(
                        through,
                        new JournalPoints(sql, Clock.systemUTC()),
                        new AccountTree(sql, new AccountBalances(sql))),
                ANNA,
                Role.AUDITOR);
    }
}
