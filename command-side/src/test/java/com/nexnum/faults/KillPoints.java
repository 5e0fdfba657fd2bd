package com.nexnum.faults;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.MethodExecutionContext;
import net.ttddyy.dsproxy.listener.MethodExecutionListener;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Stands around the pool and sees each commit come and go. A statement that would commit by itself
 * is given a transaction, so that there is a before.
 */
final class KillPoints
        implements BeanPostProcessor, QueryExecutionListener, MethodExecutionListener {

    static final Points POINTS = new Points();

    private final Map<String, Set<String>> changes = new ConcurrentHashMap<>();
    private final Set<String> alone = ConcurrentHashMap.newKeySet();

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource pool && name.equals("dataSource")
                ? ProxyDataSourceBuilder.create(pool).listener(this).methodListener(this).build()
                : bean;
    }

    @Override
    public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        if (queries.stream().map(Change::of).noneMatch(Optional::isPresent)) {
            return;
        }
        try {
            var connection = execution.getStatement().getConnection();
            if (connection.getAutoCommit()) {
                connection.setAutoCommit(false);
                alone.add(execution.getConnectionId());
            }
        } catch (SQLException e) {
            // The statement itself is going to meet and to tell what is wrong.
            alone.remove(execution.getConnectionId());
        }
    }

    @Override
    public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        var id = execution.getConnectionId();
        try {
            if (execution.isSuccess() && changed(execution.getResult())) {
                queries.stream()
                        .map(Change::of)
                        .flatMap(Optional::stream)
                        .forEach(changes.computeIfAbsent(id, _ -> new LinkedHashSet<>())::add);
            }
            if (alone.remove(id)) {
                end(execution.getStatement().getConnection(), id, execution.isSuccess());
            }
        } catch (SQLException e) {
            throw KillPoints.<RuntimeException>asItIs(e);
        }
    }

    /** The product meets the failure that it would meet without this. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <E extends Exception> E asItIs(Exception failure) throws E {
        throw (E) failure;
    }

    private void end(Connection connection, String id, boolean success) throws SQLException {
        if (success) {
            var commit = nameOf(id);
            commit.ifPresent(POINTS::before);
            connection.commit();
            changes.remove(id);
            commit.ifPresent(POINTS::after);
            connection.setAutoCommit(true);
        } else {
            changes.remove(id);
            undo(connection);
        }
    }

    /** A connection that broke has nothing to undo, and the product is told why it broke. */
    private static void undo(Connection connection) throws SQLException {
        if (!connection.isClosed()) {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private static boolean changed(Object result) throws SQLException {
        return switch (result) {
            case Integer rows -> rows > 0;
            case int[] rows -> Arrays.stream(rows).anyMatch(row -> row != 0);
            case ResultSet rows -> rows.isBeforeFirst();
            case null, default -> true;
        };
    }

    @Override
    public void beforeMethod(MethodExecutionContext call) {
        if (isOn(call, "commit")) {
            nameOf(call.getConnectionInfo().getConnectionId()).ifPresent(POINTS::before);
        }
    }

    @Override
    public void afterMethod(MethodExecutionContext call) {
        if (isOn(call, "commit") || isOn(call, "rollback")) {
            var id = call.getConnectionInfo().getConnectionId();
            var commit = nameOf(id);
            changes.remove(id);
            if (call.getThrown() == null && isOn(call, "commit")) {
                commit.ifPresent(POINTS::after);
            }
        }
    }

    private Optional<String> nameOf(String connection) {
        var changed = changes.get(connection);
        return changed == null || changed.isEmpty()
                ? Optional.empty()
                : Optional.of(String.join(" + ", changed));
    }

    private static boolean isOn(MethodExecutionContext call, String method) {
        return call.getTarget() instanceof Connection && call.getMethod().getName().equals(method);
    }
}
