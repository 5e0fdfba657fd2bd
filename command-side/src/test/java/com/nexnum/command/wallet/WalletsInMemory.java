package com.nexnum.command.wallet;

import com.nexnum.command.platform.OperationClaims;
import com.nexnum.command.wallet.WalletCommand.OpenWallet;
import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.kernel.language.EventSerializer;
import com.nexnum.kernel.money.Currency;
import com.nexnum.kernel.wallet.WalletId;
import java.util.List;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.Message;

/**
 * Real wallets on a command bus and an event store in memory, for the tests of their neighbours.
 */
public final class WalletsInMemory implements AutoCloseable {

    private final Configuration axon =
            DefaultConfigurer.defaultConfiguration()
                    .configureSerializer(_ -> EventSerializer.create())
                    .configureEmbeddedEventStore(_ -> new InMemoryEventStorageEngine())
                    .registerComponent(OperationClaims.class, _ -> new ClaimTable())
                    .configureAggregate(Wallet.class)
                    .start();

    public CommandGateway commands() {
        return axon.commandGateway();
    }

    public void open(CustomerId customer) {
        commands().sendAndWait(new OpenWallet(WalletId.of(customer), Currency.USD));
    }

    /** Everything that happened to one customer's wallet. */
    public List<Object> past(CustomerId customer) {
        return axon.eventStore()
                .readEvents(WalletId.of(customer).value())
                .asStream()
                .<Object>map(Message::getPayload)
                .toList();
    }

    @Override
    public void close() {
        axon.shutdown();
    }
}
