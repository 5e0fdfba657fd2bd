package com.nexnum.command.supply;

import java.util.Optional;

/** The languages in which we can speak with a provider. */
public enum Protocol {
    SMS_ACTIVATE("sms-activate"),
    FIVE_SIM("5sim");

    private final String word;

    Protocol(String word) {
        this.word = word;
    }

    /** As configuration writes it. */
    public String word() {
        return word;
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
