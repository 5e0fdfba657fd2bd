package com.nexnum.command.supply.sandbox;

import com.nexnum.kernel.phone.E164;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/**
 * A country that the sandbox sells numbers of.
 *
 * @param iso ISO 3166-1 alpha-2
 * @param id as SMS-Activate calls it
 * @param slug as 5sim calls it
 * @param prefix the calling code
 * @param mobiles the national part of its mobile numbers; {@code #} is any digit
 * @param percent what a number costs here, in percent of the service's price
 */
public record SandboxCountry(
        String iso,
        String id,
        String slug,
        String name,
        String prefix,
        String mobiles,
        int percent) {

    public static final List<SandboxCountry> ALL =
            List.of(
                    new SandboxCountry("US", "187", "usa", "USA", "1", "202555####", 140),
                    new SandboxCountry(
                            "GB", "16", "england", "United Kingdom", "44", "7400######", 110),
                    new SandboxCountry("CA", "36", "canada", "Canada", "1", "506234####", 100),
                    new SandboxCountry("DE", "43", "germany", "Germany", "49", "1512#######", 180),
                    new SandboxCountry("FR", "78", "france", "France", "33", "6120#####", 150),
                    new SandboxCountry("ES", "56", "spain", "Spain", "34", "6120#####", 130),
                    new SandboxCountry(
                            "NL", "48", "netherlands", "Netherlands", "31", "6120#####", 120),
                    new SandboxCountry("PL", "15", "poland", "Poland", "48", "5120#####", 70),
                    new SandboxCountry("SE", "46", "sweden", "Sweden", "46", "70123####", 160),
                    new SandboxCountry("UA", "1", "ukraine", "Ukraine", "380", "50123####", 60),
                    new SandboxCountry(
                            "KZ", "2", "kazakhstan", "Kazakhstan", "7", "7710######", 90),
                    new SandboxCountry("IN", "22", "india", "India", "91", "81234#####", 35),
                    new SandboxCountry(
                            "ID", "6", "indonesia", "Indonesia", "62", "8123456####", 30),
                    new SandboxCountry(
                            "PH", "4", "philippines", "Philippines", "63", "9051######", 40),
                    new SandboxCountry("BR", "73", "brazil", "Brazil", "55", "1196123####", 45));

    E164 number(RandomGenerator random) {
        var digits = new StringBuilder(prefix);
        mobiles.chars()
                .forEach(c ->
                        digits.append(c == '#' ? (char) ('0' + random.nextInt(10)) : (char) c));
        return E164.ofDigits(digits.toString());
    }

    public static Optional<SandboxCountry> first(Predicate<SandboxCountry> wanted) {
        return ALL.stream().filter(wanted).findFirst();
    }
}
