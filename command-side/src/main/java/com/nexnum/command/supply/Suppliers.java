package com.nexnum.command.supply;

import com.nexnum.kernel.supply.ProviderSlug;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Every provider that this process can buy from, in the order of configuration. */
public final class Suppliers implements AutoCloseable {

    private final Map<ProviderSlug, Supplier> suppliers = new LinkedHashMap<>();

    /**
     * @throws IllegalArgumentException when two have the same name
     */
    public Suppliers(List<Supplier> all) {
        for (var supplier : all) {
            if (suppliers.put(supplier.supply().provider(), supplier) != null) {
                throw new IllegalArgumentException(
                        "Two providers are called " + supplier.supply().provider());
            }
        }
    }

    public Optional<Supply> find(ProviderSlug provider) {
        return Optional.ofNullable(suppliers.get(provider)).map(Supplier::supply);
    }

    /** Each with the way to it. */
    public List<Supplier> withLines() {
        return List.copyOf(suppliers.values());
    }

    public List<Supply> all() {
        return suppliers.values().stream().map(Supplier::supply).toList();
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
    public record Supplier(Supply supply, @Nullable String webhookSecret, Line line) {

        /** The same one, asked through the guard. */
        public Supplier behind(SupplyGuard guard) {
            return new Supplier(guard.around(supply), webhookSecret, line);
        }

        @Override
        public String toString() {
            return "Supplier[" + supply.provider() + "]";
        }
    }
}
