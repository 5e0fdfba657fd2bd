package com.nexnum.trial;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A database that goes away when a test says so. */
public final class BreakableDatabase extends DelegatingDataSource {

    private volatile boolean down;

    public BreakableDatabase(DataSource database) {
        super(database);
    }

    public void goDown() {
        down = true;
    }

    public void comeBack() {
        down = false;
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (down) {
            throw new SQLException("Connection to secret-host:5432 refused", "08001");
        }
        return super.getConnection();
    }
}
