package com.nexnum.platform.eventstore;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.AbstractTokenEntry;
import org.axonframework.eventhandling.tokenstore.GenericTokenEntry;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.serialization.SerializedObject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Positions that go on from where the database stands. Commits that do not wait for the disk
 * ({@link UnhurriedCommits}) may be taken back by a database that dies, while the process still
 * believes in them: it would leave out what they handled. So a position is only stored, and a claim
 * only extended, over the position that this process knows; otherwise the claim counts as lost, and
 * the segment is taken up anew from what is stored.
 */
final class SteadyTokens extends JdbcTokenStore {

    private final JdbcClient sql;
    private final String owner;
    private final ConcurrentMap<Place, Stored> known = new ConcurrentHashMap<>();

    /** What is being stored: whoever extends the claim meanwhile finds the one or the other. */
    private final ConcurrentMap<Place, Stored> coming = new ConcurrentHashMap<>();

    SteadyTokens(JdbcTokenStore.Builder builder, JdbcClient sql, String owner) {
        super(builder);
        this.sql = sql;
        this.owner = owner;
    }

    private record Place(String processor, int segment) {}

    /**
     * @param text null for the beginning of all events
     */
    private record Stored(@Nullable String text) {

        static Stored of(@Nullable SerializedObject<?> token) {
            return new Stored(
                    token == null || token.getData() == null
                            ? null
                            : new String((byte[]) token.getData(), StandardCharsets.UTF_8));
        }

        byte @Nullable [] bytes() {
            return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
        }
    }

    @Override
    public void storeToken(@Nullable TrackingToken token, String processorName, int segment) {
        var place = new Place(processorName, segment);
        var entry =
                new GenericTokenEntry<>(token, serializer(), byte[].class, processorName, segment);
        var next = Stored.of(entry.getSerializedToken());
        var before = known.get(place);
        if (before == null) {
            super.storeToken(token, processorName, segment);
        } else {
            var type = entry.getTokenType();
            coming.put(place, next);
            require(
                    place,
                    sql.sql(
                                    """
                                    update token_entry set token = :next, token_type = :type, timestamp = :at
                                     where owner = :owner and processor_name = :processor and segment = :segment
                                       and token is not distinct from :before
                                    """)
                            .param("next", next.bytes())
                            .param("type", type == null ? null : type.getName())
                            .param("at", entry.timestampAsString())
                            .param("owner", owner)
                            .param("processor", processorName)
                            .param("segment", segment)
                            .param("before", before.bytes())
                            .update());
        }
        onceCommitted(() -> {
            known.put(place, next);
            coming.remove(place, next);
        });
    }

    @Override
    public void extendClaim(String processorName, int segment) {
        var place = new Place(processorName, segment);
        var before = known.get(place);
        if (before == null) {
            super.extendClaim(processorName, segment);
            return;
        }
        require(
                place,
                sql.sql(
                                """
                                update token_entry set timestamp = :at
                                 where owner = :owner and processor_name = :processor and segment = :segment
                                   and (token is not distinct from :before or token is not distinct from :coming)
                                """)
                        .param("coming", coming.getOrDefault(place, before).bytes())
                        .param("at", AbstractTokenEntry.clock.instant().toString())
                        .param("owner", owner)
                        .param("processor", processorName)
                        .param("segment", segment)
                        .param("before", before.bytes())
                        .update());
    }

    /** What is stored when a claim is taken is where this process goes on. */
    @Override
    protected @Nullable TrackingToken claimToken(Connection connection, AbstractTokenEntry<?> entry)
            throws SQLException {
        var token = super.claimToken(connection, entry);
        var place = new Place(entry.getProcessorName(), entry.getSegment());
        var stored = Stored.of(entry.getSerializedToken());
        onceCommitted(() -> known.put(place, stored));
        return token;
    }

    @Override
    public void releaseClaim(String processorName, int segment) {
        var place = new Place(processorName, segment);
        known.remove(place);
        coming.remove(place);
        super.releaseClaim(processorName, segment);
    }

    @Override
    public void deleteToken(String processorName, int segment) {
        var place = new Place(processorName, segment);
        known.remove(place);
        coming.remove(place);
        super.deleteToken(processorName, segment);
    }

    private void require(Place place, int updated) {
        if (updated == 0) {
            known.remove(place);
            throw new UnableToClaimTokenException(
                    "The position of %s[%d] is not the one that this process stored, or not its own any more"
                            .formatted(place.processor(), place.segment()));
        }
    }

    private static void onceCommitted(Runnable work) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            work.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        work.run();
                    }
                });
    }
}
