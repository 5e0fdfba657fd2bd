package com.nexnum.trial.command;

import com.nexnum.command.CommandSide;
import com.nexnum.platform.database.TestDatabase;
import com.nexnum.platform.privacy.TestKeyset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.caching.Cache;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A process as it runs for customers, beside others on one database; only nothing is for sale. */
public final class CommandProcess implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private CommandProcess(ConfigurableApplicationContext context) {
        this.context = context;
    }

    public static CommandProcess on(TestDatabase database, String... properties) {
        return on(database, List.of(), properties);
    }

    public static CommandProcess on(
            TestDatabase database, List<Class<?>> more, String... properties) {
        var arguments = new ArrayList<String>();
        arguments.add("--server.port=0");
        arguments.add("--nexnum.database.url=" + database.url());
        arguments.add("--nexnum.database.username=postgres");
        arguments.add("--nexnum.privacy.master-keyset=" + TestKeyset.base64());
        arguments.add("--nexnum.supply.sandbox.enabled=false");
        for (var property : properties) {
            arguments.add("--" + property);
        }
        var builder =
                new SpringApplicationBuilder(CommandSide.class, Deeds.class, LossyCommits.class);
        builder.sources(more.toArray(Class<?>[]::new));
        return new CommandProcess(builder.run(arguments.toArray(String[]::new)));
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public JdbcClient sql() {
        return bean(JdbcClient.class);
    }

    public void send(Object command) {
        bean(CommandGateway.class).sendAndWait(command);
    }

    public CompletableFuture<Object> start(Object command) {
        return bean(CommandGateway.class).send(command);
    }

    /** Forgets every aggregate that is kept in memory. */
    public void forget() {
        context.getBean("aggregateCache", Cache.class).removeAll();
    }

    @Override
    public void close() {
        context.close();
    }
}
