package com.nexnum.command.supply.sandbox;

import java.time.Instant;
import java.util.regex.Pattern;

/**
 * A message on its way to a number.
 *
 * @param at when it arrives
 */
public record SandboxSms(long id, Instant at, String sender, String text) {

    private static final Pattern CODE = Pattern.compile("[0-9]{3}[- ][0-9]{3}|[0-9]{4,8}");

    /** The code as the sandbox extracts it; empty when it finds none. */
    public String code() {
        var matcher = CODE.matcher(text);
        return matcher.find() ? matcher.group().replaceAll("[- ]", "") : "";
    }
}
