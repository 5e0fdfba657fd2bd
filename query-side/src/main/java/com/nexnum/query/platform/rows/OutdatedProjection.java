package com.nexnum.query.platform.rows;

import com.nexnum.platform.eventstore.PassingFailure;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The live rows were built by a newer version of the projection than this process has. Its work is
 * undone and left to processes of that version; nothing is wrong with the events.
 */
public final class OutdatedProjection extends RuntimeException implements PassingFailure {

    private static final long serialVersionUID = 1L;

    private OutdatedProjection(String message) {
        super(message);
    }

    /**
     * To be asked after the rows were written: tables change places only when nobody who wrote to
     * them is still to commit, so what is read here stays true until then.
     *
     * @throws OutdatedProjection when the live rows are of a newer version
     */
    static void refuse(JdbcClient sql, ReadModel model) {
        sql.sql("select version from read_model where name = :name and version > :known")
                .param("name", model.name())
                .param("known", model.version())
                .query(Integer.class)
                .optional()
                .ifPresent(live -> {
                    throw new OutdatedProjection(
                            "%s is of version %d by now, and this process knows version %d"
                                    .formatted(model.name(), live, model.version()));
                });
    }
}
