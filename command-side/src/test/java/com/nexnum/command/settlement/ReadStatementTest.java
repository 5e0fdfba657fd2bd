package com.nexnum.command.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexnum.kernel.money.Currency;
import com.nexnum.kernel.money.Money;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadStatementTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-01");
    private static final String HEADER = "id,reference,amount,currency,date\n";

    @Test
    void reads_lines_of_either_form_as_the_same() {
        var csv = csv(HEADER + "l1,pay_1,10.5,USD,2026-02-28\nl2,pay_2,0.000001,EUR,2026-03-01\n");
        assertThat(csv.faults()).isEmpty();
        assertThat(csv.lines())
                .containsExactly(
                        new StatementLine(2, "l1", "pay_1", Money.usd("10.50"), TODAY.minusDays(1)),
                        new StatementLine(3, "l2", "pay_2", new Money(Currency.EUR, 1), TODAY));
        var json =
                json(
                        """
                        {"lines":[
                          {"id":"l1","reference":"pay_1","amount":"10.50","currency":"USD","date":"2026-02-28"},
                          {"id":"l2","reference":"pay_2","amount":"0.000001","currency":"EUR","date":"2026-03-01"}]}
                        """);
        assertThat(json.faults()).isEmpty();
        assertThat(json.digest()).isEqualTo(csv.digest());
    }

    @Test
    void columns_come_in_any_order_quoted_spaced_and_marked() {
        var read =
                csv(
                        "\uFEFF\"Note, free\", DATE ,Currency,amount,Reference,ID\r\n"
                                + "\"a \"\"b\"\"\r\nc\",2026-03-01,USD, 1.00 ,\"pay_1\",l1\r\n\r\n");
        assertThat(read.faults()).isEmpty();
        assertThat(read.lines())
                .containsExactly(new StatementLine(2, "l1", "pay_1", Money.usd("1"), TODAY));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "l1,pay_1,-1.00,USD,2026-03-01    | amount NEGATIVE",
                "l1,pay_1,0,USD,2026-03-01        | amount ZERO",
                "l1,pay_1,1e3,USD,2026-03-01      | amount MALFORMED",
                "l1,pay_1,+1,USD,2026-03-01       | amount MALFORMED",
                "l1,pay_1,1.0000001,USD,2026-03-01| amount MALFORMED",
                "l1,pay_1,=1+1,USD,2026-03-01     | amount MALFORMED",
                "l1,pay_1,,USD,2026-03-01         | amount MISSING",
                "l1,pay_1,1,usd,2026-03-01        | currency UNKNOWN",
                "l1,pay_1,1,USD,01.03.2026        | date MALFORMED",
                "l1,pay_1,1,USD,2026-02-30        | date MALFORMED",
                "l1,pay_1,1,USD,2026-03-02        | date FUTURE",
                "l1,pay 1,1,USD,2026-03-01        | reference MALFORMED",
                ",pay_1,1,USD,2026-03-01          | id MISSING",
                "l1,pay_1,1,USD                   | line COLUMNS",
                "l1,pay_1,1,USD,2026-03-01,more   | line COLUMNS"
            })
    void names_what_is_wrong_with_a_line(String line, String fault) {
        var read = csv(HEADER + "l0,pay_0,1,USD,2026-03-01\n" + line.strip() + "\n");
        assertThat(told(read)).containsExactly("3 " + fault);
    }

    @Test
    void names_every_line_that_is_wrong() {
        var read =
                csv(
                        HEADER
                                + "l1,pay_1,1,USD,2026-03-01\n"
                                + "l1,pay_2,x,USD,2026-03-01\n"
                                + "l3,pay_1,1,USD,2026-03-01\n");
        assertThat(told(read))
                .containsExactly("3 amount MALFORMED", "3 id DUPLICATE", "4 reference DUPLICATE");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                             | EMPTY",
                "id,reference,amount,currency                   | HEADER",
                "id,id,reference,amount,currency,date           | HEADER",
                "id,reference,amount,currency,date              | EMPTY"
            })
    void names_what_is_wrong_with_a_whole_file(String file, String code) {
        assertThat(told(csv(file + "\n"))).containsExactly("0 statement " + code);
    }

    @Test
    void refuses_what_is_no_text_no_json_or_too_long() {
        assertThat(told(CsvStatement.read(new byte[] {(byte) 0xC3, 0x28}, TODAY)))
                .containsExactly("0 statement NOT_UTF_8");
        assertThat(told(csv(HEADER + "l1,\"pay_1,1,USD,2026-03-01\n")))
                .containsExactly("2 line QUOTING");
        assertThat(told(json("{"))).containsExactly("0 statement NOT_JSON");
        assertThat(told(json("[]"))).containsExactly("0 statement NO_LINES");
        assertThat(told(json("{\"lines\":[]}"))).containsExactly("0 statement EMPTY");
        assertThat(told(json("{\"lines\":[7,{\"id\":1}]}")))
                .containsExactly("1 line MALFORMED", "2 id NOT_A_STRING");
        var many =
                Collections.nCopies(LineCheck.MOST_LINES + 1, "l,p,1,USD,2026-03-01\n").stream()
                        .collect(Collectors.joining());
        assertThat(told(csv(HEADER + many))).contains("50002 statement TOO_LONG");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whatever_is_sent_each_line_is_read_or_named(long seed) {
        var random = new Random(seed);
        var lines = new ArrayList<String>();
        for (int number = 0; number < 200; number++) {
            lines.add(
                    String.join(
                            ",",
                            "l" + random.nextInt(400),
                            "pay_" + random.nextInt(400),
                            pick(random, "1", "2.50", "-1", "", "x", "0"),
                            pick(random, "USD", "EUR", "XXX", ""),
                            pick(random, "2026-03-01", "2026-02-01", "then", "2027-01-01")));
        }
        var read = csv(HEADER + String.join("\n", lines) + "\n");
        var numbers = read.lines().stream().map(StatementLine::number).collect(Collectors.toSet());
        read.faults().forEach(fault -> numbers.add(fault.line()));
        assertThat(numbers).hasSize(200);
        assertThat(read.lines()).extracting(StatementLine::id).doesNotHaveDuplicates();
        assertThat(read.lines()).extracting(StatementLine::reference).doesNotHaveDuplicates();
        assertThat(read.lines())
                .allSatisfy(line -> assertThat(line.amount().micros()).isPositive());
    }

    private static String pick(Random random, String... of) {
        return of[random.nextInt(of.length)];
    }

    private static Statement csv(String text) {
        return CsvStatement.read(text.getBytes(StandardCharsets.UTF_8), TODAY);
    }

    private static Statement json(String text) {
        return JsonStatement.read(text.getBytes(StandardCharsets.UTF_8), TODAY);
    }

    private static List<String> told(Statement statement) {
        return statement.faults().stream()
                .map(fault -> fault.line() + " " + fault.field() + " " + fault.code())
                .toList();
    }
}
