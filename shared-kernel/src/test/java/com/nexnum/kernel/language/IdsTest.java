package com.nexnum.kernel.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nexnum.kernel.activation.ActivationId;
import com.nexnum.kernel.activation.SmsId;
import com.nexnum.kernel.catalog.CountryCode;
import com.nexnum.kernel.catalog.ServiceCode;
import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.kernel.offer.OfferId;
import com.nexnum.kernel.offer.ReservationId;
import com.nexnum.kernel.phone.E164;
import com.nexnum.kernel.privacy.SealedText;
import com.nexnum.kernel.purchase.OrderId;
import com.nexnum.kernel.supply.ProviderSlug;
import com.nexnum.kernel.supply.UpstreamId;
import com.nexnum.kernel.wallet.HoldId;
import com.nexnum.kernel.wallet.OperationId;
import com.nexnum.kernel.wallet.WalletId;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** Every value that is one string: in its form it is accepted, in any other refused. */
class IdsTest {

    /** One kind of id: how it is made, a text that it takes, texts that it refuses. */
    record Kind(Function<String, Record> make, String good, List<String> bad) {
        @Override
        public String toString() {
            return make.apply(good).getClass().getSimpleName();
        }
    }

    static Stream<Kind> kinds() {
        return Stream.of(
                kind(CustomerId::new, "cus_01jd8k3v7m", "cus_", "cus_12345", "CUS_123456"),
                kind(WalletId::new, "wallet-cus_01jd8k3v7m", "wallet-", "cus_01jd8k3v7m"),
                kind(HoldId::new, "hold_01jd8k-A_b", "hold_", "01jd8k", "hold_" + "x".repeat(49)),
                kind(OperationId::new, "deposit:1.a-B_2", "x".repeat(97), "a b", "a/b"),
                kind(ActivationId::new, "act_01jd8k3v7m", "act_12345", "act_ABCDEF"),
                kind(SmsId::new, "sms_1", "sms_", "1"),
                kind(OrderId::new, "ord_01jd8k3v7m", "ord_1", "act_01jd8k3v7m"),
                kind(OfferId::new, "offer-sandbox-whatsapp-US", "offer-sandbox-whatsapp-us"),
                kind(ReservationId::new, "rsv_01jd8k3v7m_1", "rsv_", "rsv_a.b"),
                kind(ServiceCode::new, "whatsapp", "WhatsApp", "x".repeat(21)),
                kind(CountryCode::new, "US", "us", "USA", "U"),
                kind(ProviderSlug::new, "5sim", "5SIM", "x".repeat(25)),
                kind(UpstreamId::new, "635468021/a", "x".repeat(129), "ключ"),
                kind(E164::new, "+12025550123", "12025550123"),
                kind(SealedText::new, "AQ3f_-x", "AQ==", "a+b"));
    }

    private static Kind kind(Function<String, Record> make, String good, String... bad) {
        var garbage = Stream.of("", " ", good + " ", good + "\n", good + "\0", "' or 1=1 --");
        return new Kind(make, good, Stream.concat(garbage, Stream.of(bad)).toList());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void takes_its_form(Kind kind) {
        assertThat(kind.make().apply(kind.good())).isEqualTo(kind.make().apply(kind.good()));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void refuses_garbage_and_says_what_it_is_not(Kind kind) {
        assertThat(kind.bad())
                .allSatisfy(text ->
                        assertThatThrownBy(() -> kind.make().apply(text))
                                .isInstanceOf(IllegalArgumentException.class)
                                .hasMessageStartingWith("Not a "));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void is_a_plain_string_in_json_there_and_back(Kind kind) {
        var id = kind.make().apply(kind.good());
        var json = JsonMapper.shared().writeValueAsString(id);
        assertThat(json).isEqualTo("\"" + kind.good() + "\"");
        assertThat((Record) JsonMapper.shared().readValue(json, id.getClass())).isEqualTo(id);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void refuses_garbage_in_json(Kind kind) {
        var type = kind.make().apply(kind.good()).getClass();
        assertThatThrownBy(() -> JsonMapper.shared().readValue("\"' or 1=1 --\"", type))
                .isInstanceOf(tools.jackson.core.JacksonException.class);
    }

    @Test
    void a_refusal_does_not_repeat_a_long_text() {
        assertThatThrownBy(() -> new CustomerId("x".repeat(100_000)))
                .message()
                .hasSizeLessThan(150);
    }

    @Test
    void what_serves_one_activation_is_derived_from_it() {
        var order = OrderId.of(new ActivationId("act_01jd8k3v7m"));
        assertThat(order).hasToString("ord_01jd8k3v7m");
        assertThat(order.activation()).hasToString("act_01jd8k3v7m");
        assertThat(order.hold()).hasToString("hold_01jd8k3v7m");
        assertThat(order.reservation(2)).hasToString("rsv_01jd8k3v7m_2");
    }

    @Test
    void a_wallet_and_its_customer_name_each_other() {
        var customer = new CustomerId("cus_01jd8k3v7m");
        assertThat(WalletId.of(customer).customer()).isEqualTo(customer);
    }

    @Test
    void the_longest_ids_still_derive() {
        var order = OrderId.of(new ActivationId("act_" + "z".repeat(36)));
        assertThat(order.reservation(999_999).value()).hasSizeLessThan(96);
        assertThat(WalletId.of(new CustomerId("cus_" + "z".repeat(36))).value())
                .hasSizeLessThan(96);
    }

    @Test
    void an_offer_is_named_after_what_it_offers() {
        assertThat(
                        OfferId.of(
                                new ProviderSlug("5sim"),
                                new ServiceCode("telegram"),
                                new CountryCode("GB")))
                .hasToString("offer-5sim-telegram-GB");
    }
}
