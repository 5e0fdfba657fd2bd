package com.nexnum.command.supply;

import com.nexnum.kernel.supply.ProviderSlug;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Every provider that this process can speak with: those of its properties, which are there for as
 * long as it runs, and those that administrators add and change meanwhile. Who has a {@link Supply}
 * in hand ends with it what he began, whatever takes its place.
 */
public final class Suppliers implements AutoCloseable {

    private final Set<ProviderSlug> fixed;
    private final Set<ProviderSlug> closedForSale = ConcurrentHashMap.newKeySet();
    private final List<Consumer<ProviderSlug>> listeners = new CopyOnWriteArrayList<>();
    private volatile Map<ProviderSlug, Supplier> suppliers;

    /**
     * @param all those that stay as they are
     * @throws IllegalArgumentException when two have the same name
     */
    public Suppliers(List<Supplier> all) {
        var first = new LinkedHashMap<ProviderSlug, Supplier>();
        for (var supplier : all) {
            if (first.put(supplier.supply().provider(), supplier) != null) {
                throw new IllegalArgumentException(
                        "Two providers are called " + supplier.supply().provider());
            }
        }
        fixed = Set.copyOf(first.keySet());
        suppliers = Collections.unmodifiableMap(first);
    }

    /** For numbers that are held there, whether or not more are bought. */
    public Optional<Supply> find(ProviderSlug provider) {
        return Optional.ofNullable(suppliers.get(provider)).map(Supplier::supply);
    }

    /** For buying; empty for a provider that is paused, too. */
    public Optional<Supply> selling(ProviderSlug provider) {
        return closedForSale.contains(provider) ? Optional.empty() : find(provider);
    }

    /** How it is to be chosen among others. */
    public Preference preference(ProviderSlug provider) {
        var supplier = suppliers.get(provider);
        return supplier == null ? Preference.USUAL : supplier.preference();
    }

    /** Whether a purchase would have to queue there, so that others should be asked first. */
    public boolean isBusy(ProviderSlug provider) {
        var supplier = suppliers.get(provider);
        return supplier != null && supplier.line().isBusy();
    }

    /** Whether it stands in the properties of this process. */
    public boolean isFixed(ProviderSlug provider) {
        return fixed.contains(provider);
    }

    /** Each with the way to it. */
    public List<Supplier> withLines() {
        return List.copyOf(suppliers.values());
    }

    public List<Supply> all() {
        return suppliers.values().stream().map(Supplier::supply).toList();
    }

    /**
     * Takes the place of the one of the same name, if there is one.
     *
     * @throws IllegalArgumentException when that one stays as it is
     */
    public synchronized void put(Supplier supplier) {
        var provider = supplier.supply().provider();
        if (isFixed(provider)) {
            throw new IllegalArgumentException(provider + " stands in the properties");
        }
        var more = new LinkedHashMap<>(suppliers);
        more.put(provider, supplier);
        suppliers = Collections.unmodifiableMap(more);
    }

    /** Whether numbers may be bought there. */
    public void openForSale(ProviderSlug provider, boolean open) {
        if (open) {
            closedForSale.remove(provider);
        } else {
            closedForSale.add(provider);
        }
    }

    /** Calls the listener with every provider that came, changed, was paused or resumed. */
    public void onChange(Consumer<ProviderSlug> listener) {
        listeners.add(listener);
    }

    /** Tells who listens that everything about this provider is as it shall be. */
    public void changed(ProviderSlug provider) {
        new ArrayList<>(listeners).forEach(listener -> listener.accept(provider));
    }

    /** Whether a webhook that names this provider and carries this secret is to be heard. */
    public boolean trustsWebhook(ProviderSlug provider, String secret) {
        var supplier = suppliers.get(provider);
        var expected = supplier == null ? null : supplier.webhookSecret();
        return expected != null && MessageDigest.isEqual(bytes(expected), bytes(secret));
    }

    @Override
    public void close() {
        suppliers.values().forEach(supplier -> supplier.line().close());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * @param webhookSecret the part of our address that only this provider knows; none when it
     *     sends no webhooks
     * @param line the way there; closed with this
     */
    public record Supplier(
            Supply supply, @Nullable String webhookSecret, Line line, Preference preference) {

        /** One that is chosen like most. */
        public Supplier(Supply supply, @Nullable String webhookSecret, Line line) {
            this(supply, webhookSecret, line, Preference.USUAL);
        }

        /** The same one, chosen by this. */
        public Supplier preferred(Preference other) {
            return new Supplier(supply, webhookSecret, line, other);
        }

        /** The same one, asked through the guard. */
        public Supplier behind(SupplyGuard guard) {
            return new Supplier(guard.around(supply), webhookSecret, line, preference);
        }

        @Override
        public String toString() {
            return "Supplier[" + supply.provider() + "]";
        }
    }
}
