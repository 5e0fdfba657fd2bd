package com.nexnum.command.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Length counts, not kinds of characters (OWASP ASVS 6.2); what everybody guesses is refused. */
final class PasswordPolicy {

    private static final int SHORTEST = 8;
    private static final int LONGEST = 128;
    private static final Set<String> COMMON = common();

    /** What is wrong with it; null when it will do. */
    static @Nullable String fault(String password, String email) {
        var length = password.codePointCount(0, password.length());
        if (length < SHORTEST || length > LONGEST) {
            return "has " + SHORTEST + " to " + LONGEST + " characters";
        }
        var lower = password.toLowerCase(Locale.ROOT);
        if (COMMON.contains(lower) || lower.chars().distinct().count() == 1) {
            return "is one that everybody guesses first";
        }
        return lower.equals(email.toLowerCase(Locale.ROOT)) ? "is not the e-mail address" : null;
    }

    private static Set<String> common() {
        try (var list = PasswordPolicy.class.getResourceAsStream("/common-passwords.txt")) {
            return new String(Objects.requireNonNull(list).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PasswordPolicy() {}
}
