package com.nexnum.command.supply.sandbox;

import com.nexnum.command.supply.Protocol;
import com.nexnum.command.supply.sandbox.Sale.State;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.phone.E164;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The provider behind all protocols: stock, prices, an account and what was sold. Nothing here
 * waits; what has happened by now follows from the clock whenever somebody asks.
 */
public final class SandboxMarket {

    private final Clock clock;
    private final SandboxSettings settings;
    private final SandboxScript script;
    private final Random random;
    private final Dialer dialer;
    private final Shelves shelves;
    private final Postman postman;
    private final Map<Long, Sale> sales = new LinkedHashMap<>();
    private final Deque<Long> unended = new ArrayDeque<>();
    private final Set<Long> forgotten = new HashSet<>();
    private final Set<String> references = new HashSet<>();
    private long balanceMicros;
    private long lastId;

    public SandboxMarket(SandboxSettings settings, SandboxScript script, Clock clock) {
        this.settings = settings;
        this.script = script;
        this.clock = clock;
        this.random = new Random(settings.seed());
        this.dialer = new Dialer(random);
        this.shelves = new Shelves(random);
        this.postman = new Postman(script, random, this::nextId);
        this.balanceMicros = settings.balanceMicros();
        // Ids never come again, not even after a restart: a real provider's do not.
        this.lastId = clock.millis() << 4;
    }

    /** By our codes: {@code ("whatsapp", "US", 0)}. */
    public synchronized void stock(String service, String country, int count) {
        shelves.change(service, country, shelf -> shelf.with(count));
    }

    public synchronized void price(String service, String country, Money price) {
        shelves.change(service, country, shelf -> shelf.at(price.micros()));
    }

    public synchronized void balance(Money balance) {
        balanceMicros = balance.micros();
    }

    /** Millionths of a dollar. */
    public synchronized long balanceMicros() {
        settle();
        return balanceMicros;
    }

    public synchronized List<Shelf> shelves() {
        settle();
        return shelves.all();
    }

    public synchronized Purchase buy(Wish wish) {
        settle();
        var shelf = shelves.of(wish.service(), wish.country());
        var most = wish.mostMicros();
        if (wish.reference() != null && references.contains(wish.reference())) {
            return new Purchase.Repeated();
        }
        var refusal = script.takeRefusal().orElse(null);
        if (refusal == SandboxScript.Refusal.NO_NUMBERS || shelf.stock() == 0) {
            return new Purchase.NoNumbers();
        }
        if (most != null && most < shelf.priceMicros()) {
            return new Purchase.TooCheap(shelf.priceMicros());
        }
        if (refusal == SandboxScript.Refusal.NO_BALANCE || balanceMicros < shelf.priceMicros()) {
            return new Purchase.NoBalance();
        }
        return dialer.take(wish.country())
                .<Purchase>map(number -> sold(sale(shelf, number, wish)))
                .orElseGet(Purchase.NoNumbers::new);
    }

    /** By words that may not be a number at all. */
    public Optional<Sale> find(String id) {
        return id.matches("[0-9]{1,18}") ? find(Long.parseLong(id)) : Optional.empty();
    }

    public synchronized Optional<Sale> find(long id) {
        settle();
        return forgotten.contains(id) ? Optional.empty() : Optional.ofNullable(sales.get(id));
    }

    public synchronized Change cancel(long id) {
        return changed(
                id,
                sale -> SaleRules.cancel(sale, now(), script.minCancelAge()),
                sale -> giveBack(sale, State.CANCELLED));
    }

    public synchronized Change finish(long id) {
        return changed(
                id,
                sale -> SaleRules.finish(sale, now()),
                sale -> sales.put(id, sale.ended(State.FINISHED, now())));
    }

    public synchronized Change another(long id) {
        return changed(
                id,
                sale -> SaleRules.another(sale, now()),
                sale -> sales.put(id, postman.another(sale, now())));
    }

    private Change changed(long id, Function<Sale, Change> rule, Consumer<Sale> effect) {
        var sale = find(id).orElse(null);
        var change = sale == null ? Change.UNKNOWN : rule.apply(sale);
        if (sale != null && change == Change.DONE) {
            effect.accept(sale);
        }
        return change;
    }

    /**
     * What was sold over this protocol and not forgotten, in the order of purchase. Each protocol
     * has an order book of its own, as two accounts would.
     */
    public synchronized List<Sale> sales(Protocol over) {
        settle();
        return sales.values().stream()
                .filter(sale -> sale.over().equals(over) && !forgotten.contains(sale.id()))
                .toList();
    }

    /** Every sale ever made, the forgotten ones included. */
    public synchronized List<Sale> everySale() {
        settle();
        return List.copyOf(sales.values());
    }

    /** Whether the provider has lost its note of a sale. */
    public synchronized boolean hasForgotten(long id) {
        return forgotten.contains(id);
    }

    public synchronized Counts counts() {
        settle();
        return Counts.of(sales.values());
    }

    public Instant now() {
        return clock.instant();
    }

    private Sale sale(Shelf shelf, E164 number, Wish wish) {
        var texts = postman.texts(shelf.service(), shelf.country());
        int all = texts.texts().size();
        int coming = wish.allSms() ? all : Math.min(1, all);
        return new Sale(
                nextId(),
                wish.over(),
                shelf.service(),
                shelf.country(),
                number,
                shelf.priceMicros(),
                now(),
                now().plus(settings.lifetime()),
                wish.reference(),
                State.OPEN,
                0,
                postman.sent(shelf.service(), texts, coming, now()),
                texts.texts().subList(coming, all));
    }

    private Purchase sold(Sale sale) {
        move(sale, -1);
        sales.put(sale.id(), sale);
        unended.add(sale.id());
        if (sale.reference() != null) {
            references.add(sale.reference());
        }
        if (script.takeForgetting()) {
            forgotten.add(sale.id());
        }
        return new Purchase.Sold(sale);
    }

    private void giveBack(Sale sale, State end) {
        move(sale, 1);
        sales.put(sale.id(), sale.ended(end, now()));
        dialer.putBack(sale.number());
    }

    /** One number to the shelf or from it, and its price the other way. */
    private void move(Sale sale, int direction) {
        balanceMicros += direction * sale.priceMicros();
        shelves.change(
                sale.service().slug(),
                sale.country().iso(),
                shelf -> shelf.with(shelf.stock() + direction));
    }

    /** Ends what is over; sales end in the order of purchase. */
    private void settle() {
        while (!unended.isEmpty()) {
            var sale = Optional.ofNullable(sales.get(unended.peek())).orElseThrow();
            if (now().isBefore(sale.endsAt())) {
                return;
            }
            unended.remove();
            if (sale.isOpen() && sale.arrived(now()).isEmpty()) {
                giveBack(sale, State.EXPIRED);
            } else if (sale.isOpen()) {
                sales.put(sale.id(), sale.ended(State.FINISHED, now()));
            }
        }
    }

    private long nextId() {
        lastId += random.nextInt(1, 50);
        return lastId;
    }
}
