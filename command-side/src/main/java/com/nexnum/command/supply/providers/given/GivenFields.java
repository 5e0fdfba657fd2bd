package com.nexnum.command.supply.providers.given;

import com.nexnum.command.supply.engine.document.Operation;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What others call the parts of an answer. */
final class GivenFields {

    private static final Map<String, String> NAMES =
            Map.ofEntries(
                    Map.entry("activationid", "id"),
                    Map.entry("id", "id"),
                    Map.entry("orderid", "id"),
                    Map.entry("requestid", "id"),
                    Map.entry("tzid", "id"),
                    Map.entry("phonenumber", "phone"),
                    Map.entry("phone", "phone"),
                    Map.entry("number", "phone"),
                    Map.entry("price", "cost"),
                    Map.entry("cost", "cost"),
                    Map.entry("activationcost", "cost"),
                    Map.entry("currency", "currency"),
                    Map.entry("expiresat", "expiresAt"),
                    Map.entry("expires", "expiresAt"),
                    Map.entry("secondsleft", "secondsLeft"),
                    Map.entry("status", "state"),
                    Map.entry("state", "state"),
                    Map.entry("code", "code"),
                    Map.entry("smscode", "code"),
                    Map.entry("otp", "code"),
                    Map.entry("text", "text"),
                    Map.entry("smstext", "text"),
                    Map.entry("message", "text"),
                    Map.entry("fullsms", "text"),
                    Map.entry("sms", "text"),
                    Map.entry("smsid", "smsId"),
                    Map.entry("balance", "amount"),
                    Map.entry("amount", "amount"),
                    Map.entry("value", "amount"),
                    Map.entry("country", "country"),
                    Map.entry("countrycode", "country"),
                    Map.entry("countryid", "country"),
                    Map.entry("service", "service"),
                    Map.entry("servicecode", "service"),
                    Map.entry("serviceid", "service"),
                    Map.entry("product", "service"),
                    Map.entry("count", "count"),
                    Map.entry("stock", "count"),
                    Map.entry("quantity", "count"),
                    Map.entry("qty", "count"),
                    Map.entry("available", "count"),
                    Map.entry("createdat", "boughtAt"),
                    Map.entry("activationtime", "boughtAt"),
                    Map.entry("reference", "reference"),
                    Map.entry("success", "success"),
                    Map.entry("ok", "success"),
                    Map.entry("result", "success"),
                    Map.entry("operator", "operator"));

    /** Names that are used for our side only. */
    private static final Set<String> SURELY_OURS =
            Set.of(
                    "activationid",
                    "phonenumber",
                    "phone",
                    "price",
                    "cost",
                    "status",
                    "code",
                    "text",
                    "smscode",
                    "smstext",
                    "balance",
                    "country",
                    "service",
                    "count",
                    "stock");

    private GivenFields() {}

    /** Ours; null when nobody calls a part so. */
    static @Nullable String name(String given) {
        return NAMES.get(plain(given));
    }

    static boolean isSurelyOurs(String given) {
        return SURELY_OURS.contains(plain(given));
    }

    /** What this operation makes use of. */
    static Set<String> usedBy(Operation operation) {
        return switch (operation) {
            case BUY ->
                    Set.of(
                            "id",
                            "phone",
                            "cost",
                            "currency",
                            "expiresAt",
                            "secondsLeft",
                            "success");
            case SMS -> Set.of("state", "code", "text", "smsId", "success");
            case CANCEL, COMPLETE, NEXT_SMS -> Set.of("state", "success");
            case ACTIVE ->
                    Set.of(
                            "id",
                            "phone",
                            "service",
                            "country",
                            "cost",
                            "currency",
                            "boughtAt",
                            "reference",
                            "success");
            case PRICES -> Set.of("service", "country", "cost", "count", "success");
            case BALANCE -> Set.of("amount", "currency", "success");
            case QUOTE -> Set.of("cost", "currency", "count", "success");
            case SERVICES, COUNTRIES -> Set.of("word", "name", "success");
        };
    }

    private static String plain(String name) {
        return name.replaceAll("[_-]", "").toLowerCase(Locale.ROOT);
    }
}
