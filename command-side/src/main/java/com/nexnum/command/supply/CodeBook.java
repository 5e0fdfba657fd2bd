package com.nexnum.command.supply;

import com.nexnum.kernel.catalog.CountryCode;
import com.nexnum.kernel.catalog.ServiceCode;
import java.util.Optional;

/**
 * What one provider calls our services and countries. Empty wherever one side has no word for what
 * the other means; several words of a provider may mean one of ours, one of ours means one of its.
 */
public interface CodeBook {

    Optional<String> upstream(ServiceCode service);

    Optional<String> upstream(CountryCode country);

    Optional<ServiceCode> service(String upstream);

    Optional<CountryCode> country(String upstream);
}
