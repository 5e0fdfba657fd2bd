package com.nexnum.command.purchase;

import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code Prefer: wait=10}, in seconds (RFC 7240 section 4.3). A preference that is none is ignored.
 */
final class WaitPreference {

    private static final Pattern WAIT =
            Pattern.compile(
                    "(?:^|[,;\\s])wait\\s*=\\s*\"?([0-9]{1,4})\"?", Pattern.CASE_INSENSITIVE);

    static Duration of(@Nullable String prefer, PurchaseProperties properties) {
        if (prefer == null || prefer.length() > 200) {
            return properties.defaultWait();
        }
        var found = WAIT.matcher(prefer);
        if (!found.find()) {
            return properties.defaultWait();
        }
        var asked = Duration.ofSeconds(Long.parseLong(found.group(1)));
        return asked.compareTo(properties.longestWait()) > 0 ? properties.longestWait() : asked;
    }

    private WaitPreference() {}
}
