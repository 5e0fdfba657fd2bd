package com.nexnum.benchmark.wallet;

import com.nexnum.platform.eventstore.TimeOrderedIdentifiers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLongArray;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The yardstick: callers with a connection each and one prepared statement, committed durably by
 * itself. There is no quicker way to make one change per caller with JDBC.
 */
final class PlainClients implements AutoCloseable {

    private static final String LIKE_THE_EVENTS =
            """
            create table plain_event (like domain_event_entry including all);
            create table plain_balance (id int primary key, available bigint not null);
            insert into plain_balance values (1, 0);
            """;
    private static final String INSERT =
            """
            insert into plain_event (event_identifier, aggregate_identifier, sequence_number, type,
                   time_stamp, payload_type, payload_revision, payload, meta_data)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String UPDATE =
            "update plain_balance set available = available + ? where id = 1";

    private static final int STREAMS = 1_000;

    private final TimeOrderedIdentifiers identifiers = new TimeOrderedIdentifiers();
    private final List<Client> clients = new ArrayList<>();
    private final Sample sample;

    private record Sample(
            String type,
            String time,
            String payloadType,
            String revision,
            String payload,
            String metaData) {}

    private record Client(
            Connection connection,
            PreparedStatement insert,
            PreparedStatement update,
            AtomicLongArray sequences) {}

    static void prepare(JdbcClient sql) {
        sql.sql(LIKE_THE_EVENTS).update();
    }

    /** So many clients that store copies of an event that the subject stored. */
    PlainClients(DataSource database, int count) throws SQLException {
        sample =
                JdbcClient.create(database)
                        .sql(
                                """
                                select type, time_stamp as time, payload_type, payload_revision as revision, payload, meta_data
                                  from domain_event_entry where payload_type = 'wallet.funds-held' limit 1
                                """)
                        .query(Sample.class)
                        .single();
        for (int i = 0; i < count; i++) {
            var connection = database.getConnection();
            clients.add(
                    new Client(
                            connection,
                            connection.prepareStatement(INSERT),
                            connection.prepareStatement(UPDATE),
                            new AtomicLongArray(STREAMS)));
        }
    }

    int insertOne(int number) throws SQLException {
        var client = clients.get(number);
        int stream = ThreadLocalRandom.current().nextInt(STREAMS);
        var insert = client.insert;
        insert.setString(1, identifiers.generateIdentifier());
        insert.setString(
                2,
                "wallet-cus_%d%02d%06d".formatted(System.identityHashCode(this), number, stream));
        insert.setLong(3, client.sequences.getAndIncrement(stream));
        insert.setString(4, sample.type);
        insert.setString(5, sample.time);
        insert.setString(6, sample.payloadType);
        insert.setString(7, sample.revision);
        insert.setString(8, sample.payload);
        insert.setString(9, sample.metaData);
        return insert.executeUpdate();
    }

    int updateTheHotRow(int number) throws SQLException {
        var update = clients.get(number).update;
        update.setLong(1, 1);
        return update.executeUpdate();
    }

    @Override
    public void close() throws SQLException {
        for (var client : clients) {
            client.connection.close();
        }
    }
}
