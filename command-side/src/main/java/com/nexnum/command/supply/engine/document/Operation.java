package com.nexnum.command.supply.engine.document;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Set;

/** What is asked of providers. */
public enum Operation {
    /** Beforehand, where a purchase takes no limit. */
    QUOTE("quote"),
    BUY("buy"),
    SMS("sms"),
    CANCEL("cancel"),
    COMPLETE("complete"),
    NEXT_SMS("nextSms"),
    ACTIVE("active"),
    PRICES("prices"),
    BALANCE("balance"),
    /** What it calls services, where it has ids of its own. */
    SERVICES("services"),
    COUNTRIES("countries");

    private final String word;

    Operation(String word) {
        this.word = word;
    }

    /** As documents write it. */
    @JsonValue
    public String word() {
        return word;
    }

    /** Whether it only reads, so that asking twice does no harm. */
    public boolean reads() {
        return switch (this) {
            case QUOTE, SMS, ACTIVE, PRICES, BALANCE, SERVICES, COUNTRIES -> true;
            case BUY, CANCEL, COMPLETE, NEXT_SMS -> false;
        };
    }

    /** What its request may name in braces, beside the secrets. */
    public Set<String> variables() {
        return switch (this) {
            case QUOTE, BUY -> Set.of("service", "country", "maxPrice", "reference");
            case SMS, CANCEL, COMPLETE, NEXT_SMS -> Set.of("id");
            case ACTIVE -> Set.of("offset", "page", "limit");
            case PRICES, BALANCE, SERVICES, COUNTRIES -> Set.of();
        };
    }

    /** The fields without which its answer says nothing. */
    public Set<String> neededFields() {
        return switch (this) {
            case BUY, ACTIVE -> Set.of("id", "phone");
            case QUOTE -> Set.of("cost");
            case BALANCE -> Set.of("amount");
            case SERVICES, COUNTRIES -> Set.of("word", "name");
            case SMS, CANCEL, COMPLETE, NEXT_SMS, PRICES -> Set.of();
        };
    }
}
