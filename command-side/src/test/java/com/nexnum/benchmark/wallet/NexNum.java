package com.nexnum.benchmark.wallet;

import com.nexnum.command.CommandSide;
import com.nexnum.platform.database.TestDatabase;
import com.nexnum.platform.privacy.TestKeyset;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The program as it runs for customers, on a PostgreSQL of its own that keeps what it commits. */
public final class NexNum implements AutoCloseable {

    public final TestDatabase database = TestDatabase.migrated();
    private final ConfigurableApplicationContext context;

    public NexNum(String... properties) {
        var arguments = new ArrayList<String>();
        arguments.add("--server.port=0");
        arguments.add("--nexnum.database.url=" + database.url());
        arguments.add("--nexnum.database.username=postgres");
        arguments.add("--nexnum.privacy.master-keyset=" + TestKeyset.base64());
        arguments.add("--nexnum.supply.sandbox.enabled=false");
        arguments.add("--logging.level.root=WARN");
        List.of(properties).forEach(property -> arguments.add("--" + property));
        context =
                new SpringApplicationBuilder(CommandSide.class)
                        .run(arguments.toArray(String[]::new));
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public JdbcClient sql() {
        return bean(JdbcClient.class);
    }

    long events() {
        return sql().sql("select count(*) from domain_event_entry").query(Long.class).single();
    }

    @Override
    public void close() {
        context.close();
    }
}
