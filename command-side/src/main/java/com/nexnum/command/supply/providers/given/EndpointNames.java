package com.nexnum.command.supply.providers.given;

import com.nexnum.command.supply.engine.document.Operation;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What others call the things that can be asked of a provider. */
public final class EndpointNames {

    /** Lists that are not read: what there is, is the catalogue's, and its names are in codes. */
    static final Set<String> UNUSED = Set.of("getcountrieslist", "getserviceslist");

    /** One for several operations, by a status in its parameters. */
    static final String SET_STATUS = "setstatus";

    private static final Map<String, Operation> NAMES = new HashMap<>();

    static {
        named(Operation.BUY, "buy", "getNumber", "getNumberV2", "purchase", "buyNumber");
        named(Operation.SMS, "sms", "getStatus", "getStatusV2", "getSms", "checkSms", "check");
        named(Operation.CANCEL, "cancel", "setCancel", "cancelNumber", "cancelActivation");
        named(
                Operation.COMPLETE,
                "complete",
                "setComplete",
                "finish",
                "completeActivation",
                "finishActivation");
        named(Operation.NEXT_SMS, "nextSms", "setResendCode", "resend", "resendCode", "retry");
        named(Operation.ACTIVE, "active", "getActiveActivations", "getActive", "activations");
        named(Operation.PRICES, "prices", "getPrices", "getPricesV2", "getPricesV3");
        named(Operation.BALANCE, "balance", "getBalance");
    }

    private EndpointNames() {}

    private static void named(Operation operation, String... names) {
        for (var name : names) {
            NAMES.put(name.toLowerCase(Locale.ROOT), operation);
        }
    }

    /** Null when nobody calls anything so. */
    public static @Nullable Operation operation(String name) {
        return NAMES.get(name.toLowerCase(Locale.ROOT));
    }

    /** Our own names, for people. */
    public static List<String> ours() {
        return Stream.of(Operation.values()).map(Operation::word).toList();
    }

    /** The usual names of the other forms, for people. */
    static String usual() {
        return Stream.of(
                        "getNumber",
                        "getStatus",
                        "setStatus",
                        "setResendCode",
                        "setComplete",
                        "setCancel",
                        "getBalance",
                        "getPrices",
                        "getActiveActivations")
                .collect(Collectors.joining(", "));
    }
}
