package com.nexnum.command.supply.http;

import com.nexnum.kernel.phone.E164;
import com.nexnum.kernel.supply.UpstreamId;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what providers write: numbers as strings, strings as numbers, absent or broken fields.
 * Whatever cannot be read is null, never an exception.
 */
public final class Upstream {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
    private static final int MAX_DIGITS = 30;
    private static final int MOST_DECIMALS = 12;
    private static final int MAX_TEXT = 200;

    private Upstream() {}

    /** An object or array; null for anything else, broken JSON included. */
    public static @Nullable JsonNode json(String body) {
        var text = body.strip();
        if (!text.startsWith("{") && !text.startsWith("[")) {
            return null;
        }
        try {
            return JSON.readTree(text);
        } catch (JacksonException e) {
            return null;
        }
    }

    /** A string or a number, as text; null when it is absent, empty or something else. */
    public static @Nullable String text(@Nullable JsonNode node) {
        if (node == null || !(node.isString() || node.isIntegralNumber())) {
            return null;
        }
        var text = node.asString();
        return text.isBlank() ? null : text;
    }

    /** A number or a numeric string, from zero to below a thousand million. */
    public static @Nullable BigDecimal decimal(@Nullable JsonNode node) {
        if (node == null || !(node.isNumber() || node.isString())) {
            return null;
        }
        return decimal(node.isNumber() ? node.decimalValue().toString() : node.stringValue());
    }

    /** The same from text. */
    public static @Nullable BigDecimal decimal(String text) {
        if (text.length() > MAX_DIGITS) {
            return null;
        }
        try {
            var number = new BigDecimal(text.strip());
            long wholeDigits = (long) number.precision() - number.scale();
            boolean absurd = Math.abs((long) number.scale()) > MOST_DECIMALS || wholeDigits > 9;
            return number.signum() < 0 || absurd ? null : number;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    public static @Nullable UpstreamId id(@Nullable JsonNode node) {
        var text = text(node);
        try {
            return text == null ? null : new UpstreamId(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    public static @Nullable E164 phone(@Nullable JsonNode node) {
        var text = text(node);
        return text == null ? null : phone(text);
    }

    public static @Nullable E164 phone(String digits) {
        try {
            return E164.ofDigits(digits.strip());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** RFC 3339, or {@code yyyy-MM-dd HH:mm:ss} in the zone. */
    public static @Nullable Instant time(@Nullable JsonNode node, ZoneId zone) {
        var text = text(node);
        if (text == null || text.length() < 19) {
            return null;
        }
        try {
            return text.charAt(10) == ' '
                    ? LocalDateTime.parse(text.replace(' ', 'T')).atZone(zone).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** A provider's words as they may be kept and shown: short, one line, without the key. */
    public static String quoted(String words, ApiKey key) {
        var line = key.hideIn(words).replaceAll("\\p{Cntrl}+", " ").strip();
        return line.length() <= MAX_TEXT ? line : line.substring(0, MAX_TEXT);
    }
}
