package com.nexnum.benchmark.shop;

import com.nexnum.benchmark.shop.crud.CrudRows;
import com.nexnum.benchmark.shop.crud.CrudShop;
import com.nexnum.command.CommandSide;
import com.nexnum.kernel.catalog.CountryCode;
import com.nexnum.kernel.catalog.ServiceCode;
import com.nexnum.kernel.offer.OfferId;
import com.nexnum.kernel.supply.ProviderSlug;
import com.nexnum.platform.database.TestDatabase;
import com.nexnum.platform.privacy.TestKeyset;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Both shops behind one web server, on a database of their own, with one provider. */
final class Shop implements AutoCloseable {

    private static final Duration CATCHES_UP_WITHIN = Duration.ofSeconds(60);

    private final ConfigurableApplicationContext context;

    private Shop(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static Shop open(AtOnceProvider provider) {
        var ours = "--nexnum.supply.providers.atonce.";
        var shop =
                new Shop(
                        new SpringApplicationBuilder(
                                        CommandSide.class, PollsLater.class, CrudShop.class)
                                .run(
                                        "--server.port=0",
                                        "--nexnum.database.url=" + TestDatabase.empty().url(),
                                        "--nexnum.database.username=postgres",
                                        "--nexnum.privacy.master-keyset=" + TestKeyset.base64(),
                                        "--nexnum.supply.sandbox.enabled=false",
                                        "--nexnum.outbound.allowed-networks=127.0.0.0/8",
                                        ours + "protocol=sms-activate",
                                        ours + "base-url=" + provider.address(),
                                        ours + "api-key=a-key-for-the-benchmark",
                                        ours + "calls-per-second=10000",
                                        ours + "max-concurrent-calls=64"));
        shop.awaitListings();
        shop.openOffers();
        return shop;
    }

    int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    JdbcClient sql() {
        return bean(JdbcClient.class);
    }

    /** Waits until every read model and every saga has taken what is stored now. */
    void catchUp() {
        long head = bean(EventStore.class).createHeadToken().position().orElse(0);
        until(
                "Some processor stays behind " + head,
                () ->
                        processors().stream()
                                .flatMap(it -> it.processingStatus().values().stream())
                                .allMatch(status -> position(status) >= head));
    }

    private List<StreamingEventProcessor> processors() {
        return bean(EventProcessingConfiguration.class).eventProcessors().values().stream()
                .filter(StreamingEventProcessor.class::isInstance)
                .map(StreamingEventProcessor.class::cast)
                .toList();
    }

    private static long position(EventTrackerStatus status) {
        return status.getCurrentPosition().orElse(-1);
    }

    private void awaitListings() {
        int all = AtOnceProvider.goods().size();
        until(
                "Nothing is listed",
                () ->
                        sql().sql("select count(*) from listing").query(Integer.class).single()
                                == all);
    }

    private void openOffers() {
        sql().sql("select provider, service, country from listing")
                .query((row, _) ->
                        OfferId.of(
                                new ProviderSlug(row.getString(1)),
                                new ServiceCode(row.getString(2)),
                                new CountryCode(row.getString(3))))
                .list()
                .forEach(bean(CrudRows.class)::openOffer);
    }

    private static void until(String otherwise, Condition holds) {
        var end = Instant.now().plus(CATCHES_UP_WITHIN);
        while (!holds.test()) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException(otherwise);
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }

    private interface Condition {
        boolean test();
    }
}
