package com.nexnum.platform.privacy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import com.google.crypto.tink.DeterministicAead;
import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.platform.privacy.CustomerKey.Erased;
import com.nexnum.platform.privacy.CustomerKey.Living;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The key of each customer, remembered for a short while: the process that erases forgets a key at
 * once, every other process within {@link #NOTICED_WITHIN}.
 */
@Component
public class CustomerKeys implements SmartInitializingSingleton {

    static final Duration NOTICED_WITHIN = Duration.ofSeconds(30);

    private static final int REMEMBERED = 10_000;
    private static final int REWRAPPED_AT_ONCE = 500;

    private final CustomerKeyTable table;
    private final MasterKey master;
    private final TransactionTemplate apart;
    private final Cache<CustomerId, @Nullable CustomerKey> cache;

    @Autowired
    CustomerKeys(CustomerKeyTable table, MasterKey master, PlatformTransactionManager manager) {
        this(table, master, manager, Ticker.systemTicker());
    }

    CustomerKeys(
            CustomerKeyTable table,
            MasterKey master,
            PlatformTransactionManager manager,
            Ticker ticker) {
        this.table = table;
        this.master = master;
        // A key must outlive the caller's transaction: others may have sealed with it meanwhile.
        apart = new TransactionTemplate(manager);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        cache =
                Caffeine.newBuilder()
                        .maximumSize(REMEMBERED)
                        .expireAfterWrite(NOTICED_WITHIN)
                        .ticker(ticker)
                        .build();
    }

    /** Refuses the start when the master key does not open what is stored. */
    @Override
    public void afterSingletonsInstantiated() {
        table.newest().ifPresent(this::unwrap);
    }

    /**
     * Makes the key when there is none yet.
     *
     * @throws CustomerErasedException when the customer was erased
     */
    DeterministicAead sealing(CustomerId customer) {
        var known = find(customer);
        if (known == null) {
            var wrapped = CustomerKey.wrappedNew(customer, master);
            apart.executeWithoutResult(_ -> table.insert(customer, wrapped));
            known = Objects.requireNonNull(find(customer), "A key was stored and is not there");
        }
        return switch (known) {
            case Living(var aead) -> aead;
            case Erased() -> throw new CustomerErasedException(customer);
        };
    }

    /**
     * @return empty once erased
     * @throws IllegalStateException when the customer never had a key
     */
    Optional<DeterministicAead> opening(CustomerId customer) {
        return switch (find(customer)) {
            case Living(var aead) -> Optional.of(aead);
            case Erased() -> Optional.empty();
            case null -> throw new IllegalStateException("There is no key of " + customer);
        };
    }

    /** Erases in the caller's transaction, when there is one. */
    void erase(CustomerId customer) {
        table.entomb(customer);
        cache.invalidate(customer);
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(
                    new TransactionSynchronization() {
                        @Override
                        public void afterCompletion(int status) {
                            cache.invalidate(customer);
                        }
                    });
        }
    }

    /**
     * Wraps every key with the master keyset's primary key that is not yet; safe to run again, and
     * while everything is being used.
     *
     * @return how many were
     */
    public int rewrap() {
        var count = 0;
        var rows = table.after("", REWRAPPED_AT_ONCE);
        while (!rows.isEmpty()) {
            for (var row : rows) {
                count += rewrap(row.customer(), Objects.requireNonNull(row.wrapped()));
            }
            rows = table.after(rows.getLast().customer().value(), REWRAPPED_AT_ONCE);
        }
        return count;
    }

    private int rewrap(CustomerId customer, byte[] wrapped) {
        return master.sealedByPrimary(wrapped)
                ? 0
                : table.replace(customer, wrapped, CustomerKey.rewrap(customer, wrapped, master));
    }

    private @Nullable CustomerKey find(CustomerId customer) {
        return cache.get(customer, id -> table.find(id).map(this::unwrap).orElse(null));
    }

    private CustomerKey unwrap(CustomerKeyTable.Row row) {
        var wrapped = row.wrapped();
        return wrapped == null ? new Erased() : CustomerKey.unwrap(row.customer(), wrapped, master);
    }
}
