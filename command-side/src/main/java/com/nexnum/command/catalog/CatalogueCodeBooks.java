package com.nexnum.command.catalog;

import com.nexnum.command.supply.CodeBook;
import com.nexnum.command.supply.CodeBooks;
import com.nexnum.command.supply.Protocol;
import com.nexnum.kernel.catalog.Countries;
import com.nexnum.kernel.catalog.Country;
import com.nexnum.kernel.catalog.CountryCode;
import com.nexnum.kernel.catalog.Service;
import com.nexnum.kernel.catalog.ServiceCode;
import com.nexnum.kernel.catalog.Services;
import com.nexnum.kernel.supply.ProviderSlug;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What providers call our services and countries, by the protocol that they speak. */
@Component
final class CatalogueCodeBooks implements CodeBooks {

    @Override
    public CodeBook of(ProviderSlug provider, Protocol protocol) {
        return switch (protocol) {
            case SMS_ACTIVATE -> new SmsActivateWords();
            case FIVE_SIM -> new FiveSimWords();
        };
    }

    private static final class SmsActivateWords implements CodeBook {

        @Override
        public Optional<String> upstream(ServiceCode service) {
            return Services.find(service.value()).map(Service::smsActivate);
        }

        @Override
        public Optional<String> upstream(CountryCode country) {
            return Countries.find(country.value()).map(Country::smsActivateId);
        }

        @Override
        public Optional<ServiceCode> service(String upstream) {
            return Services.ofSmsActivate(upstream).map(Service::code);
        }

        @Override
        public Optional<CountryCode> country(String upstream) {
            return Countries.ofSmsActivate(upstream).map(Country::code);
        }
    }

    private static final class FiveSimWords implements CodeBook {

        @Override
        public Optional<String> upstream(ServiceCode service) {
            return Services.find(service.value()).map(Service::fiveSim);
        }

        @Override
        public Optional<String> upstream(CountryCode country) {
            return Countries.find(country.value()).map(Country::fiveSim);
        }

        @Override
        public Optional<ServiceCode> service(String upstream) {
            return Services.ofFiveSim(upstream).map(Service::code);
        }

        @Override
        public Optional<CountryCode> country(String upstream) {
            return Countries.ofFiveSim(upstream).map(Country::code);
        }
    }
}
