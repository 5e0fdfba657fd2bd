package com.nexnum.command.supply.sandbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/** All that the market has to sell. */
final class Shelves {

    private final Map<String, Shelf> shelves = new LinkedHashMap<>();

    Shelves(RandomGenerator random) {
        for (var country : SandboxCountry.ALL) {
            for (var service : SandboxService.ALL) {
                long micros = (long) service.cents() * country.percent() * 100;
                var shelf = new Shelf(service, country, micros, random.nextInt(40, 4_000));
                shelves.put(key(service.slug(), country.iso()), shelf);
            }
        }
    }

    Shelf of(SandboxService service, SandboxCountry country) {
        return of(service.slug(), country.iso());
    }

    List<Shelf> all() {
        return List.copyOf(shelves.values());
    }

    /**
     * By our codes: {@code ("whatsapp", "US")}.
     *
     * @throws IllegalArgumentException when nothing of that kind is sold here
     */
    void change(String service, String country, UnaryOperator<Shelf> how) {
        shelves.put(key(service, country), how.apply(of(service, country)));
    }

    private Shelf of(String service, String country) {
        return Optional.ofNullable(shelves.get(key(service, country)))
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "The sandbox sells no " + service + " in " + country));
    }

    private static String key(String service, String country) {
        return service + "/" + country;
    }
}
