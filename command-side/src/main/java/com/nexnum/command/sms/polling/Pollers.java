package com.nexnum.command.sms.polling;

import com.nexnum.command.supply.Suppliers;
import com.nexnum.command.supply.Suppliers.Supplier;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
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
    private List<Running> running = List.of();
    private ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

    private record Running(Poller poller, Thread thread) {}

    Pollers(Suppliers suppliers, PollTable table, PollBell bell, PollWork work, Clock clock) {
        this.suppliers = suppliers;
        this.table = table;
        this.bell = bell;
        this.work = work;
        this.clock = clock;
    }

    @Override
    public void start() {
        workers = Executors.newVirtualThreadPerTaskExecutor();
        running = suppliers.withLines().stream().map(this::begun).toList();
    }

    /** Takes up nothing more and lets what is asked be answered. */
    @Override
    public void stop() {
        running.forEach(it -> it.poller().stop());
        try {
            for (var it : running) {
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
        running = List.of();
    }

    @Override
    public boolean isRunning() {
        return !running.isEmpty();
    }

    private Running begun(Supplier supplier) {
        var slug = supplier.supply().provider().value();
        var poller = new Poller(slug, supplier.line(), table, bell, work, clock);
        var thread = Thread.ofVirtual().name("poll-" + slug).start(() -> poller.run(workers));
        return new Running(poller, thread);
    }
}
