package com.nexnum.command.supply.providers;

import com.nexnum.command.supply.CodeBook;
import com.nexnum.command.supply.CodeBooks;
import com.nexnum.command.supply.Protocol;
import com.nexnum.command.supply.engine.document.Codes;
import com.nexnum.kernel.catalog.Countries;
import com.nexnum.kernel.catalog.Country;
import com.nexnum.kernel.catalog.CountryCode;
import com.nexnum.kernel.catalog.Service;
import com.nexnum.kernel.catalog.ServiceCode;
import com.nexnum.kernel.catalog.Services;
import com.nexnum.kernel.supply.ProviderSlug;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The words that a document lists itself, and beside them those of the style that it names. */
final class DocumentCodeBook implements CodeBook {

    private final Codes codes;
    private final CodeBook others;
    private final Map<String, String> servicesBack;
    private final Map<String, String> countriesBack;

    private DocumentCodeBook(Codes codes, CodeBook others) {
        this.codes = codes;
        this.others = others;
        this.servicesBack = turned(codes.services());
        this.countriesBack = turned(codes.countries());
    }

    static CodeBook of(ProviderSlug provider, Codes codes, CodeBooks books) {
        var others =
                switch (codes.style()) {
                    case SMS_ACTIVATE -> books.of(provider, Protocol.SMS_ACTIVATE);
                    case FIVE_SIM -> books.of(provider, Protocol.FIVE_SIM);
                    case CANONICAL -> new OurWords();
                    case NONE -> new NoWords();
                };
        return new DocumentCodeBook(codes, others);
    }

    @Override
    public Optional<String> upstream(ServiceCode service) {
        var listed = codes.services().get(service.value());
        return listed == null ? others.upstream(service) : Optional.of(listed.getFirst());
    }

    @Override
    public Optional<String> upstream(CountryCode country) {
        var listed = codes.countries().get(country.value());
        return listed == null ? others.upstream(country) : Optional.of(listed.getFirst());
    }

    @Override
    public Optional<ServiceCode> service(String upstream) {
        var listed = servicesBack.get(upstream);
        return listed == null ? others.service(upstream) : Services.find(listed).map(Service::code);
    }

    @Override
    public Optional<CountryCode> country(String upstream) {
        var listed = countriesBack.get(upstream);
        return listed == null
                ? others.country(upstream)
                : Countries.find(listed).map(Country::code);
    }

    private static Map<String, String> turned(Map<String, List<String>> words) {
        var back = new HashMap<String, String>();
        words.forEach((ours, theirs) -> theirs.forEach(word -> back.put(word, ours)));
        return back;
    }

    private static final class OurWords implements CodeBook {

        @Override
        public Optional<String> upstream(ServiceCode service) {
            return Optional.of(service.value());
        }

        @Override
        public Optional<String> upstream(CountryCode country) {
            return Optional.of(country.value());
        }

        @Override
        public Optional<ServiceCode> service(String upstream) {
            return Services.find(upstream).map(Service::code);
        }

        @Override
        public Optional<CountryCode> country(String upstream) {
            return Countries.find(upstream).map(Country::code);
        }
    }

    private static final class NoWords implements CodeBook {

        @Override
        public Optional<String> upstream(ServiceCode service) {
            return Optional.empty();
        }

        @Override
        public Optional<String> upstream(CountryCode country) {
            return Optional.empty();
        }

        @Override
        public Optional<ServiceCode> service(String upstream) {
            return Optional.empty();
        }

        @Override
        public Optional<CountryCode> country(String upstream) {
            return Optional.empty();
        }
    }
}
