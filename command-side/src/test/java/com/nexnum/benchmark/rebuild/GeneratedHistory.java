package com.nexnum.benchmark.rebuild;

import com.nexnum.kernel.activation.ActivationEvent;
import com.nexnum.kernel.catalog.CatalogEvent.OffersChanged;
import com.nexnum.kernel.language.EventSerializer;
import com.nexnum.kernel.offer.OfferEvent;
import com.nexnum.kernel.purchase.PurchaseEvent;
import com.nexnum.kernel.wallet.WalletEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Writes events by COPY as the event store writes them: payloads by the real serializer, sequences
 * of their streams, metadata and times of the same form. Only the way in is another one.
 */
public final class GeneratedHistory implements AutoCloseable {

    private static final EventSerializer EVENTS = EventSerializer.create();
    private static final Instant BEGIN = Instant.parse("2026-03-01T10:00:00.123Z");
    private static final int BUFFER = 1 << 16;

    private final CopyIn copy;
    private final Connection connection;
    private final Map<String, Long> sequences = new HashMap<>();
    private final StringBuilder rows = new StringBuilder(BUFFER * 2);
    private long count;

    /**
     * @param written how many events were generated before, so that each id is a new one
     */
    public GeneratedHistory(Connection connection, long written) throws SQLException {
        this.connection = connection;
        this.count = written;
        this.copy =
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn(
                                """
                                copy domain_event_entry (event_identifier, aggregate_identifier, sequence_number, type,
                                     time_stamp, payload_type, payload_revision, payload, meta_data) from stdin
                                """);
    }

    public long count() {
        return count;
    }

    /** Stores the event as the next one of its stream. */
    public void add(Object event) throws SQLException {
        var id = new UUID(0x019c_a000_0000_7000L + (count << 16), count ^ 0x8f31_77aa_0000_0000L);
        var stream = stream(event);
        var stored = EVENTS.serialize(event, String.class);
        rows.append(id)
                .append('\t')
                .append(stream)
                .append('\t')
                .append(sequences.merge(stream, 0L, (last, _) -> last + 1))
                .append('\t')
                .append(type(event))
                .append('\t')
                .append(BEGIN.plusMillis(count))
                .append('\t')
                .append(stored.getType().getName())
                .append('\t')
                .append(stored.getType().getRevision())
                .append('\t')
                .append(stored.getData().replace("\\", "\\\\"))
                .append("\t{\"correlationId\":\"")
                .append(id)
                .append("\",\"traceId\":\"")
                .append(id)
                .append("\"}\n");
        count++;
        if (rows.length() >= BUFFER) {
            flush();
        }
    }

    private void flush() throws SQLException {
        var bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        rows.setLength(0);
    }

    @Override
    public void close() throws SQLException, IOException {
        flush();
        copy.endCopy();
        try (var statement = connection.createStatement()) {
            statement.execute("analyze domain_event_entry");
        }
    }

    private static String stream(Object event) {
        return switch (event) {
            case WalletEvent e -> e.walletId().value();
            case ActivationEvent e -> e.activationId().value();
            case PurchaseEvent e -> e.orderId().value();
            case OfferEvent e -> e.offerId().value();
            case OffersChanged e -> "prices-" + e.provider();
            default -> throw new IllegalArgumentException("No stream for " + event);
        };
    }

    private static String type(Object event) {
        return switch (event) {
            case WalletEvent _ -> "Wallet";
            case ActivationEvent _ -> "Activation";
            case PurchaseEvent _ -> "Order";
            case OfferEvent _ -> "Offer";
            default -> "\\N";
        };
    }
}
