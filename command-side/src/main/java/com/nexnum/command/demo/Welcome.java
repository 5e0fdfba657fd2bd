package com.nexnum.command.demo;

import com.nexnum.command.identity.FirstAccounts;
import com.nexnum.command.supply.Suppliers;
import com.nexnum.platform.database.DatabaseProperties;
import java.util.stream.Collectors;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Says where everything is, once it is there. */
@Component
class Welcome {

    private final WebServerApplicationContext server;
    private final FirstAccounts accounts;
    private final Suppliers suppliers;
    private final DatabaseProperties database;
    private final Environment environment;

    Welcome(
            WebServerApplicationContext server,
            FirstAccounts accounts,
            Suppliers suppliers,
            DatabaseProperties database,
            Environment environment) {
        this.server = server;
        this.accounts = accounts;
        this.suppliers = suppliers;
        this.database = database;
        this.environment = environment;
    }

    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE - 1)
    @SuppressWarnings("SystemOut") // It speaks to the person at the terminal.
    void onReady(ApplicationReadyEvent event) {
        var webServer = server.getWebServer();
        var base = "http://localhost:" + (webServer == null ? 0 : webServer.getPort());
        var text = new StringBuilder("\n  NexNum is ready.\n\n");
        line(text, "API", base + "/api/v1");
        line(text, "Try it", base + "/api/docs");
        line(text, "Health", base + "/api/health/ready");
        line(text, "Metrics", base + "/api/metrics");
        line(text, "Plays", environment.getProperty("nexnum.roles", "command,query"));
        line(text, "Database", place());
        line(text, "Providers", providers());
        if (accounts.demo()) {
            line(
                    text,
                    "Demo",
                    FirstAccounts.DEMO_USER
                            + ", "
                            + FirstAccounts.DEMO_ADMIN
                            + ", "
                            + FirstAccounts.DEMO_AUDITOR);
            line(text, "", "password " + FirstAccounts.DEMO_PASSWORD);
        }
        System.out.println(text);
    }

    private String place() {
        return database.url() == null
                ? "embedded PostgreSQL in " + database.folder().toAbsolutePath().normalize()
                : "configured by nexnum.database.url";
    }

    private String providers() {
        return suppliers.all().stream()
                .map(supply -> supply.provider().value())
                .collect(Collectors.joining(", "));
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append("  %-10s %s%n".formatted(name, value));
    }
}
