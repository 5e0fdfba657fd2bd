package com.nexnum.command.supply;

import java.util.Optional;

/** The languages in which we can speak with a provider. */
public enum Protocol {
    SMS_ACTIVATE("sms-activate", "/stubs/handler_api.php"),
    FIVE_SIM("5sim", "/v1");

    private final String word;
    private final String path;

    Protocol(String word, String path) {
        this.word = word;
        this.path = path;
    }

    /** As configuration writes it. */
    public String word() {
        return word;
    }

    /** What its addresses begin with; a base address may end in it or not. */
    public String path() {
        return path;
    }

    public static Optional<Protocol> of(String word) {
        for (var protocol : values()) {
            if (protocol.word.equals(word)) {
                return Optional.of(protocol);
            }
        }
        return Optional.empty();
    }
}
