package com.nexnum.command.settlement;

import java.time.LocalDate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A statement as {@code {"lines":[{"id","reference","amount","currency","date"}]}}, all strings.
 */
final class JsonStatement {

    private static final JsonMapper JSON = JsonMapper.shared();

    static Statement read(byte[] bytes, LocalDate latest) {
        try {
            var lines = JSON.readTree(bytes).path("lines");
            if (!lines.isArray()) {
                return Statement.unreadable("NO_LINES");
            }
            if (lines.size() > LineCheck.MOST_LINES) {
                return Statement.unreadable("TOO_LONG");
            }
            var check = new LineCheck(latest);
            for (int place = 0; place < lines.size(); place++) {
                var line = lines.get(place);
                // A number would have been rounded by somebody already.
                var wrong =
                        LineCheck.FIELDS.stream()
                                .filter(name -> line.has(name) && !line.path(name).isString())
                                .toList();
                if (line.isObject() && wrong.isEmpty()) {
                    check.line(place + 1, name -> line.path(name).asStringOpt().orElse(null));
                } else if (wrong.isEmpty()) {
                    check.fault(place + 1, "line", "MALFORMED");
                } else {
                    int number = place + 1;
                    wrong.forEach(name -> check.fault(number, name, "NOT_A_STRING"));
                }
            }
            return check.done();
        } catch (JacksonException _) {
            return Statement.unreadable("NOT_JSON");
        }
    }

    private JsonStatement() {}
}
