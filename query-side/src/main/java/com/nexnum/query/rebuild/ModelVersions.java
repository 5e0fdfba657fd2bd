package com.nexnum.query.rebuild;

import com.nexnum.query.platform.SqlInstant;
import com.nexnum.query.platform.rows.ReadModel;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code read_model}: of which version the live rows are, and what is kept beside. */
@Component
public class ModelVersions {

    private final JdbcClient sql;
    private final Clock clock;

    ModelVersions(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * Tables that were live before.
     *
     * @param version of the projection that built them
     * @param position up to where they hold what happened
     * @param since when they were replaced
     */
    public record Previous(int version, long position, Instant since) {}

    /** A model that is new has the rows of its first version, as they come. */
    int live(ReadModel model) {
        sql.sql(
                        "insert into read_model (name, version) values (:name, :version) on conflict do nothing")
                .param("name", model.name())
                .param("version", model.version())
                .update();
        return find(model.name()).orElse(model.version());
    }

    OptionalInt find(String model) {
        return sql
                .sql("select version from read_model where name = :name")
                .param("name", model)
                .query(Integer.class)
                .optional()
                .stream()
                .mapToInt(Integer::intValue)
                .findFirst();
    }

    Optional<Previous> previous(String model) {
        return sql.sql(
                        """
                        select previous_version, previous_position, previous_since from read_model
                         where name = :name and previous_since is not null
                        """)
                .param("name", model)
                .query((row, _) ->
                        new Previous(
                                row.getInt("previous_version"),
                                row.getLong("previous_position"),
                                SqlInstant.from(row, "previous_since")))
                .optional();
    }

    /** Notes, in the transaction that switches, what is live now and what is kept. */
    void switched(ReadModel model, int version, long keptUpTo) {
        sql.sql(
                        """
                        update read_model set previous_version = version, version = :version,
                               previous_position = :position, previous_since = :now where name = :name
                        """)
                .param("version", version)
                .param("position", keptUpTo)
                .param("now", SqlInstant.of(clock.instant()))
                .param("name", model.name())
                .update();
    }

    void followed(String model, long position) {
        sql.sql("update read_model set previous_position = :position where name = :name")
                .param("position", position)
                .param("name", model)
                .update();
    }

    void dropped(String model) {
        sql.sql(
                        """
                        update read_model set previous_version = null, previous_position = null, previous_since = null
                         where name = :name
                        """)
                .param("name", model)
                .update();
    }

    /** How many events a second a rebuild of the model took last, or of any model. */
    Optional<Double> measured(String model) {
        return sql.sql(
                        """
                        select events_per_second from read_model where events_per_second is not null
                         order by name <> :name limit 1
                        """)
                .param("name", model)
                .query(Double.class)
                .optional();
    }

    void measured(String model, double eventsPerSecond) {
        sql.sql("update read_model set events_per_second = :rate where name = :name")
                .param("rate", eventsPerSecond)
                .param("name", model)
                .update();
    }
}
