package com.nexnum.story;

import com.nexnum.command.supply.sandbox.SandboxServer;
import com.nexnum.command.supply.sandbox.SandboxSettings;
import com.nexnum.platform.database.TestDatabase;
import com.nexnum.trial.process.OsProcess;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Processes of both sides on one database, a provider outside all of them, and a proxy in front.
 */
final class Fleet implements AutoCloseable {

    private static final String SECRET = "whsec_" + "c2VjcmV0LW9mLXRoZS1kZXBvc2l0cy1nYXRld2F5";

    private final TestDatabase database = TestDatabase.migrated();
    private final List<OsProcess> all = new ArrayList<>();
    final SandboxServer provider =
            SandboxServer.start(
                    SandboxSettings.USUAL
                            .onPort(0)
                            .with(Duration.ofSeconds(1), Duration.ofSeconds(1)),
                    Clock.systemUTC());
    final JdbcClient sql = JdbcClient.create(database.dataSource());
    final Front front;

    Fleet() throws IOException {
        front = new Front();
    }

    /** Starts, and does not wait. */
    OsProcess starts(String name, String role, String... more) {
        var properties =
                Stream.concat(
                                Stream.of(
                                        "nexnum.roles=" + role,
                                        "nexnum.drain.notice=5s",
                                        "nexnum.purchase.default-wait=30s",
                                        "nexnum.catalog.sync-every=1s",
                                        "nexnum.deposits.sandbox.delay=100ms",
                                        "nexnum.deposits.sandbox.secret=" + SECRET,
                                        "nexnum.outbound.allowed-networks=127.0.0.0/8",
                                        "nexnum.supply.providers.sandbox.protocol=sms-activate",
                                        "nexnum.supply.providers.sandbox.base-url="
                                                + provider.address(),
                                        "nexnum.supply.providers.sandbox.api-key="
                                                + SandboxSettings.USUAL.apiKey(),
                                        "nexnum.supply.providers.sandbox.calls-per-second=500",
                                        "nexnum.supply.providers.sandbox.min-cancel-age=1s",
                                        "nexnum.supply.providers.sandbox.timeout=2s"),
                                Stream.of(more))
                        .toArray(String[]::new);
        var process = OsProcess.start(name, OsProcess.on(database, properties));
        all.add(process);
        return process;
    }

    /** Processes that work on that processor now. */
    List<String> owners(String processor) {
        return sql.sql(
                        """
                        select distinct owner from token_entry
                         where processor_name = :name and owner is not null
                        """)
                .param("name", processor)
                .query(String.class)
                .list();
    }

    /** How many segments that process works on now, of all processors. */
    int segments(OsProcess process) {
        return sql.sql("select count(*) from token_entry where owner like :pid")
                .param("pid", process.pid() + "@%")
                .query(Integer.class)
                .single();
    }

    @Override
    public void close() {
        front.close();
        all.forEach(OsProcess::close);
        provider.close();
    }
}
