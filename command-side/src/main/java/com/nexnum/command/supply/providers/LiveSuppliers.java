package com.nexnum.command.supply.providers;

import com.nexnum.command.supply.CodeBooks;
import com.nexnum.command.supply.Suppliers;
import com.nexnum.command.supply.Suppliers.Supplier;
import com.nexnum.command.supply.SupplyGuard;
import com.nexnum.command.supply.engine.ConfiguredSupply;
import com.nexnum.command.supply.engine.document.DocumentCheck;
import com.nexnum.command.supply.engine.request.Secrets;
import com.nexnum.command.supply.http.ApiKey;
import com.nexnum.command.supply.http.UpstreamClient;
import com.nexnum.command.supply.http.UpstreamSettings.Pace;
import com.nexnum.kernel.supply.ProviderSlug;
import com.nexnum.platform.outbound.Destinations;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Keeps the suppliers of this process as the providers are registered. One whose configuration
 * cannot be used is paused and told; all others go on.
 */
@Component
class LiveSuppliers implements SmartLifecycle {

    static final String WEBHOOK_SECRET = "webhookSecret";
    private static final Logger LOG = LoggerFactory.getLogger(LiveSuppliers.class);
    private static final long LOOKS_EVERY_SECONDS = 5;
    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(5);

    private final ProviderTable table;
    private final ProviderSecrets secrets;
    private final Suppliers suppliers;
    private final CodeBooks books;
    private final Providers providers;
    private final Destinations destinations;
    private final SupplyGuard guard;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Semaphore bell = new Semaphore(0);
    private final Map<ProviderSlug, Long> seen = new HashMap<>();
    private final Map<ProviderSlug, UpstreamClient> clients = new HashMap<>();
    private final Map<ProviderSlug, String> unusable = new ConcurrentHashMap<>();
    private volatile boolean running;
    private @Nullable Thread looking;

    LiveSuppliers(
            ProviderTable table,
            ProviderSecrets secrets,
            Suppliers suppliers,
            CodeBooks books,
            Providers providers,
            Destinations destinations,
            ObjectProvider<SupplyGuard> guards,
            ProviderNews news,
            Clock clock) {
        this.table = table;
        this.secrets = secrets;
        this.suppliers = suppliers;
        this.books = books;
        this.providers = providers;
        this.destinations = destinations;
        this.guard = guards.getIfAvailable(() -> supply -> supply);
        this.clock = clock;
        news.on(this::lookAgain, bell::release);
    }

    /** Before the limits are shared, and before anybody calls a provider. */
    @Override
    public int getPhase() {
        return -1_100;
    }

    @Override
    public void start() {
        look();
        running = true;
        looking = Thread.ofPlatform().daemon().name("providers").start(this::run);
    }

    @Override
    public void stop() {
        running = false;
        var thread = looking;
        looking = null;
        if (thread != null) {
            thread.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run() {
        try {
            while (running) {
                tellOfUnusable();
                var _ = bell.tryAcquire(LOOKS_EVERY_SECONDS, TimeUnit.SECONDS);
                bell.drainPermits();
                lookAgain();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void lookAgain() {
        try {
            look();
        } catch (RuntimeException e) {
            // It looks again by itself; whoever changed something has changed it.
            LOG.warn("The providers cannot be read now: {}", e.toString());
        }
    }

    private void look() {
        lock.lock();
        try {
            for (var row : table.all()) {
                var before = seen.get(row.slug());
                if (before == null || before < row.told()) {
                    take(row);
                    suppliers.changed(row.slug());
                    seen.put(row.slug(), row.told());
                }
            }
        } finally {
            lock.unlock();
        }
    }

    private void take(ProviderRow row) {
        var slug = row.slug();
        boolean usable = suppliers.isFixed(slug) || (row.version() > 0 && made(row));
        suppliers.openForSale(slug, usable && row.pause() == null);
    }

    /** Whether there is one now with everything that it needs. */
    private boolean made(ProviderRow row) {
        var slug = row.slug();
        try {
            var version = table.version(slug, row.version()).orElseThrow();
            var document = DocumentCheck.checked(version.configuration().effective());
            var keys = secrets.open(slug);
            var timeout = document.pace().timeout();
            var connect = timeout.compareTo(LONGEST_CONNECT) < 0 ? timeout : LONGEST_CONNECT;
            var calls = document.pace().callsPerSecond();
            var pace = new Pace(connect, timeout, calls, document.pace().maxConcurrentCalls());
            // One way for all versions: the limits of the provider do not begin anew with each.
            var client =
                    clients.computeIfAbsent(slug, _ -> UpstreamClient.sharing(pace, destinations));
            client.pace(pace);
            var codes = books.of(slug, document.codes());
            var supply =
                    new ConfiguredSupply(slug, document, new Secrets(keys), client, codes, clock);
            suppliers.put(
                    new Supplier(
                                    supply,
                                    secret(keys.get(WEBHOOK_SECRET)),
                                    client,
                                    version.configuration().preference())
                            .behind(guard));
            unusable.remove(slug);
            return keys.keySet().containsAll(NamedSecrets.of(document));
        } catch (DataAccessException e) {
            throw e;
        } catch (RuntimeException e) {
            unusable.put(slug, String.valueOf(e.getMessage()));
            return false;
        }
    }

    private void tellOfUnusable() {
        unusable.forEach((slug, why) -> {
            try {
                if (table.find(slug).filter(it -> it.pause() == null).isPresent()) {
                    LOG.error("The provider {} cannot be used and is paused: {}", slug, why);
                    providers.pause(slug, shortened("It cannot be used: " + why), null);
                }
            } catch (RuntimeException e) {
                LOG.warn("The provider {} cannot be paused now", slug, e);
            }
        });
    }

    private static String shortened(String reason) {
        return reason.length() <= 500 ? reason : reason.substring(0, 500);
    }

    private static @Nullable String secret(@Nullable ApiKey key) {
        return key == null ? null : key.secret();
    }
}
