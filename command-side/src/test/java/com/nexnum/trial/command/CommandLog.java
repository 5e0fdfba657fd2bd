package com.nexnum.trial.command;

import com.nexnum.command.decision.CommandRejected;
import com.nexnum.command.decision.Rejection;
import com.nexnum.command.platform.Commands;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;

/** Writes down the commands that are sent; each takes effect unless it is to be refused. */
public final class CommandLog {

    public final List<Object> sent = new ArrayList<>();
    private final Map<Class<?>, Rejection> refusals = new HashMap<>();
    private final SimpleCommandBus bus = SimpleCommandBus.builder().build();

    public CommandLog(Class<?>... kinds) {
        for (var kind : kinds) {
            bus.subscribe(
                    kind.getName(),
                    message -> {
                        sent.add(message.getPayload());
                        var refusal = refusals.get(kind);
                        if (refusal != null) {
                            throw new CommandRejected(refusal);
                        }
                        return null;
                    });
        }
    }

    public CommandLog refusing(Class<?> kind, Rejection reason) {
        refusals.put(kind, reason);
        return this;
    }

    public Commands commands() {
        return new Commands(DefaultCommandGateway.builder().commandBus(bus).build());
    }
}
