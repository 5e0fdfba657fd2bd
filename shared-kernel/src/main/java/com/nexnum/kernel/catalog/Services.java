package com.nexnum.kernel.catalog;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every service that NexNum knows, from {@code /catalogue/services.csv}. */
public final class Services {

    private static final List<Service> ALL =
            CatalogueFile.read("/catalogue/services.csv").stream().map(Service::of).toList();

    private static final NameIndex<Service> BY_ANY_NAME =
            NameIndex.of("service", ALL, Services::names);
    private static final NameIndex<Service> BY_SMS_ACTIVATE =
            NameIndex.of("SMS-Activate service", ALL, service -> Stream.of(service.smsActivate()));
    private static final NameIndex<Service> BY_FIVE_SIM =
            NameIndex.of("5sim service", ALL, service -> Stream.of(service.fiveSim()));

    private Services() {}

    /** In the order of their codes. */
    public static List<Service> all() {
        return ALL;
    }

    /**
     * @param anyText the canonical code, the SMS-Activate code, a 5sim slug, a name or an alias, in
     *     any case
     */
    public static Optional<Service> find(String anyText) {
        return BY_ANY_NAME.find(anyText);
    }

    public static Optional<Service> ofSmsActivate(String code) {
        return BY_SMS_ACTIVATE.find(code);
    }

    public static Optional<Service> ofFiveSim(String slug) {
        return BY_FIVE_SIM.find(slug);
    }

    static Stream<String> names(Service service) {
        var own =
                Stream.of(
                        service.code().value(),
                        service.name(),
                        service.smsActivate(),
                        service.fiveSim());
        return Stream.concat(own, service.aliases().stream());
    }
}
