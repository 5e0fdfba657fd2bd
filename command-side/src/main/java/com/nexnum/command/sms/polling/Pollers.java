package com.nexnum.command.sms.polling;

import com.nexnum.command.supply.Suppliers;
import com.nexnum.command.supply.Suppliers.Supplier;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** One poller for each provider, so that none of them waits for another's. */
@Component
class Pollers implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Pollers.class);

    private final Suppliers suppliers;
    private final PollTable table;
    private final PollBell bell;
    private final PollWork work;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Running> running = new LinkedHashMap<>();
    private volatile boolean started;
    private ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

    private record Running(Poller poller, Thread thread) {}

    Pollers(Suppliers suppliers, PollTable table, PollBell bell, PollWork work, Clock clock) {
        this.suppliers = suppliers;
        this.table = table;
        this.bell = bell;
        this.work = work;
        this.clock = clock;
        suppliers.onChange(_ -> beginNew());
    }

    @Override
    public void start() {
        workers = Executors.newVirtualThreadPerTaskExecutor();
        started = true;
        beginNew();
    }

    /** A provider that was added has numbers to poll soon. */
    private void beginNew() {
        lock.lock();
        try {
            if (started) {
                for (var supplier : suppliers.withLines()) {
                    var slug = supplier.supply().provider().value();
                    running.computeIfAbsent(slug, _ -> begun(supplier));
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /** Takes up nothing more and lets what is asked be answered. */
    @Override
    public void stop() {
        var begun = taken();
        begun.forEach(it -> it.poller().stop());
        try {
            for (var it : begun) {
                it.thread().join(Duration.ofSeconds(10));
            }
            workers.shutdown();
            if (!workers.awaitTermination(20, TimeUnit.SECONDS)) {
                LOG.warn("Polls were still open; they come again by themselves");
                workers.shutdownNow();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Running> taken() {
        lock.lock();
        try {
            started = false;
            var all = List.copyOf(running.values());
            running.clear();
            return all;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean isRunning() {
        return started;
    }

    private Running begun(Supplier supplier) {
        var slug = supplier.supply().provider().value();
        var poller = new Poller(slug, supplier.line(), table, bell, work, clock);
        var thread = Thread.ofVirtual().name("poll-" + slug).start(() -> poller.run(workers));
        return new Running(poller, thread);
    }
}
