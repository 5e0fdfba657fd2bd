package com.nexnum.command.supply.engine;

import com.nexnum.command.supply.BuyAnswer.Refused;
import com.nexnum.command.supply.CodeBook;
import com.nexnum.command.supply.engine.document.Operation;
import com.nexnum.command.supply.engine.document.ProviderDocument;
import com.nexnum.kernel.catalog.CountryCode;
import com.nexnum.kernel.catalog.ServiceCode;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the provider calls things. Where its document says how to list its services or countries,
 * their own ids are learned from there, and the code book only has to know their names.
 */
final class Words implements CodeBook {

    private final CodeBook written;
    private final @Nullable LearnedWords services;
    private final @Nullable LearnedWords countries;

    private Words(
            CodeBook written, @Nullable LearnedWords services, @Nullable LearnedWords countries) {
        this.written = written;
        this.services = services;
        this.countries = countries;
    }

    static Words of(ProviderDocument document, Exchange exchange, CodeBook written, Clock clock) {
        return new Words(
                written,
                learned(
                        Operation.SERVICES,
                        document,
                        exchange,
                        clock,
                        name -> written.service(name).map(ServiceCode::value)),
                learned(
                        Operation.COUNTRIES,
                        document,
                        exchange,
                        clock,
                        name -> written.country(name).map(CountryCode::value)));
    }

    private static @Nullable LearnedWords learned(
            Operation list,
            ProviderDocument document,
            Exchange exchange,
            Clock clock,
            Function<String, Optional<String>> names) {
        var endpoint = document.endpoint(list);
        return endpoint == null ? null : new LearnedWords(endpoint, exchange, clock, names);
    }

    /** Why the provider's words are not known now; null when they are. */
    @Nullable Refused trouble() {
        var trouble = services == null ? null : services.trouble();
        return trouble == null && countries != null ? countries.trouble() : trouble;
    }

    @Override
    public Optional<String> upstream(ServiceCode service) {
        return services == null ? written.upstream(service) : services.word(service.value());
    }

    @Override
    public Optional<String> upstream(CountryCode country) {
        return countries == null ? written.upstream(country) : countries.word(country.value());
    }

    @Override
    public Optional<ServiceCode> service(String upstream) {
        return services == null
                ? written.service(upstream)
                : services.code(upstream).map(ServiceCode::new);
    }

    @Override
    public Optional<CountryCode> country(String upstream) {
        return countries == null
                ? written.country(upstream)
                : countries.code(upstream).map(CountryCode::new);
    }
}
