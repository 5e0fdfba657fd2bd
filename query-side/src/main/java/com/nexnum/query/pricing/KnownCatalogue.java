package com.nexnum.query.pricing;

import com.nexnum.kernel.catalog.CountryCode;
import com.nexnum.kernel.catalog.ServiceCode;
import java.util.List;
import java.util.Optional;

/** The services and countries that exist, and how people may call them. */
public interface KnownCatalogue {

    /**
     * @param name a canonical code or an alias
     */
    Optional<ServiceCode> service(String name);

    /**
     * @param name an ISO code, a name or an alias
     */
    Optional<CountryCode> country(String name);

    List<CodeAndName> services();

    List<CodeAndName> countries();

    /**
     * @param code canonical
     * @param name for people
     */
    record CodeAndName(String code, String name) {}
}
