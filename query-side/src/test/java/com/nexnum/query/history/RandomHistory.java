package com.nexnum.query.history;

import com.nexnum.kernel.catalog.CatalogEvent.Listing;
import com.nexnum.kernel.catalog.CatalogEvent.OffersChanged;
import com.nexnum.kernel.catalog.CountryCode;
import com.nexnum.kernel.catalog.ServiceCode;
import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.kernel.identity.IdentityEvent.PersonalDataErased;
import com.nexnum.kernel.money.Currency;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.supply.ProviderSlug;
import com.nexnum.kernel.wallet.OperationId;
import com.nexnum.kernel.wallet.WalletEvent.BalanceAdjusted;
import com.nexnum.kernel.wallet.WalletEvent.Direction;
import com.nexnum.kernel.wallet.WalletEvent.FundsDeposited;
import com.nexnum.kernel.wallet.WalletEvent.PenaltyCharged;
import com.nexnum.kernel.wallet.WalletEvent.WalletOpened;
import com.nexnum.kernel.wallet.WalletId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** A plausible history that a seed decides: steps of many purchases and wallets, interleaved. */
public final class RandomHistory {

    private static final int STEPS = 120;

    private final long seed;
    private final Random random;
    private final History history;
    private final List<CustomerId> customers = new ArrayList<>();
    private final List<ArrayDeque<Runnable>> running = new ArrayList<>();
    private int count;

    private RandomHistory(long seed, History history) {
        this.seed = seed;
        this.random = new Random(seed);
        this.history = history;
    }

    /** Histories of different seeds share no customer. */
    public static void into(History history, long seed) {
        new RandomHistory(seed, history).run();
    }

    private void run() {
        for (var name : List.of("aaaaaa", "bbbbbb", "cccccc")) {
            open(new CustomerId("cus_" + name + seed));
        }
        for (var step = 0; step < STEPS; step++) {
            step();
        }
        history.add(new PersonalDataErased(customers.getFirst()));
    }

    private void step() {
        switch (random.nextInt(12)) {
            case 0, 1 -> running.add(new ArrayDeque<>(purchase(anyone())));
            case 2 -> deposit(anyone());
            case 3 -> correct(anyone());
            case 4 -> listings();
            default -> proceed();
        }
    }

    private void proceed() {
        if (!running.isEmpty()) {
            var steps = running.get(random.nextInt(running.size()));
            steps.removeFirst().run();
            if (steps.isEmpty()) {
                running.remove(steps);
            }
        }
    }

    private List<Runnable> purchase(CustomerId customer) {
        var cost = money(1_000_000);
        var name = "p%05d%d".formatted(++count, seed);
        var p = new Purchase(history, customer, name, cost.plus(money(200_000)), cost);
        var steps = new ArrayList<Runnable>(List.of(p::requested, p::placed, p::asked));
        if (random.nextBoolean()) {
            steps.addAll(List.of(p::refused, p::asked));
        }
        if (random.nextInt(5) == 0) {
            steps.add(p::failed);
            return steps;
        }
        if (random.nextInt(4) == 0) {
            steps.add(p::unknown);
        }
        steps.add(() -> p.assigned("+1202555%04d".formatted(count)));
        if (random.nextInt(3) == 0) {
            steps.addAll(List.of(p::cancelling, p::notCancelled));
        }
        steps.addAll(ending(p));
        return steps;
    }

    private List<Runnable> ending(Purchase p) {
        return switch (random.nextInt(5)) {
            case 0 -> List.of(p::cancelling, p::cancelled);
            case 1 -> List.of(p::expired);
            case 2 -> List.of(() -> p.received("No code here", null), p::expired);
            case 3 -> List.of(() -> p.received("Your code is 123456", "123456"), p::completed);
            default ->
                    List.of(
                            () -> p.received("Use 11-22", "1122"),
                            p::wantsMore,
                            () -> p.received("Use 33-44", "3344"));
        };
    }

    private void open(CustomerId customer) {
        customers.add(customer);
        var wallet = WalletId.of(customer);
        history.add(new WalletOpened(wallet, operation("open"), customer, Currency.USD));
        history.add(new FundsDeposited(wallet, operation("deposit"), Money.usd("1000"), "sandbox"));
    }

    private void deposit(CustomerId customer) {
        var gateway = random.nextBoolean() ? "sandbox" : "other";
        history.add(
                new FundsDeposited(
                        WalletId.of(customer), operation("deposit"), money(50_000_000), gateway));
    }

    private void correct(CustomerId customer) {
        var wallet = WalletId.of(customer);
        var amount = money(500_000);
        if (random.nextInt(3) == 0) {
            history.add(new PenaltyCharged(wallet, operation("penalty"), amount, "ABUSE"));
        } else {
            var direction = random.nextBoolean() ? Direction.CREDIT : Direction.DEBIT;
            history.add(
                    new BalanceAdjusted(
                            wallet,
                            operation("adjust"),
                            direction,
                            amount,
                            "goodwill",
                            "ticket 1",
                            "one",
                            "two"));
        }
    }

    private void listings() {
        var provider = new ProviderSlug(random.nextBoolean() ? "sandbox" : "other");
        var changes =
                IntStream.range(0, 1 + random.nextInt(4))
                        .mapToObj(n ->
                                new Listing(
                                        new ServiceCode(
                                                random.nextBoolean() ? "whatsapp" : "viber"),
                                        new CountryCode(random.nextBoolean() ? "US" : "DE"),
                                        money(900_000),
                                        money(1_500_000),
                                        random.nextInt(50)))
                        .toList();
        history.add(new OffersChanged(provider, random.nextInt(30), changes));
    }

    private CustomerId anyone() {
        return customers.get(random.nextInt(customers.size()));
    }

    private Money money(int atMost) {
        return new Money(Currency.USD, 1 + random.nextInt(atMost));
    }

    private OperationId operation(String what) {
        return new OperationId(what + ":" + ++count);
    }
}
