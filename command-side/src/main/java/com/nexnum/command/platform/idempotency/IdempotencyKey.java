package com.nexnum.command.platform.idempotency;

import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.platform.web.Problem;
import com.nexnum.platform.web.ProblemException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A caller's name for one wish, so that asking twice is wishing once.
 *
 * @param value 1 to 255 printable ASCII characters, as in the header without its quotes
 */
public record IdempotencyKey(CustomerId caller, String value) {

    public static final String HEADER = "Idempotency-Key";

    private static final Pattern VALID = Pattern.compile("[\\x20-\\x7E]{1,255}");
    private static final Pattern QUOTED = Pattern.compile("\"((?:[^\"\\\\]|\\\\[\"\\\\])*)\"");
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int ID_LENGTH = 26;

    /**
     * Reads the header, bare or as a quoted string of RFC 8941.
     *
     * @throws ProblemException 400 IDEMPOTENCY_KEY_REQUIRED or IDEMPOTENCY_KEY_INVALID
     */
    static IdempotencyKey parse(CustomerId caller, @Nullable Enumeration<String> headers) {
        var values = headers == null ? Collections.<String>emptyList() : Collections.list(headers);
        if (values.isEmpty()) {
            throw Problem.of(
                            400,
                            "IDEMPOTENCY_KEY_REQUIRED",
                            "Send an Idempotency-Key of your own, and the same when you repeat.")
                    .raised();
        }
        var value = unquoted(values.getFirst().strip());
        if (values.size() > 1 || value == null || !VALID.matcher(value).matches()) {
            throw Problem.of(
                            400,
                            "IDEMPOTENCY_KEY_INVALID",
                            "The Idempotency-Key is 1 to 255 printable ASCII characters.")
                    .raised();
        }
        return new IdempotencyKey(caller, value);
    }

    /**
     * The id of what this wish makes: the same on every run, so that a second run finds the first.
     *
     * @param prefix what the id names: {@code act_}
     * @param operation what is asked, without a vertical bar: {@code purchase}
     * @return the prefix and 26 characters of lower-case base 32, from SHA-256
     */
    public String derivedId(String prefix, String operation) {
        var digest = sha256(caller.value() + "|" + operation + "|" + value);
        var id = new StringBuilder(prefix);
        for (var i = 0; i < ID_LENGTH; i++) {
            id.append(ALPHABET.charAt(fiveBits(digest, i * 5)));
        }
        return id.toString();
    }

    private static int fiveBits(byte[] digest, int bit) {
        var pair = (digest[bit / 8] & 0xFF) << 8 | (digest[bit / 8 + 1] & 0xFF);
        return pair >> (11 - bit % 8) & 31;
    }

    private static @Nullable String unquoted(String text) {
        if (!text.startsWith("\"")) {
            return text;
        }
        var quoted = QUOTED.matcher(text);
        return quoted.matches() ? quoted.group(1).replaceAll("\\\\(.)", "$1") : null;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
