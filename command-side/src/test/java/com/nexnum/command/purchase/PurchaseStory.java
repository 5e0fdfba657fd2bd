package com.nexnum.command.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexnum.command.decision.Rejection;
import com.nexnum.kernel.activation.ActivationEvent.ActivationRequested;
import com.nexnum.kernel.activation.ActivationEvent.Candidate;
import com.nexnum.kernel.activation.ActivationId;
import com.nexnum.kernel.catalog.CountryCode;
import com.nexnum.kernel.catalog.ServiceCode;
import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.offer.OfferId;
import com.nexnum.kernel.privacy.SealedText;
import com.nexnum.kernel.purchase.OrderId;
import com.nexnum.kernel.purchase.PurchaseEvent.OrderFulfilled;
import com.nexnum.kernel.purchase.PurchaseEvent.SupplyRefused;
import com.nexnum.kernel.supply.ProviderSlug;
import com.nexnum.kernel.supply.UpstreamId;
import com.nexnum.kernel.wallet.HoldId;
import com.nexnum.kernel.wallet.WalletId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** One purchase and the words in which its tests are told. */
abstract class PurchaseStory {

    static final ActivationId ID = new ActivationId("act_000001");
    static final CustomerId CUSTOMER = new CustomerId("cus_000001");
    static final OrderId ORDER = OrderId.of(ID);
    static final HoldId HOLD = ORDER.hold();
    static final WalletId WALLET = WalletId.of(CUSTOMER);
    static final ServiceCode WHATSAPP = new ServiceCode("whatsapp");
    static final CountryCode US = new CountryCode("US");
    static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    static final SealedText SEALED = new SealedText("c2VhbGVk");

    static Candidate candidate(String provider, String price, String cost) {
        return new Candidate(new ProviderSlug(provider), Money.usd(price), Money.usd(cost), 1, 5);
    }

    static OfferId offer(String provider) {
        return OfferId.of(new ProviderSlug(provider), WHATSAPP, US);
    }

    static ActivationRequested requested(Candidate... route) {
        return new ActivationRequested(
                ID, CUSTOMER, WHATSAPP, US, Money.usd("1.00"), null, List.of(route), null);
    }

    static SupplyRefused refusedBy(String provider, int attempt, String reason) {
        return new SupplyRefused(ORDER, CUSTOMER, attempt, new ProviderSlug(provider), reason);
    }

    static OrderFulfilled soldBy(String provider, int attempt, String price, String cost) {
        return new OrderFulfilled(
                ORDER,
                CUSTOMER,
                attempt,
                new ProviderSlug(provider),
                new UpstreamId("42"),
                SEALED,
                Money.usd(price),
                Money.usd(cost),
                NOON,
                NOON.plus(Duration.ofMinutes(20)));
    }

    /** A purchase that is told what became of each step, and says what it does next. */
    static final class Telling {

        PurchaseProcess process;

        Telling(Candidate... route) {
            process = PurchaseProcess.start(requested(route), NOON);
        }

        /** The next steps are these commands, and each takes effect. */
        Telling does(Object... commands) {
            for (var command : commands) {
                assertThat(process.step()).isEqualTo(new Step.Send(command));
                process = process.accepted();
            }
            return this;
        }

        /** The next steps are commands of these kinds, and each takes effect. */
        Telling doesSome(Class<?>... kinds) {
            for (var kind : kinds) {
                assertThat(process.step()).isInstanceOf(Step.Send.class);
                assertThat(((Step.Send) process.step()).command()).isInstanceOf(kind);
                process = process.accepted();
            }
            return this;
        }

        Telling isRefused(Class<?> kind, Rejection why) {
            assertThat(((Step.Send) process.step()).command()).isInstanceOf(kind);
            process = process.refused(why);
            return this;
        }

        Telling hears(SupplyRefused refusal) {
            process = process.after(refusal);
            return this;
        }

        Telling hears(OrderFulfilled sold) {
            process = process.after(sold);
            return this;
        }

        Telling waits() {
            assertThat(process.step()).isEqualTo(new Step.Await());
            return this;
        }

        void ends() {
            assertThat(process.step()).isEqualTo(new Step.End());
        }
    }
}
