package com.nexnum.platform.database;

import java.sql.Connection;
import java.sql.SQLException;

/** Connections to the database beside the pool, for those who keep one for good. */
@FunctionalInterface
public interface OwnConnections {

    /** Opens one more; who opens it closes it. */
    Connection open() throws SQLException;
}
