package com.nexnum.command.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexnum.command.activation.ActivationOwners;
import com.nexnum.kernel.activation.ActivationEvent;
import com.nexnum.kernel.activation.ActivationEvent.ActivationFailed;
import com.nexnum.kernel.activation.ActivationEvent.ActivationRequested;
import com.nexnum.kernel.activation.ActivationEvent.NumberAssigned;
import com.nexnum.kernel.activation.ActivationId;
import com.nexnum.kernel.catalog.CountryCode;
import com.nexnum.kernel.catalog.ServiceCode;
import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.privacy.SealedText;
import com.nexnum.kernel.purchase.OrderId;
import com.nexnum.kernel.supply.ProviderSlug;
import com.nexnum.kernel.supply.UpstreamId;
import com.nexnum.platform.database.TestDatabase;
import com.nexnum.platform.web.Problem;
import java.time.Instant;
import java.util.List;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class NumbersBeingBoughtNeedTheirKeyTest {

    private static final CustomerId ANN = new CustomerId("cus_ann001");
    private static final CustomerId BOB = new CustomerId("cus_bob001");
    private static final ActivationId FIRST = new ActivationId("act_000001");
    private static final ActivationId SECOND = new ActivationId("act_000002");
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final ActivationOwners owners =
            new ActivationOwners(JdbcClient.create(TestDatabase.migrated().dataSource()));
    private final AnnotationEventHandlerAdapter handlers =
            new AnnotationEventHandlerAdapter(owners);
    private final NumbersBeingBoughtNeedTheirKey veto = new NumbersBeingBoughtNeedTheirKey(owners);

    @Test
    void refuses_while_a_number_is_being_bought() throws Exception {
        happened(requested(FIRST, ANN));
        assertThat(veto.against(ANN).map(Problem::code)).contains("NUMBERS_STILL_LIVE");
        assertThat(veto.against(ANN).map(Problem::status)).contains(409);
    }

    @Test
    void has_nothing_against_a_customer_who_buys_nothing() throws Exception {
        happened(requested(FIRST, ANN));
        assertThat(veto.against(BOB)).isEmpty();
    }

    @Test
    void has_nothing_against_it_once_the_number_is_there() throws Exception {
        happened(requested(FIRST, ANN));
        happened(assigned(FIRST, ANN));
        assertThat(veto.against(ANN)).isEmpty();
        assertThat(owners.own(ANN, FIRST.value())).contains(FIRST);
    }

    @Test
    void refuses_until_the_last_purchase_failed() throws Exception {
        happened(requested(FIRST, ANN));
        happened(requested(SECOND, ANN));
        happened(new ActivationFailed(FIRST, ANN, "NO_NUMBERS"));
        assertThat(veto.against(ANN)).isPresent();
        happened(new ActivationFailed(SECOND, ANN, "NO_NUMBERS"));
        assertThat(veto.against(ANN)).isEmpty();
    }

    private void happened(ActivationEvent event) throws Exception {
        handlers.handle(GenericEventMessage.asEventMessage(event));
    }

    private static ActivationRequested requested(ActivationId id, CustomerId customer) {
        return new ActivationRequested(
                id,
                customer,
                new ServiceCode("whatsapp"),
                new CountryCode("US"),
                Money.usd("0.50"),
                null,
                List.of(),
                null);
    }

    private static NumberAssigned assigned(ActivationId id, CustomerId customer) {
        return new NumberAssigned(
                id,
                customer,
                OrderId.of(id),
                new ProviderSlug("acme"),
                new UpstreamId("42"),
                new SealedText("c2VhbGVk"),
                Money.usd("0.15"),
                NOON,
                NOON.plusSeconds(1_200));
    }
}
