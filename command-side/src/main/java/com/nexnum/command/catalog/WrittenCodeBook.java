package com.nexnum.command.catalog;

import com.nexnum.command.supply.CodeBook;
import com.nexnum.kernel.catalog.Countries;
import com.nexnum.kernel.catalog.CountryCode;
import com.nexnum.kernel.catalog.ServiceCode;
import com.nexnum.kernel.catalog.Services;
import java.util.Optional;

/** Knows what the catalogue has and a provider has a word for. */
record WrittenCodeBook(Words services, Words countries) implements CodeBook {

    @Override
    public Optional<String> upstream(ServiceCode service) {
        return services.upstream(service.value());
    }

    @Override
    public Optional<String> upstream(CountryCode country) {
        return countries.upstream(country.value());
    }

    @Override
    public Optional<ServiceCode> service(String upstream) {
        return services.ours(upstream).flatMap(Services::find).map(it -> it.code());
    }

    @Override
    public Optional<CountryCode> country(String upstream) {
        return countries.ours(upstream).flatMap(Countries::find).map(it -> it.code());
    }
}
