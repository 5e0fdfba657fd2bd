package com.nexnum.query.rebuild;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/** Pages of events on their way from the thread that reads them, a few at most. */
final class PageQueue implements AutoCloseable {

    private static final int PAGES_UNDER_WAY = 8;

    private final BlockingQueue<Optional<List<Stored>>> pages =
            new ArrayBlockingQueue<>(PAGES_UNDER_WAY);
    private final Thread reader;
    private volatile @Nullable Exception failure;

    /** Reads until the end. */
    @FunctionalInterface
    interface Source {
        void read(EventCursor.Pages into) throws SQLException, InterruptedException;
    }

    PageQueue(Source source) {
        this.reader =
                Thread.ofPlatform()
                        .daemon()
                        .name("rebuild-reader")
                        .unstarted(() -> readAll(source));
    }

    void start() {
        reader.start();
    }

    /**
     * The next page, or null at the end.
     *
     * @throws IllegalStateException when the reading failed
     */
    @Nullable List<Stored> next() throws InterruptedException {
        var page = pages.take();
        var known = failure;
        if (known != null) {
            throw new IllegalStateException("The rebuild cannot read", known);
        }
        return page.orElse(null);
    }

    private void readAll(Source source) {
        try {
            try {
                source.read(page -> pages.put(Optional.of(page)));
            } catch (SQLException | RuntimeException e) {
                failure = e;
                pages.clear();
            }
            pages.put(Optional.empty());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stops the reading, and waits until it has let go of its connection. */
    @Override
    public void close() {
        reader.interrupt();
        try {
            reader.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
