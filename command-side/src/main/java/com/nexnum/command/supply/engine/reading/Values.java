package com.nexnum.command.supply.engine.reading;

import com.nexnum.command.supply.http.Upstream;
import com.nexnum.kernel.phone.E164;
import com.nexnum.kernel.supply.UpstreamId;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads what an expression found: numbers as strings, strings as numbers, flags, lists of one.
 * Whatever cannot be read is null, never an exception.
 */
public final class Values {

    /** From here on a number of a time counts milliseconds: as seconds it is the year 5138. */
    private static final long SURELY_MILLIS = 100_000_000_000L;

    private Values() {}

    /** A string or a whole number; null for what is absent, empty, a flag or something else. */
    public static @Nullable String text(@Nullable Object found) {
        return switch (found) {
            case null -> null;
            case String text -> text.isBlank() ? null : text;
            case Integer number -> number.toString();
            case Long number -> number.toString();
            case BigInteger number -> number.toString();
            case List<?> list when list.size() == 1 -> text(list.getFirst());
            default -> null;
        };
    }

    /**
     * A number as it was written, from zero to below a thousand million. What arithmetic made is
     * not read: it is floating point.
     */
    public static @Nullable BigDecimal decimal(@Nullable Object found) {
        return switch (found) {
            case BigDecimal number -> Upstream.decimal(number.toString());
            case String text -> Upstream.decimal(text);
            case Integer number -> Upstream.decimal(number.toString());
            case Long number -> Upstream.decimal(number.toString());
            case List<?> list when list.size() == 1 -> decimal(list.getFirst());
            case null, default -> null;
        };
    }

    /** How many; fractions are cut, more than two thousand million are that many. */
    public static @Nullable Integer count(@Nullable Object found) {
        var number = decimal(found);
        return number == null ? null : (int) Math.min(number.longValue(), Integer.MAX_VALUE);
    }

    public static @Nullable UpstreamId id(@Nullable Object found) {
        var text = text(found);
        try {
            return text == null ? null : new UpstreamId(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** With or without its plus sign. */
    public static @Nullable E164 phone(@Nullable Object found) {
        var text = text(found);
        return text == null ? null : Upstream.phone(text);
    }

    /** RFC 3339, {@code yyyy-MM-dd HH:mm:ss} in the zone, or seconds or milliseconds since 1970. */
    public static @Nullable Instant time(@Nullable Object found, ZoneId zone) {
        var text = text(found);
        try {
            if (text == null) {
                return null;
            }
            if (text.matches("[0-9]{9,14}")) {
                long number = Long.parseLong(text);
                return number >= SURELY_MILLIS
                        ? Instant.ofEpochMilli(number)
                        : Instant.ofEpochSecond(number);
            }
            return text.length() > 10 && text.charAt(10) == ' '
                    ? LocalDateTime.parse(text.replace(' ', 'T')).atZone(zone).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
