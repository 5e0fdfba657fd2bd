package com.nexnum.query.activations;

import static com.nexnum.query.history.Door.ANNA;
import static com.nexnum.query.history.Door.BERT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nexnum.kernel.identity.IdentityEvent.PersonalDataErased;
import com.nexnum.kernel.money.Money;
import com.nexnum.query.history.Purchase;
import com.nexnum.query.history.ReadModels;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class ActivationsProjectionTest {

    private final ReadModels models = new ReadModels();
    private final ActivationsProjection projection =
            new ActivationsProjection(models.live, models.changes);
    private final Purchase purchase =
            new Purchase(models.history, ANNA, "number1", Money.usd("0.15"), Money.usd("0.10"));
    private int delivered;

    @Test
    void an_activation_goes_from_requested_to_completed() {
        purchase.requested();
        assertThat(seen().status()).isEqualTo(ActivationStatus.REQUESTED);
        assertThat(seen().phoneNumber()).isNull();

        purchase.placed().asked().assigned("+12025550100");
        assertThat(seen().status()).isEqualTo(ActivationStatus.ACTIVE);
        assertThat(seen().phoneNumber()).isEqualTo("+12025550100");
        assertThat(seen().expiresAt()).isEqualTo("2026-03-01T10:20:00Z");

        purchase.received("Code 1234", "1234").wantsMore().received("Welcome", null);
        assertThat(seen().status()).isEqualTo(ActivationStatus.RECEIVED);
        assertThat(seen().sms()).extracting("code").containsExactly("1234", null);
        assertThat(seen().sms()).extracting("text").containsExactly("Code 1234", "Welcome");

        purchase.completed();
        assertThat(seen().status()).isEqualTo(ActivationStatus.COMPLETED);
        assertThat(seen().sms()).hasSize(2);
    }

    @Test
    void a_number_that_is_being_cancelled_is_still_active() {
        purchase.requested().placed().asked().assigned("+12025550100").cancelling();
        assertThat(seen().status()).isEqualTo(ActivationStatus.ACTIVE);
        assertThat(seen().cancelling()).isTrue();

        purchase.notCancelled();
        assertThat(seen().cancelling()).isFalse();

        purchase.cancelling().cancelled();
        assertThat(seen().status()).isEqualTo(ActivationStatus.CANCELLED);
        assertThat(seen().cancelling()).isFalse();
    }

    @Test
    void a_wish_for_more_stands_until_it_is_refused_or_fulfilled() {
        purchase.requested().placed().asked().assigned("+12025550100").received("Code 1", "1");
        assertThat(seen().nextSms()).isNull();
        purchase.wantsMore();
        assertThat(seen().nextSms()).isEqualTo(NumberView.NextSms.REQUESTED);
        purchase.getsNoMore();
        assertThat(seen().nextSms()).isEqualTo(NumberView.NextSms.REFUSED);
        assertThat(seen().status()).isEqualTo(ActivationStatus.RECEIVED);
        purchase.wantsMore().received("Code 2", "2");
        assertThat(seen().nextSms()).isNull();
    }

    @Test
    void a_failure_has_its_reason_and_an_expiry_has_none() {
        purchase.requested().placed().asked().refused().failed();
        assertThat(seen().status()).isEqualTo(ActivationStatus.FAILED);
        assertThat(seen().failureReason()).isEqualTo("NO_NUMBERS");

        var other =
                new Purchase(models.history, ANNA, "number2", Money.usd("1"), Money.usd("1"))
                        .requested()
                        .placed()
                        .asked()
                        .assigned("+12025550101")
                        .expired();
        assertThat(seen(other).status()).isEqualTo(ActivationStatus.EXPIRED);
        assertThat(seen(other).failureReason()).isNull();
    }

    @Test
    void an_erased_customer_keeps_the_history_and_loses_what_was_readable() {
        purchase.requested().placed().asked().assigned("+12025550100").received("Code 1", "1");
        var others =
                new Purchase(models.history, BERT, "number2", Money.usd("1"), Money.usd("1"))
                        .requested()
                        .placed()
                        .asked()
                        .assigned("+12025550101");
        seen();
        models.personalData.erase(ANNA);
        models.history.add(new PersonalDataErased(ANNA));

        assertThat(seen().phoneNumber()).isNull();
        assertThat(seen().sms())
                .singleElement()
                .satisfies(sms -> assertThat(sms.text()).isNull())
                .satisfies(sms -> assertThat(sms.code()).isNull())
                .satisfies(sms -> assertThat(sms.receivedAt()).isNotNull());
        assertThat(seen(others).phoneNumber()).isEqualTo("+12025550101");
    }

    @Test
    void an_erasure_does_not_miss_what_another_segment_is_just_writing() {
        purchase.requested().placed().asked().assigned("+12025550100");
        var erasure = new CompletableFuture<Void>();
        models.inTransaction(() -> {
            models.deliver(projection, models.history.events());
            models.personalData.erase(ANNA);
            var erased = models.history.add(new PersonalDataErased(ANNA));
            erasure.completeAsync(() -> {
                models.deliver(projection, erased);
                return null;
            });
            Awaitility.await().until(this::somebodyWaits);
        });
        erasure.join();
        delivered = models.history.events().size();

        assertThat(seen().phoneNumber()).isNull();
    }

    private boolean somebodyWaits() {
        return models.sql
                .sql(
                        "select exists (select 1 from pg_locks where locktype = 'advisory' and not granted)")
                .query(Boolean.class)
                .single();
    }

    @Test
    void refuses_to_go_on_when_an_event_is_missing() {
        purchase.requested().placed().asked().assigned("+12025550100").received("Code 1", "1");
        var events = models.history.events();

        assertThatThrownBy(() -> models.deliver(projection, events.getLast()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("cannot take event 2");
    }

    private NumberView seen() {
        return seen(purchase);
    }

    private NumberView seen(Purchase bought) {
        var events = models.history.events();
        models.deliver(projection, events.subList(delivered, events.size()));
        delivered = events.size();
        return new Numbers(models.sql, "activations")
                .find(bought.customer, bought.activation)
                .orElseThrow();
    }
}
