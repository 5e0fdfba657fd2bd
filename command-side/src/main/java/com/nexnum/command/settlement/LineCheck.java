package com.nexnum.command.settlement;

import com.nexnum.kernel.money.Currency;
import com.nexnum.kernel.money.Money;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the fields of each line, and collects what is wrong with all of them. */
final class LineCheck {

    static final List<String> FIELDS = List.of("id", "reference", "amount", "currency", "date");
    static final int MOST_LINES = 50_000;

    private static final Pattern ID = Pattern.compile("[!-~]{1,64}");
    private static final Pattern REFERENCE = Pattern.compile("[!-~]{1,128}");
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,6})?");

    private final LocalDate latest;
    private final List<StatementLine> lines = new ArrayList<>();
    private final List<LineFault> faults = new ArrayList<>();
    private final Map<String, Integer> ids = new HashMap<>();
    private final Map<String, Integer> references = new HashMap<>();

    /**
     * @param latest no line is of a later day
     */
    LineCheck(LocalDate latest) {
        this.latest = latest;
    }

    /**
     * @param field the value of a field by its name; null when there is none
     */
    void line(int number, Function<String, @Nullable String> field) {
        int before = faults.size();
        var id = text(number, "id", field, ID);
        var reference = text(number, "reference", field, REFERENCE);
        var amount = amount(number, field);
        var date = date(number, field);
        if (id != null && ids.putIfAbsent(id, number) != null) {
            fault(number, "id", "DUPLICATE");
        }
        if (reference != null && references.putIfAbsent(reference, number) != null) {
            fault(number, "reference", "DUPLICATE");
        }
        if (faults.size() == before
                && id != null
                && reference != null
                && amount != null
                && date != null) {
            lines.add(new StatementLine(number, id, reference, amount, date));
        }
    }

    void fault(int number, String field, String code) {
        faults.add(new LineFault(number, field, code));
    }

    Statement done() {
        if (lines.isEmpty() && faults.isEmpty()) {
            return Statement.unreadable("EMPTY");
        }
        return new Statement(lines, faults);
    }

    private @Nullable String text(
            int number, String name, Function<String, @Nullable String> field, Pattern shape) {
        var value = value(number, name, field);
        if (value != null && !shape.matcher(value).matches()) {
            fault(number, name, "MALFORMED");
            return null;
        }
        return value;
    }

    private @Nullable Money amount(int number, Function<String, @Nullable String> field) {
        var value = value(number, "amount", field);
        var name = value(number, "currency", field);
        var currency =
                Arrays.stream(Currency.values())
                        .filter(each -> each.name().equals(name))
                        .findFirst()
                        .orElse(null);
        if (name != null && currency == null) {
            fault(number, "currency", "UNKNOWN");
        }
        if (value == null) {
            return null;
        }
        if (value.startsWith("-") && DECIMAL.matcher(value.substring(1)).matches()) {
            fault(number, "amount", "NEGATIVE");
            return null;
        }
        if (!DECIMAL.matcher(value).matches()) {
            fault(number, "amount", "MALFORMED");
            return null;
        }
        var amount = currency == null ? null : Money.parse(value, currency);
        if (amount != null && amount.isZero()) {
            fault(number, "amount", "ZERO");
        }
        return amount;
    }

    private @Nullable LocalDate date(int number, Function<String, @Nullable String> field) {
        var value = value(number, "date", field);
        if (value == null) {
            return null;
        }
        try {
            var date = LocalDate.parse(value);
            if (date.isAfter(latest)) {
                fault(number, "date", "FUTURE");
            }
            return date;
        } catch (DateTimeException _) {
            fault(number, "date", "MALFORMED");
            return null;
        }
    }

    private @Nullable String value(
            int number, String name, Function<String, @Nullable String> field) {
        var value = field.apply(name);
        if (value == null || value.isBlank()) {
            fault(number, name, "MISSING");
            return null;
        }
        return value.strip();
    }
}
