package com.nexnum.kernel.language;

import static com.nexnum.kernel.money.Money.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nexnum.kernel.activation.ActivationEvent.ActivationRequested;
import com.nexnum.kernel.activation.ActivationEvent.SmsReceived;
import com.nexnum.kernel.activation.ActivationId;
import com.nexnum.kernel.catalog.CountryCode;
import com.nexnum.kernel.catalog.ServiceCode;
import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.wallet.OperationId;
import com.nexnum.kernel.wallet.WalletEvent.FundsDeposited;
import com.nexnum.kernel.wallet.WalletId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.Test;

class EventSerializerTest {

    private final EventSerializer serializer = EventSerializer.create();
    private final FundsDeposited deposit =
            new FundsDeposited(
                    WalletId.of(new CustomerId("cus_000001")),
                    new OperationId("deposit-1"),
                    usd("10.00"),
                    "sandbox");

    @Test
    void stores_the_durable_name_and_the_revision_not_the_class() {
        var type = serializer.serialize(deposit, String.class).getType();
        assertThat(type.getName()).isEqualTo("wallet.funds-deposited");
        assertThat(type.getRevision()).isEqualTo("1");
        assertThat(serializer.classForType(type)).isEqualTo(FundsDeposited.class);
    }

    @Test
    void writes_text_in_alphabetical_order_without_white_space() {
        var stored = serializer.serialize(deposit, String.class);
        assertThat(stored.getContentType()).isEqualTo(String.class);
        assertThat(stored.getData())
                .isEqualTo(
                        "{\"amount\":{\"currency\":\"USD\",\"micros\":10000000},\"gateway\":\"sandbox\","
                                + "\"operationId\":\"deposit-1\",\"walletId\":\"wallet-cus_000001\"}");
    }

    @Test
    void writes_the_same_bytes_whatever_form_the_store_asks_for() {
        assertThat(
                        new String(
                                serializer.serialize(deposit, byte[].class).getData(),
                                StandardCharsets.UTF_8))
                .isEqualTo(serializer.serialize(deposit, String.class).getData());
    }

    @Test
    void writes_instants_in_iso_form_and_reads_them_exactly() {
        var sample =
                EventSamples.all().filter(SmsReceived.class::isInstance).findFirst().orElseThrow();
        var stored = serializer.serialize(sample, String.class);
        assertThat(stored.getData()).contains("\"receivedAt\":\"2026-03-01T12:30:45.123456Z\"");
        assertThat(serializer.<String, Object>deserialize(stored)).isEqualTo(sample);
    }

    @Test
    void leaves_absent_parts_out() {
        var request =
                new ActivationRequested(
                        new ActivationId("act_000001"),
                        new CustomerId("cus_000001"),
                        new ServiceCode("whatsapp"),
                        new CountryCode("US"),
                        Money.usd("0.50"),
                        null,
                        List.of(),
                        null);
        var stored = serializer.serialize(request, String.class);
        assertThat(stored.getData())
                .isEqualTo(
                        """
                        {"activationId":"act_000001","country":"US","customerId":"cus_000001","maxPrice":{"currency":"USD","micros":500000},"route":[],"service":"whatsapp"}\
                        """);
        assertThat(serializer.<String, Object>deserialize(stored)).isEqualTo(request);
    }

    @Test
    void carries_meta_data_there_and_back() {
        var meta = MetaData.from(Map.of("requestId", "r-1", "causationId", "c-1", "at", "a-1"));
        var stored = serializer.serialize(meta, String.class);
        assertThat(stored.getData())
                .isEqualTo("{\"at\":\"a-1\",\"causationId\":\"c-1\",\"requestId\":\"r-1\"}");
        assertThat(serializer.<String, Object>deserialize(stored)).isEqualTo(meta);
    }

    @Test
    void refuses_a_name_that_no_event_has() {
        assertThatThrownBy(() -> serializer.deserialize(stored("wallet.gone", "1", "{}")))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("No event is called wallet.gone");
    }

    @Test
    void refuses_a_revision_that_is_not_todays() {
        assertThatThrownBy(
                        () -> serializer.deserialize(stored("wallet.funds-deposited", "99", "{}")))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("Revision 99 of wallet.funds-deposited");
    }

    @Test
    void refuses_a_payload_that_is_not_json_or_has_garbage_in_it() {
        var garbage =
                "{\"amount\":{\"currency\":\"USD\",\"micros\":-5},\"gateway\":\"g\",\"operationId\":\"o\",\"walletId\":\"wallet-cus_000001\"}";
        assertThatThrownBy(() -> serializer.deserialize(stored("wallet.funds-deposited", "1", "{")))
                .isInstanceOf(SerializationException.class);
        assertThatThrownBy(() ->
                        serializer.deserialize(stored("wallet.funds-deposited", "1", garbage)))
                .isInstanceOf(SerializationException.class);
    }

    private static SimpleSerializedObject<String> stored(
            String name, String revision, String json) {
        return new SimpleSerializedObject<>(json, String.class, name, revision);
    }
}
