package com.nexnum.kernel.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nexnum.kernel.activation.ActivationEvent.ActivationRequested;
import com.nexnum.kernel.activation.ActivationId;
import com.nexnum.kernel.catalog.CountryCode;
import com.nexnum.kernel.catalog.ServiceCode;
import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.kernel.language.EventSerializer;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.routing.RouteDecision.Considered;
import com.nexnum.kernel.routing.RouteDecision.Merits;
import com.nexnum.kernel.supply.ProviderSlug;
import java.util.List;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The stored shape of a decision is for ever, like that of the event that holds it. */
class RouteDecisionTest {

    private static final String STORED =
            """
            {"activationId":"act_000001","country":"US","customerId":"cus_000001",\
            "decision":{"considered":[\
            {"cost":{"currency":"USD","micros":100000},\
            "merits":{"answerMillis":350,"drawn":912000,"evidence":212,"expected":890000,\
            "priority":100,"score":4310000,"smsSeconds":14,"weight":100},\
            "place":1,"price":{"currency":"USD","micros":120000},"provider":"acme","stock":120},\
            {"cost":{"currency":"USD","micros":100000},\
            "merits":{"answerMillis":350,"drawn":912000,"evidence":212,"expected":890000,\
            "priority":100,"score":4310000,"smsSeconds":14,"weight":100},\
            "price":{"currency":"USD","micros":120000},"provider":"zeta","skipped":"OUT_OF_STOCK",\
            "stock":0}],\
            "seed":42,"sort":"BALANCED"},\
            "maxPrice":{"currency":"USD","micros":500000},"route":[],"service":"whatsapp"}\
            """;

    private final EventSerializer serializer = EventSerializer.create();

    @Test
    void is_stored_in_one_shape_and_reads_as_it_was() {
        assertThat(serializer.serialize(request(), String.class).getData()).isEqualTo(STORED);
        assertThat(read(STORED)).isEqualTo(request());
    }

    @Test
    void a_decision_that_lost_a_part_is_a_corrupt_past() {
        assertThatThrownBy(() -> read(STORED.replace("\"seed\":42,", "")))
                .isInstanceOf(SerializationException.class);
        assertThatThrownBy(() -> read(STORED.replace("\"drawn\":912000,", "")))
                .isInstanceOf(SerializationException.class);
    }

    @Test
    void whoever_does_not_need_it_remembers_the_request_without_it() {
        assertThat(request().withoutDecision().decision()).isNull();
        assertThat(request().withoutDecision())
                .usingRecursiveComparison()
                .ignoringFields("decision")
                .isEqualTo(request());
    }

    private Object read(String json) {
        return serializer.deserialize(
                new SimpleSerializedObject<>(
                        json, String.class, serializer.typeForClass(ActivationRequested.class)));
    }

    private static ActivationRequested request() {
        return new ActivationRequested(
                new ActivationId("act_000001"),
                new CustomerId("cus_000001"),
                new ServiceCode("whatsapp"),
                new CountryCode("US"),
                Money.usd("0.50"),
                null,
                List.of(),
                new RouteDecision(
                        RouteSort.BALANCED,
                        42,
                        List.of(
                                considered("acme", 120, 1, null),
                                considered("zeta", 0, null, "OUT_OF_STOCK"))));
    }

    private static Considered considered(
            String provider, int stock, @Nullable Integer place, @Nullable String skipped) {
        return new Considered(
                new ProviderSlug(provider),
                Money.usd("0.12"),
                Money.usd("0.10"),
                stock,
                place,
                skipped,
                new Merits(4_310_000, 912_000, 890_000, 212, 14, 350, 100, 100));
    }
}
