package com.nexnum.command.supply.engine.request;

import com.nexnum.command.supply.engine.document.Auth;
import com.nexnum.command.supply.http.ApiKey;
import java.util.LinkedHashMap;
import java.util.Map;

/** The secrets of one provider by their names. They never show themselves by accident. */
public final class Secrets {

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

    /** A provider's words as they may be kept and shown: short, one line, without the secrets. */
    public String quoted(String words) {
        var hidden = words;
        for (var key : keys.values()) {
            hidden = key.hideIn(hidden);
        }
        var line = hidden.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.length() <= 200 ? line : line.substring(0, 200);
    }

    @Override
    public String toString() {
        return "Secrets" + keys.keySet();
    }
}
