package com.nexnum.platform.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nexnum.kernel.activation.ActivationEvent.SmsReceived;
import com.nexnum.kernel.activation.ActivationId;
import com.nexnum.kernel.activation.SmsId;
import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.kernel.language.EventSerializer;
import com.nexnum.kernel.privacy.SealedText;
import com.nexnum.platform.database.TestDatabase;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TinkPersonalDataTest {

    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final MasterKey MASTER = MasterKey.generate();

    private final PrivacyFixture here = PrivacyFixture.on(DATABASE, MASTER);
    private final TinkPersonalData data = here.data;

    @Test
    void opens_what_it_sealed() {
        var customer = new CustomerId("cus_opens1");
        for (var text :
                new String[] {"+12025550123", "", "Ваш код: 123-456 🎉", "x".repeat(5_000)}) {
            var sealed = data.seal(customer, "act_1", text);
            assertThat(data.open(customer, "act_1", sealed)).contains(text);
        }
    }

    @Test
    void seals_the_same_text_alike_in_one_context_and_differently_in_another() {
        var customer = new CustomerId("cus_alike1");
        var sealed = data.seal(customer, "act_1", "code 1234");
        assertThat(data.seal(customer, "act_1", "code 1234")).isEqualTo(sealed);
        assertThat(data.seal(customer, "act_2", "code 1234")).isNotEqualTo(sealed);
        assertThat(data.seal(new CustomerId("cus_alike2"), "act_1", "code 1234"))
                .isNotEqualTo(sealed);
    }

    @Test
    void does_not_open_in_another_context_or_for_another_customer() {
        var customer = new CustomerId("cus_other1");
        var other = new CustomerId("cus_other2");
        data.seal(other, "act_1", "something");
        var sealed = data.seal(customer, "act_1", "code 1234");
        assertThatThrownBy(() -> data.open(customer, "act_2", sealed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("act_2");
        assertThatThrownBy(() -> data.open(other, "act_1", sealed))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void does_not_open_what_was_changed_or_never_sealed() {
        var customer = new CustomerId("cus_changed1");
        var sealed = data.seal(customer, "act_1", "code 1234").ciphertext();
        var last = sealed.charAt(20) == 'A' ? 'B' : 'A';
        var changed = new SealedText(sealed.substring(0, 20) + last + sealed.substring(21));
        assertThatThrownBy(() -> data.open(customer, "act_1", changed))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> data.open(new CustomerId("cus_nobody"), "act_1", changed))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no key of cus_nobody");
    }

    @Test
    void erased_stays_erased_and_nothing_more_is_sealed() {
        var customer = new CustomerId("cus_erased1");
        var sealed = data.seal(customer, "act_1", "code 1234");
        data.erase(customer);
        data.erase(customer);
        assertThat(data.open(customer, "act_1", sealed)).isEmpty();
        assertThatThrownBy(() -> data.seal(customer, "act_1", "again"))
                .isInstanceOf(CustomerErasedException.class)
                .hasMessageContaining("cus_erased1");
        assertThat(data.open(customer, "act_1", sealed)).isEmpty();
        assertThat(keyOf(customer)).isNull();
    }

    @Test
    void a_customer_erased_before_its_first_text_never_gets_a_key() {
        var customer = new CustomerId("cus_erased2");
        data.erase(customer);
        assertThatThrownBy(() -> data.seal(customer, "act_1", "late"))
                .isInstanceOf(CustomerErasedException.class);
    }

    @Test
    void the_database_itself_brings_no_key_back() {
        var customer = new CustomerId("cus_erased3");
        data.erase(customer);
        assertThatThrownBy(() ->
                        here.sql
                                .sql(
                                        "update privacy_key set wrapped_keyset = 'x', erased_at = null where customer_id = 'cus_erased3'")
                                .update())
                .hasStackTraceContaining("no key comes back");
        assertThatThrownBy(() ->
                        here.sql
                                .sql("delete from privacy_key where customer_id = 'cus_erased3'")
                                .update())
                .hasStackTraceContaining("tombstones");
    }

    @Test
    void an_event_shows_nothing_until_the_key_opens_it() {
        var customer = new CustomerId("cus_event1");
        var event =
                new SmsReceived(
                        new ActivationId("act_000001"),
                        customer,
                        new SmsId("sms_1"),
                        data.seal(customer, "act_000001", "Your code is 9876"),
                        data.seal(customer, "act_000001", "9876"),
                        Instant.EPOCH);
        var stored = EventSerializer.create().serialize(event, String.class);
        assertThat(stored.getData()).doesNotContain("9876").doesNotContain("code is");

        SmsReceived read = EventSerializer.create().deserialize(stored);
        assertThat(data.open(customer, "act_000001", read.text())).contains("Your code is 9876");
        data.erase(customer);
        assertThat(data.open(customer, "act_000001", read.text())).isEmpty();
    }

    private byte @Nullable [] keyOf(CustomerId customer) {
        return here.sql
                .sql("select wrapped_keyset from privacy_key where customer_id = ?")
                .param(customer.value())
                .query((row, _) -> Optional.ofNullable(row.getBytes(1)))
                .single()
                .orElse(null);
    }
}
