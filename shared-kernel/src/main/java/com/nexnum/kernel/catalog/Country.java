package com.nexnum.kernel.catalog;

import java.util.List;

/**
 * A country as NexNum and its providers call it.
 *
 * @param name in English
 * @param smsActivateIds decimal numbers of the SMS-Activate protocol; the first is the one we send,
 *     the others are only understood
 * @param fiveSim the slug of 5sim
 * @param dialPrefix the calling code without plus; several countries may share one ({@code 1})
 * @param aliases further names that people and providers use
 */
public record Country(
        CountryCode code,
        String name,
        List<String> smsActivateIds,
        String fiveSim,
        String dialPrefix,
        List<String> aliases) {

    public Country {
        smsActivateIds = List.copyOf(smsActivateIds);
        aliases = List.copyOf(aliases);
        if (smsActivateIds.isEmpty()) {
            throw new IllegalArgumentException("A country without an SMS-Activate id: " + code);
        }
    }

    /** The id that we send to providers of the SMS-Activate family: {@code 187} for the US. */
    public String smsActivateId() {
        return smsActivateIds.getFirst();
    }

    static Country of(CatalogueRow row) {
        return new Country(
                new CountryCode(row.text("code")),
                row.text("name"),
                row.list("smsActivate"),
                row.text("fiveSim"),
                row.text("dialPrefix"),
                row.list("aliases"));
    }
}
