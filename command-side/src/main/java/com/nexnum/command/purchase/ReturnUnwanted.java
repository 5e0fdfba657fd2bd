package com.nexnum.command.purchase;

import com.nexnum.command.platform.agenda.Agenda;
import com.nexnum.command.platform.agenda.AgendaWork;
import com.nexnum.command.platform.agenda.Details;
import com.nexnum.command.platform.agenda.Due;
import com.nexnum.command.platform.agenda.Outcome;
import com.nexnum.command.platform.agenda.Terms;
import com.nexnum.command.purchase.UpstreamNumbers.Served;
import com.nexnum.command.supply.BuyAnswer.Bought;
import com.nexnum.command.supply.CancelAnswer;
import com.nexnum.command.supply.Suppliers;
import com.nexnum.kernel.purchase.OrderId;
import com.nexnum.kernel.supply.ProviderSlug;
import com.nexnum.kernel.supply.UpstreamId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Gives a number back that its order does not need: the answer came after the outcome had been
 * settled without it, or the customer could not have it.
 */
@Component
class ReturnUnwanted implements AgendaWork, Unwanted {

    static final String KIND = "return-unwanted";

    private static final Duration USUAL_LIFETIME = Duration.ofMinutes(20);

    private static final Logger LOG = LoggerFactory.getLogger(ReturnUnwanted.class);

    private final Suppliers suppliers;
    private final UpstreamNumbers numbers;
    private final Agenda agenda;
    private final Clock clock;

    ReturnUnwanted(Suppliers suppliers, UpstreamNumbers numbers, Agenda agenda, Clock clock) {
        this.suppliers = suppliers;
        this.numbers = numbers;
        this.agenda = agenda;
        this.clock = clock;
    }

    /**
     * @param until when the provider takes the number back by itself
     * @param failed the order that has it and could not hand it over; null where none has it
     */
    record Sold(ProviderSlug provider, UpstreamId id, Instant until, @Nullable OrderId failed) {

        String subject() {
            return ReturnUnwanted.subject(provider, id);
        }
    }

    @Override
    public void unlessServing(Attempt attempt, Bought bought) {
        var provider = attempt.offerId().provider();
        if (numbers.servedBy(provider, bought.id()).isPresent()) {
            return;
        }
        LOG.warn("{} of {} serves nobody and goes back", bought.id(), attempt.reference());
        var now = clock.instant();
        var sold = new Sold(provider, bought.id(), now.plus(bought.lifetime()), null);
        agenda.putIfAbsent(
                KIND, sold.subject(), now.plus(bought.minCancelAge()), Details.write(sold));
    }

    /** Puts a number on the agenda whose terms are not known: it goes back as soon as it may. */
    static void put(Agenda agenda, Served number, Instant now) {
        put(agenda, number, null, now);
    }

    /** Of an order that failed with its number. */
    static void put(Agenda agenda, Served number, @Nullable OrderId failed, Instant now) {
        var sold = new Sold(number.provider(), number.id(), now.plus(USUAL_LIFETIME), failed);
        agenda.putIfAbsent(KIND, sold.subject(), now, Details.write(sold));
    }

    /** Whether the number is on its way back. */
    static boolean stands(Agenda agenda, ProviderSlug provider, UpstreamId id) {
        return agenda.stands(KIND, subject(provider, id));
    }

    private static String subject(ProviderSlug provider, UpstreamId id) {
        return provider + "/" + id;
    }

    @Override
    public Terms terms() {
        return new Terms(KIND, Duration.ofSeconds(60), 8);
    }

    @Override
    public Outcome perform(Due due) {
        var sold = Details.read(due, Sold.class);
        var serves = numbers.servedBy(sold.provider(), sold.id()).orElse(null);
        if (serves != null && !serves.equals(sold.failed())) {
            LOG.warn("{} of {} serves {} by now and stays", sold.id(), sold.provider(), serves);
            return new Outcome.Done();
        }
        var now = clock.instant();
        var answer = suppliers.find(sold.provider()).map(supply -> supply.cancel(sold.id()));
        boolean open =
                answer.isEmpty()
                        || answer.get() instanceof CancelAnswer.TooEarly
                        || answer.get() instanceof CancelAnswer.Unavailable;
        if (open && now.isBefore(sold.until())) {
            return new Outcome.Again(now.plusSeconds(10), due.details());
        }
        if (open) {
            LOG.error(
                    "{} could not be given back to {} in its time; it may have been charged",
                    sold.id(),
                    sold.provider());
        }
        return new Outcome.Done();
    }
}
