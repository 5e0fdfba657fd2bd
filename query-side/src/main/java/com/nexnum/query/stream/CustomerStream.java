package com.nexnum.query.stream;

import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.query.platform.Changes;
import java.io.IOException;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Tells one customer, on one connection, what happens. */
final class CustomerStream {

    private static final long RETRY_MILLIS = 3000;

    private final Feed feed;
    private final Changes changes;
    private final StreamSettings settings;
    private final CustomerId customer;
    private final EventStream out;
    private final Told told;
    private long lastSent = System.nanoTime();

    CustomerStream(NewsSource source, CustomerId customer, long after, EventStream out) {
        this.feed = source.feed();
        this.changes = source.changes();
        this.settings = source.settings();
        this.customer = customer;
        this.out = out;
        this.told = new Told(after);
    }

    /**
     * Tells until told to end.
     *
     * @throws IOException when the client is gone
     */
    void runWhile(BooleanSupplier wanted) throws IOException {
        try (var watch = changes.watch(Feed.topic(customer))) {
            out.open(RETRY_MILLIS);
            while (wanted.getAsBoolean() && !Thread.currentThread().isInterrupted()) {
                if (tellNews() == Feed.PAGE) {
                    continue;
                }
                var silence = Duration.ofNanos(System.nanoTime() - lastSent);
                if (silence.compareTo(settings.heartbeat()) >= 0) {
                    out.heartbeat();
                    lastSent = System.nanoTime();
                }
                watch.await(settings.pause());
            }
        }
    }

    private int tellNews() throws IOException {
        var events = feed.after(customer, told.readAfter());
        for (var event : events) {
            if (told.isNews(event.position())) {
                tell(event);
            }
        }
        return events.size();
    }

    private void tell(FeedEvent event) throws IOException {
        if (told.isLate(event.position())) {
            out.eventWithoutId(event);
        } else {
            out.event(event);
        }
        told.advance(event.position());
        lastSent = System.nanoTime();
    }
}
