package com.nexnum.command.supply.providers.given;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** What a provider counts in, and how we use it. */
final class GivenMoney {

    private static final Set<String> FOR_PEOPLE =
            Set.of("slug", "displayName", "description", "balance", "normalizationMode");

    private GivenMoney() {}

    static void write(ObjectNode given, ObjectNode document, ObjectNode policy, Findings findings) {
        var money = document.putObject("money");
        findings.origin("/money", "/currency");
        money.put("currency", given.path("currency").asString("USD"));
        rate(given, money, findings);
        for (var name : new String[] {"priority", "weight"}) {
            if (given.has(name)) {
                policy.set(name, given.get(name));
            }
        }
        if (given.has("lowBalanceAlert")) {
            policy.put("lowBalanceAlert", given.get("lowBalanceAlert").asString());
        }
        neutral(given, "priceMultiplier", BigDecimal.ONE, findings);
        neutral(given, "fixedMarkup", BigDecimal.ZERO, findings);
        neutral(given, "syncBufferPercent", BigDecimal.ZERO, findings);
        FOR_PEOPLE.stream()
                .filter(given::has)
                .sorted()
                .forEach(name -> findings.note("/" + name, "this has no use here"));
    }

    /** Theirs is how many units a dollar buys, ours what a unit costs in dollars. */
    private static void rate(ObjectNode given, ObjectNode money, Findings findings) {
        findings.origin("/money/usdPerUnit", "/normalizationRate");
        var text = given.path("normalizationRate").asString("");
        if (text.isEmpty()) {
            return;
        }
        try {
            var rate = new BigDecimal(text);
            if (rate.signum() <= 0) {
                throw new NumberFormatException("not above zero");
            }
            var inverse = BigDecimal.ONE.divide(rate, 12, RoundingMode.UP).stripTrailingZeros();
            money.put("usdPerUnit", inverse.toPlainString());
        } catch (NumberFormatException _) {
            findings.mistake("/normalizationRate", "it is a number above zero: units for a dollar");
        }
    }

    /** Prices for customers are made in one place for all providers. */
    private static void neutral(
            ObjectNode given, String name, BigDecimal harmless, Findings findings) {
        var text = given.path(name).asString("");
        try {
            if (!text.isEmpty() && new BigDecimal(text).compareTo(harmless) != 0) {
                findings.mistake(
                        "/" + name,
                        "this cannot be said for one provider: nexnum.catalog.markup-percent is for"
                                + " all");
            }
        } catch (NumberFormatException _) {
            findings.mistake("/" + name, "it is a number");
        }
    }
}
