package com.nexnum.benchmark.engine;

import com.nexnum.command.supply.CodeBook;
import com.nexnum.kernel.catalog.CountryCode;
import com.nexnum.kernel.catalog.ServiceCode;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A provider's words for every country there is and for a hundred services. */
final class Goods implements CodeBook {

    static final int SERVICES = 100;
    static final int COUNTRIES = 200;

    private final Map<String, ServiceCode> services = new HashMap<>();
    private final Map<String, CountryCode> countries = new HashMap<>();
    private final Map<ServiceCode, String> itsServices = new HashMap<>();
    private final Map<CountryCode, String> itsCountries = new HashMap<>();

    Goods() {
        var iso = Locale.getISOCountries();
        for (int n = 0; n < COUNTRIES; n++) {
            var code = new CountryCode(iso[n]);
            countries.put(String.valueOf(n), code);
            itsCountries.put(code, String.valueOf(n));
        }
        for (int n = 0; n < SERVICES; n++) {
            var word = "" + (char) ('a' + n / 26) + (char) ('a' + n % 26);
            var code = new ServiceCode("service" + word);
            services.put(word, code);
            itsServices.put(code, word);
        }
    }

    /** {@code {"0":{"aa":{"cost":0.1234,"count":567},…},…}}: 20,000 rows. */
    String priceList() {
        var text = new StringBuilder("{");
        countries
                .keySet()
                .forEach(country -> {
                    text.append(text.length() == 1 ? "" : ",")
                            .append('"')
                            .append(country)
                            .append("\":{");
                    var first = true;
                    for (var service : services.keySet()) {
                        int some = Math.floorMod((country + service).hashCode(), 9_000) + 1;
                        text.append(first ? "\"" : ",\"")
                                .append(service)
                                .append("\":{\"cost\":0.")
                                .append(1_000 + some)
                                .append(",\"count\":")
                                .append(some)
                                .append(",\"physicalCount\":")
                                .append(some / 2)
                                .append('}');
                        first = false;
                    }
                    text.append('}');
                });
        return text.append('}').toString();
    }

    @Override
    public Optional<String> upstream(ServiceCode service) {
        return Optional.ofNullable(itsServices.get(service));
    }

    @Override
    public Optional<String> upstream(CountryCode country) {
        return Optional.ofNullable(itsCountries.get(country));
    }

    @Override
    public Optional<ServiceCode> service(String upstream) {
        return Optional.ofNullable(services.get(upstream));
    }

    @Override
    public Optional<CountryCode> country(String upstream) {
        return Optional.ofNullable(countries.get(upstream));
    }
}
