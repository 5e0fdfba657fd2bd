package com.nexnum.command.supply.engine.request;

import com.nexnum.command.supply.engine.document.Auth;
import com.nexnum.command.supply.http.ApiKey;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The secrets of one provider by their names. They never show themselves by accident. */
public final class Secrets {

    private static final int LONGEST = 200;

    /** Seven digits and more, however they are grouped. */
    private static final Pattern NUMBER = Pattern.compile("[0-9](?:[ ().-]{0,2}[0-9]){6,}");

    private final Map<String, ApiKey> keys;

    public Secrets(Map<String, ApiKey> keys) {
        this.keys = new LinkedHashMap<>(keys);
    }

    public static Secrets of(ApiKey key) {
        return new Secrets(Map.of(Auth.KEY, key));
    }

    /** The usual one, empty where none was given. */
    String key() {
        var key = keys.get(Auth.KEY);
        return key == null ? "" : key.secret();
    }

    /** For templates: each as {@code secret.NAME}. */
    Map<String, String> variables() {
        var all = new LinkedHashMap<String, String>();
        keys.forEach((name, key) -> all.put("secret." + name, key.secret()));
        return all;
    }

    /**
     * A provider's words as they may be shown: short, one line, without the secrets and without
     * what may be somebody's number.
     */
    public String quoted(String words) {
        var hidden = words;
        for (var key : keys.values()) {
            hidden = key.hideIn(hidden);
        }
        var line = hidden.replaceAll("\\p{Cntrl}+", " ").strip();
        return NUMBER.matcher(cut(line, 2 * LONGEST))
                .replaceAll("…")
                .transform(it -> cut(it, LONGEST));
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }

    @Override
    public String toString() {
        return "Secrets" + keys.keySet();
    }
}
