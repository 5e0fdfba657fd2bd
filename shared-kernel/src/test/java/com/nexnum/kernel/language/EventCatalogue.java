package com.nexnum.kernel.language;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** The page that lists every event, made from the classes. */
final class EventCatalogue {

    /** Who writes a vocabulary and who reads it. */
    private record Flow(String writtenBy, String readBy) {}

    private static final Map<String, Flow> FLOWS =
            Map.of(
                    "activation",
                    new Flow(
                            "the aggregate `Activation`",
                            "`PurchaseSaga`, `RentalAgenda`, `ActivationOwners`, requests that wait; `activenumbers`, `activations`, `feed`"),
                    "adjustment",
                    new Flow("the aggregate `Adjustment`", "`AdjustmentRecords`"),
                    "catalog",
                    new Flow("`SyncPrices`", "`pricing`"),
                    "identity",
                    new Flow(
                            "sign-up and administration",
                            "on an erasure `activenumbers`, `activations`, `feed` drop what is readable; the others are for the record"),
                    "offer",
                    new Flow("the aggregate `Offer`", "`ReservationTimers`"),
                    "purchase",
                    new Flow("the aggregate `Order`", "`PurchaseSaga`, `SupplyAgenda`; `orders`"),
                    "wallet",
                    new Flow("the aggregate `Wallet`", "`balance`, `ledger`, `feed`"));

    static String page() {
        return """
        # The events

        Generated from the classes by `EventCatalogueDocTest`; do not edit. After a change run
        `mvn -pl shared-kernel test -Dtest=EventCatalogueDocTest -Dnexnum.write-docs=true`.

        A stored name and a revision are for ever. The JSON of each revision stands in
        `shared-kernel/src/test/resources/contracts/<capability>/<Event>.r<revision>.json`. A field
        marked `?` may be absent. Ids are plain strings, money is `{"currency","micros"}` (millionths
        of the unit), instants are ISO-8601 in UTC, sealed texts open only with their customer's key.

        | capability | written by | read by |
        |---|---|---|
        """
                + FLOWS.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(flow ->
                                row(
                                        flow.getKey(),
                                        flow.getValue().writtenBy(),
                                        flow.getValue().readBy()))
                        .collect(Collectors.joining())
                + Language.VOCABULARIES.stream()
                        .map(EventCatalogue::section)
                        .collect(Collectors.joining());
    }

    private static String section(Class<?> vocabulary) {
        var capability = vocabulary.getPackageName().replaceFirst(".*\\.", "");
        return "\n## "
                + capability
                + "\n\n| stored name | revision | class | fields |\n|---|---|---|---|\n"
                + Arrays.stream(vocabulary.getPermittedSubclasses())
                        .map(EventCatalogue::event)
                        .collect(Collectors.joining());
    }

    private static String event(Class<?> event) {
        return row(
                "`" + EventSerializer.nameOf(event) + "`",
                event.getAnnotation(Revision.class).value(),
                "`" + event.getSimpleName() + "`",
                Arrays.stream(event.getRecordComponents())
                        .map(EventCatalogue::field)
                        .collect(Collectors.joining(", ")));
    }

    private static String field(RecordComponent field) {
        var absent = field.getAnnotatedType().isAnnotationPresent(Nullable.class) ? "?" : "";
        return "`" + field.getName() + absent + "` " + name(field.getGenericType());
    }

    private static String name(Type type) {
        return switch (type) {
            case Class<?> plain -> plain.getSimpleName();
            case ParameterizedType generic ->
                    name(generic.getRawType())
                            + " of "
                            + Arrays.stream(generic.getActualTypeArguments())
                                    .map(EventCatalogue::name)
                                    .collect(Collectors.joining(", "));
            default -> type.getTypeName();
        };
    }

    private static String row(String... cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }

    private EventCatalogue() {}
}
