package com.nexnum.kernel.catalog;

import java.util.List;

/**
 * A service whose SMS codes can be received, as NexNum and its providers call it.
 *
 * @param name for people: {@code WhatsApp}
 * @param smsActivate the code of the SMS-Activate protocol: {@code wa}
 * @param fiveSim the slug of 5sim
 * @param aliases further names that people and providers use
 */
public record Service(
        ServiceCode code, String name, String smsActivate, String fiveSim, List<String> aliases) {

    public Service {
        aliases = List.copyOf(aliases);
    }

    static Service of(CatalogueRow row) {
        return new Service(
                new ServiceCode(row.text("code")),
                row.text("name"),
                row.text("smsActivate"),
                row.text("fiveSim"),
                row.list("aliases"));
    }
}
