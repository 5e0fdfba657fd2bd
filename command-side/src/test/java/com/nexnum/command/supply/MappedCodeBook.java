package com.nexnum.command.supply;

import com.nexnum.kernel.catalog.CountryCode;
import com.nexnum.kernel.catalog.ServiceCode;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A code book that was written down: one word of the provider for each of ours. */
public final class MappedCodeBook implements CodeBook {

    private final Map<ServiceCode, String> services;
    private final Map<CountryCode, String> countries;
    private final Map<String, ServiceCode> servicesBack;
    private final Map<String, CountryCode> countriesBack;

    /**
     * @throws IllegalStateException when the provider's words are not unique
     */
    public MappedCodeBook(Map<ServiceCode, String> services, Map<CountryCode, String> countries) {
        this.services = Map.copyOf(services);
        this.countries = Map.copyOf(countries);
        this.servicesBack = turned(services);
        this.countriesBack = turned(countries);
    }

    @Override
    public Optional<String> upstream(ServiceCode service) {
        return Optional.ofNullable(services.get(service));
    }

    @Override
    public Optional<String> upstream(CountryCode country) {
        return Optional.ofNullable(countries.get(country));
    }

    @Override
    public Optional<ServiceCode> service(String upstream) {
        return Optional.ofNullable(servicesBack.get(upstream));
    }

    @Override
    public Optional<CountryCode> country(String upstream) {
        return Optional.ofNullable(countriesBack.get(upstream));
    }

    private static <T> Map<String, T> turned(Map<T, String> words) {
        return words.keySet().stream().collect(Collectors.toMap(words::get, Function.identity()));
    }
}
