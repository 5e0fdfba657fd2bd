package com.nexnum.command.supply.providers.trial;

import com.nexnum.command.supply.Supply.Priced;
import com.nexnum.kernel.money.Money;
import com.nexnum.platform.web.Amount;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Answers of a {@link com.nexnum.command.supply.Supply} as JSON. */
final class Outcomes {

    private Outcomes() {}

    /** Its kind, such as {@code Bought}, and beside it its parts by their names. */
    static Map<String, Object> described(Object answer) {
        var parts = new LinkedHashMap<String, Object>();
        if (answer instanceof Boolean done) {
            parts.put("kind", done ? "Done" : "NotDone");
            return parts;
        }
        parts.put("kind", answer.getClass().getSimpleName());
        parts.putAll(parts(answer));
        return parts;
    }

    private static Map<String, Object> parts(Object record) {
        var parts = new LinkedHashMap<String, Object>();
        for (var component : record.getClass().getRecordComponents()) {
            try {
                var accessor = component.getAccessor();
                accessor.setAccessible(true);
                var value = shown(accessor.invoke(record));
                if (value != null) {
                    parts.put(component.getName(), value);
                }
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
        return parts;
    }

    private static @Nullable Object shown(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Integer number -> number;
            case Money money -> Amount.of(money);
            case Priced offer -> parts(offer);
            case List<?> list ->
                    list.stream().map(Outcomes::shown).filter(Objects::nonNull).toList();
            case Record record when record.getClass().getRecordComponents().length > 1 ->
                    parts(record);
            default -> value.toString();
        };
    }
}
