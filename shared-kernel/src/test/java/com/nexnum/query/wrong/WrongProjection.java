package com.nexnum.query.wrong;

import com.nexnum.kernel.wallet.WalletEvent;
import java.net.http.HttpClient;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;

/** Cannot be reset, sends commands, and calls the world. */
@ProcessingGroup("wrong")
public final class WrongProjection {

    @EventHandler
    void on(WalletEvent event, CommandGateway commands, HttpClient client) {
        commands.sendAndWait(event.toString() + client);
    }
}
