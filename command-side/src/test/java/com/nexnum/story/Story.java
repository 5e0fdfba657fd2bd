package com.nexnum.story;

import static org.awaitility.Awaitility.await;

import com.nexnum.command.identity.FirstAccounts;
import com.nexnum.command.supply.sandbox.SandboxServer;
import java.math.BigDecimal;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a story is told with. */
@WholeSystem
abstract class Story {

    @Autowired SandboxServer sandbox;
    @Autowired JdbcClient sql;
    @LocalServerPort int port;

    Api api() {
        return new Api(port);
    }

    Buyer buyer() {
        return Buyer.registered(api());
    }

    Buyer auditor() {
        return Buyer.signedIn(api(), FirstAccounts.DEMO_AUDITOR, FirstAccounts.DEMO_PASSWORD);
    }

    /** One more than the demo has. */
    Buyer secondAdministrator() {
        var person = buyer();
        sql.sql("update app_user set roles = 'ADMIN,USER' where id = ?")
                .param(person.id())
                .update();
        person.signIn();
        return person;
    }

    /** What the cheapest number of that kind costs, once the price list was read. */
    BigDecimal price(String service, String country) {
        var path = "/api/v1/offers?service=" + service + "&country=" + country;
        var offers =
                await().atMost(Duration.ofSeconds(30))
                        .until(
                                () -> api().get(path).json().at("/items"),
                                items -> !items.isEmpty());
        return Buyer.decimal(offers.at("/0/price/amount"));
    }

    /** The number of events ever stored. */
    long events() {
        return count("domain_event_entry");
    }

    long count(String table) {
        return sql.sql("select count(*) from " + table).query(Long.class).single();
    }
}
