package com.nexnum.command.platform;

import com.nexnum.command.decision.CommandRejected;
import com.nexnum.command.decision.Rejection;
import com.nexnum.platform.audit.Origin;
import java.util.Map;
import java.util.Optional;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.stereotype.Component;

/** Sends commands from outside of lanes and waits for what becomes of them. */
@Component
public class Commands {

    private final CommandGateway gateway;

    public Commands(CommandGateway gateway) {
        this.gateway = gateway;
    }

    /**
     * @throws CommandRejected when the command is refused
     */
    public void send(Object command) {
        gateway.sendAndWait(command);
    }

    /**
     * The same, with a note on who asked.
     *
     * @throws CommandRejected when the command is refused
     */
    public void send(Object command, Origin origin) {
        gateway.sendAndWait(
                GenericCommandMessage.asCommandMessage(command)
                        .andMetaData(Map.of(Origin.KEY, origin)));
    }

    /** The refusal, or empty when the command took effect, now or before. */
    public Optional<Rejection> trySend(Object command) {
        try {
            gateway.sendAndWait(command);
            return Optional.empty();
        } catch (CommandRejected rejected) {
            return Optional.of(rejected.reason());
        }
    }
}
