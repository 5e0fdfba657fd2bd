package com.nexnum.command.supply.providers;

import com.nexnum.command.supply.engine.document.DocumentCheck;
import com.nexnum.command.supply.engine.document.DocumentMistake;
import com.nexnum.command.supply.engine.document.DocumentMistakes;
import com.nexnum.command.supply.engine.document.Operation;
import com.nexnum.command.supply.engine.document.ProviderDocument;
import com.nexnum.command.supply.http.Tariff;
import com.nexnum.command.supply.http.UpstreamSettings.Terms;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Whether a provider can be used as it is configured. */
final class ConfigurationCheck {

    /** Where mistakes stand that are told of the document as it was given. */
    static final String GIVEN = "/given";

    private ConfigurationCheck() {}

    /**
     * @param secrets of the provider, which must not stand in the configuration
     * @throws DocumentMistakes with pointers into {@code {"document":…,"policy":…}}
     */
    static ProviderDocument checked(Configuration configuration, Collection<String> secrets) {
        var mistakes = new ArrayList<DocumentMistake>();
        mistakes.addAll(PolicySchema.mistakesIn(configuration.policy()));
        mistakes.addAll(inDocument(LiteralSecrets.in(configuration.document(), secrets)));
        var given = configuration.given();
        if (given != null) {
            LiteralSecrets.in(given, secrets)
                    .forEach(it ->
                            mistakes.add(new DocumentMistake(GIVEN + it.pointer(), it.reason())));
        }
        if (!mistakes.isEmpty()) {
            throw new DocumentMistakes(mistakes);
        }
        var document = compiled(configuration);
        mistakes.addAll(uses(document));
        if (!mistakes.isEmpty()) {
            throw new DocumentMistakes(placed(mistakes, configuration));
        }
        return document;
    }

    private static ProviderDocument compiled(Configuration configuration) {
        try {
            return DocumentCheck.checked(configuration.effective());
        } catch (DocumentMistakes e) {
            throw new DocumentMistakes(placed(e.all(), configuration));
        }
    }

    private static List<DocumentMistake> uses(ProviderDocument document) {
        var mistakes = new ArrayList<DocumentMistake>();
        var money = document.money();
        if (document.endpoint(Operation.PRICES) == null) {
            mistakes.add(
                    new DocumentMistake(
                            "/endpoints",
                            "'prices' is missing: what has no price list is never offered"));
        }
        expect(
                mistakes,
                "/money/usdPerUnit",
                () -> {
                    var tariff = new Tariff(money.currency(), money.usdPerUnit());
                    if (!tariff.currency().equals("USD")
                            && tariff.equals(
                                    new Tariff(money.currency(), Tariff.DOLLARS.usdPerUnit()))) {
                        throw new IllegalArgumentException(
                                "what one " + money.currency() + " costs in US dollars is missing");
                    }
                });
        var terms = document.terms();
        expect(
                mistakes,
                "/terms/minCancelAge",
                () -> {
                    var _ = new Terms(terms.minCancelAge(), terms.lifetime(), terms.zone());
                });
        if (!document.pace().timeout().isPositive()) {
            mistakes.add(new DocumentMistake("/pace/timeout", "it must be above zero"));
        }
        return mistakes;
    }

    private static void expect(List<DocumentMistake> mistakes, String pointer, Runnable holds) {
        try {
            holds.run();
        } catch (IllegalArgumentException e) {
            mistakes.add(new DocumentMistake(pointer, String.valueOf(e.getMessage())));
        }
    }

    /** A mistake in what the policy says is told there. */
    private static List<DocumentMistake> placed(
            List<DocumentMistake> mistakes, Configuration configuration) {
        return mistakes.stream()
                .map(it -> {
                    for (var place : Configuration.PLACES.entrySet()) {
                        var pointer = "/" + String.join("/", place.getValue());
                        if (it.pointer().equals(pointer)
                                && configuration.policy().has(place.getKey())) {
                            return new DocumentMistake("/policy/" + place.getKey(), it.reason());
                        }
                    }
                    return new DocumentMistake("/document" + it.pointer(), it.reason());
                })
                .toList();
    }

    private static List<DocumentMistake> inDocument(List<DocumentMistake> mistakes) {
        return mistakes.stream()
                .map(it -> new DocumentMistake("/document" + it.pointer(), it.reason()))
                .toList();
    }
}
