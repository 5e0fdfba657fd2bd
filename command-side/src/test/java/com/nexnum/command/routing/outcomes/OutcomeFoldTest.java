package com.nexnum.command.routing.outcomes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.nexnum.command.routing.learning.Tally;
import com.nexnum.kernel.activation.ActivationEvent.ActivationCancelled;
import com.nexnum.kernel.activation.ActivationEvent.ActivationExpired;
import com.nexnum.kernel.activation.ActivationEvent.ActivationFailed;
import com.nexnum.kernel.activation.ActivationEvent.SmsReceived;
import com.nexnum.kernel.activation.ActivationId;
import com.nexnum.kernel.activation.SmsId;
import com.nexnum.kernel.catalog.CountryCode;
import com.nexnum.kernel.catalog.ServiceCode;
import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.offer.OfferId;
import com.nexnum.kernel.privacy.SealedText;
import com.nexnum.kernel.purchase.OrderId;
import com.nexnum.kernel.purchase.PurchaseEvent.OrderFailed;
import com.nexnum.kernel.purchase.PurchaseEvent.OrderFulfilled;
import com.nexnum.kernel.purchase.PurchaseEvent.SupplyAttempted;
import com.nexnum.kernel.purchase.PurchaseEvent.SupplyOutcomeUnknown;
import com.nexnum.kernel.purchase.PurchaseEvent.SupplyRefused;
import com.nexnum.kernel.supply.ProviderSlug;
import com.nexnum.kernel.supply.UpstreamId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OutcomeFoldTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final ActivationId ID = new ActivationId("act_000001");
    private static final OrderId ORDER = OrderId.of(ID);
    private static final CustomerId CUSTOMER = new CustomerId("cus_000001");
    private static final ProviderSlug ACME = new ProviderSlug("acme");
    private static final SealedText SEALED = new SealedText("c2VhbGVk");

    private final InMemory counting = new InMemory();

    @Test
    void a_number_is_silent_until_its_first_sms() {
        happens(asked(), 0);
        happens(sold(), 2);
        assertThat(counting.here().silent()).isEqualTo(1);
        happens(sms("1"), 32);
        assertThat(counting.here().silent()).isCloseTo(0, within(1e-9));
        assertThat(counting.here().delivered()).isCloseTo(1, within(0.01));
        assertThat(counting.here().smsSeconds()).isCloseTo(30, within(0.1));
        assertThat(counting.anywhere()).isEqualTo(counting.here());
    }

    @Test
    void further_sms_and_repeated_events_change_nothing() {
        happens(asked(), 0);
        happens(sold(), 2);
        happens(sold(), 2);
        happens(sms("1"), 32);
        var counted = counting.here();
        happens(sms("1"), 32);
        happens(sms("2"), 60);
        happens(new ActivationExpired(ID, CUSTOMER, true), 1_200);
        assertThat(counting.here()).isEqualTo(counted);
        assertThat(counting.open).isEmpty();
    }

    @Test
    void a_number_that_expires_silent_stays_so() {
        happens(asked(), 0);
        happens(sold(), 2);
        happens(new ActivationExpired(ID, CUSTOMER, false), 1_200);
        assertThat(counting.here().silent()).isEqualTo(1);
        assertThat(counting.open).isEmpty();
    }

    @Test
    void who_gives_up_after_a_fair_chance_says_it_is_silent_and_who_is_quicker_says_nothing() {
        happens(asked(), 0);
        happens(sold(), 2);
        happens(new ActivationCancelled(ID, CUSTOMER), 62);
        assertThat(counting.here().silent()).isEqualTo(1);

        happens(asked(), 100);
        happens(sold(), 102);
        happens(new ActivationCancelled(ID, CUSTOMER), 161);
        assertThat(counting.here().silent()).isCloseTo(1, within(0.01));
    }

    @Test
    void a_number_that_never_reached_its_customer_says_nothing() {
        happens(asked(), 0);
        happens(sold(), 2);
        happens(new ActivationFailed(ID, CUSTOMER, "PURCHASE_REFUSED"), 3);
        happens(new OrderFailed(ORDER, CUSTOMER, "PURCHASE_REFUSED"), 3);
        assertThat(counting.here().silent()).isZero();
        assertThat(counting.open).isEmpty();
    }

    @Test
    void an_answer_is_timed_be_it_a_sale_or_a_refusal() {
        happens(asked(), 0);
        happens(new SupplyRefused(ORDER, CUSTOMER, 1, ACME, "NO_NUMBERS"), 3);
        happens(asked(), 10);
        happens(sold(), 11);
        assertThat(counting.here().answers()).isCloseTo(2, within(0.01));
        assertThat(counting.here().answerSeconds()).isCloseTo(4, within(0.01));
    }

    @Test
    void what_the_provider_did_not_say_is_not_timed() {
        happens(asked(), 0);
        happens(new SupplyRefused(ORDER, CUSTOMER, 1, ACME, "NOT_ASKED"), 70);
        happens(asked(), 80);
        happens(new SupplyRefused(ORDER, CUSTOMER, 1, ACME, "CIRCUIT_OPEN"), 80);
        happens(asked(), 100);
        happens(new SupplyOutcomeUnknown(ORDER, CUSTOMER, 1, ACME, "TIMEOUT"), 115);
        happens(sold(), 190);
        assertThat(counting.here().answers()).isZero();
        assertThat(counting.here().silent()).isEqualTo(1);
    }

    @Test
    void an_sms_of_an_order_that_nobody_saw_sold_counts_nothing() {
        happens(sms("1"), 0);
        happens(new ActivationExpired(ID, CUSTOMER, true), 1_200);
        assertThat(counting.sums).isEmpty();
    }

    private void happens(Object event, int second) {
        OutcomeFold.fold(event, NOON.plusSeconds(second), counting);
    }

    private static SupplyAttempted asked() {
        var offer = OfferId.of(ACME, new ServiceCode("whatsapp"), new CountryCode("US"));
        return new SupplyAttempted(ORDER, CUSTOMER, 1, ACME, offer, Money.usd("0.10"));
    }

    private static OrderFulfilled sold() {
        return new OrderFulfilled(
                ORDER,
                CUSTOMER,
                1,
                ACME,
                new UpstreamId("42"),
                SEALED,
                Money.usd("0.15"),
                Money.usd("0.10"),
                NOON,
                NOON.plusSeconds(1_200));
    }

    private static SmsReceived sms(String id) {
        return new SmsReceived(ID, CUSTOMER, new SmsId("sms_" + id), SEALED, null, NOON);
    }

    private static final class InMemory implements Counting {

        final Map<String, Trial> open = new HashMap<>();
        final Map<String, Tally> sums = new HashMap<>();

        Tally here() {
            return sums.getOrDefault("acme whatsapp-US", Tally.NOTHING);
        }

        Tally anywhere() {
            return sums.getOrDefault("acme *", Tally.NOTHING);
        }

        @Override
        public @Nullable Trial find(String orderId) {
            return open.get(orderId);
        }

        @Override
        public void put(Trial trial) {
            open.put(trial.orderId(), trial);
        }

        @Override
        public void end(String orderId) {
            open.remove(orderId);
        }

        @Override
        public void count(Trial trial, Tally outcome) {
            for (var cell : new String[] {trial.cell(), Cell.ANYWHERE}) {
                sums.merge(
                        trial.provider() + " " + cell,
                        outcome,
                        (one, other) -> one.plus(other, Duration.ofHours(6)));
            }
        }
    }
}
