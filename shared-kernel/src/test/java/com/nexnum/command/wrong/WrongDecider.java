package com.nexnum.command.wrong;

import com.nexnum.command.wrongother.WrongManager;
import com.nexnum.query.wrong.WrongProjection;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import org.axonframework.commandhandling.gateway.CommandGateway;

/** Breaks every rule of those who decide, on purpose. */
public final class WrongDecider {

    private float rate;

    double decide(CommandGateway commands, WrongProjection view, WrongManager other) {
        rate++;
        return (double) rate + commands.hashCode() + view.hashCode() + other.hashCode();
    }

    Instant when() {
        return Instant.now();
    }

    UUID who() {
        return UUID.randomUUID();
    }

    Supplier<Clock> clock() {
        return Clock::systemUTC;
    }

    long how(HttpClient client) {
        return System.currentTimeMillis() + client.hashCode();
    }
}
