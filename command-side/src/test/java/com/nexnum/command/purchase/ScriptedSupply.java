package com.nexnum.command.purchase;

import com.nexnum.command.supply.ActiveAnswer;
import com.nexnum.command.supply.ActiveAnswer.Held;
import com.nexnum.command.supply.BuyAnswer;
import com.nexnum.command.supply.CancelAnswer;
import com.nexnum.command.supply.SmsAnswer;
import com.nexnum.command.supply.SmsAnswer.Sms;
import com.nexnum.command.supply.Supply;
import com.nexnum.kernel.catalog.CountryCode;
import com.nexnum.kernel.catalog.ServiceCode;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.phone.E164;
import com.nexnum.kernel.supply.ProviderSlug;
import com.nexnum.kernel.supply.UpstreamId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A provider that answers as it is told, and otherwise sells. */
public final class ScriptedSupply implements Supply {

    private final ProviderSlug slug;
    public final Money cost;
    public final AtomicInteger stock = new AtomicInteger(1_000);
    public final AtomicInteger asked = new AtomicInteger();
    public final ConcurrentLinkedQueue<BuyAnswer> nextAnswers = new ConcurrentLinkedQueue<>();
    public final List<Held> held = new CopyOnWriteArrayList<>();
    public final Map<UpstreamId, List<Sms>> sms = new ConcurrentHashMap<>();
    public final List<UpstreamId> cancelled = new CopyOnWriteArrayList<>();
    public volatile CancelAnswer onCancel = new CancelAnswer.Cancelled();
    public volatile NextSmsAnswer onNext = new NextSmsAnswer.Accepted();
    public volatile boolean completes = true;
    public volatile @Nullable SmsAnswer onSms;
    public volatile @Nullable ActiveAnswer onActive;
    public volatile @Nullable PriceListAnswer prices;

    public ScriptedSupply(String slug, String cost) {
        this.slug = new ProviderSlug(slug);
        this.cost = Money.usd(cost);
    }

    @Override
    public ProviderSlug provider() {
        return slug;
    }

    @Override
    public BuyAnswer buy(
            ServiceCode service, CountryCode country, Money maxCost, String reference) {
        int number = asked.incrementAndGet();
        var told = nextAnswers.poll();
        if (told != null) {
            return told;
        }
        if (stock.getAndDecrement() <= 0) {
            return new BuyAnswer.Refused(BuyAnswer.Reason.NO_NUMBERS, "NO_NUMBERS");
        }
        var id = new UpstreamId(slug + "-" + number);
        var phone = new E164("+1202555" + (1_000 + number));
        held.add(new Held(id, phone, service.value(), country.value(), cost, null, reference));
        return new BuyAnswer.Bought(id, phone, cost, Duration.ZERO, Duration.ofMinutes(20));
    }

    @Override
    public SmsAnswer sms(UpstreamId id) {
        var told = onSms;
        if (told != null) {
            return told;
        }
        var messages = sms.getOrDefault(id, List.of());
        return messages.isEmpty() ? new SmsAnswer.Waiting() : new SmsAnswer.Received(messages);
    }

    @Override
    public CancelAnswer cancel(UpstreamId id) {
        if (onCancel instanceof CancelAnswer.Cancelled) {
            cancelled.add(id);
        }
        return onCancel;
    }

    @Override
    public boolean complete(UpstreamId id) {
        return completes;
    }

    @Override
    public NextSmsAnswer nextSms(UpstreamId id) {
        return onNext;
    }

    @Override
    public ActiveAnswer active() {
        var told = onActive;
        return told == null ? new ActiveAnswer.Active(held) : told;
    }

    @Override
    public PriceListAnswer priceList() {
        var told = prices;
        if (told != null) {
            return told;
        }
        return new PriceListAnswer.PriceList(
                List.of(
                        new Priced(
                                new ServiceCode("whatsapp"),
                                new CountryCode("US"),
                                cost,
                                Math.max(stock.get(), 0))));
    }

    @Override
    public BalanceAnswer balance() {
        return new BalanceAnswer.Balance(Money.usd("1000.00"));
    }
}
