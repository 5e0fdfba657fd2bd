package com.nexnum.command.platform.lanes;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.Registration;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.modelling.command.CommandTargetResolver;

/**
 * Sends each command to the lane of its aggregate. Commands that wait together are committed
 * together, which is what makes durable commands cheap. A lane never sends a command: it would wait
 * for itself.
 */
public final class LaneCommandBus extends SimpleCommandBus implements AutoCloseable {

    private final CommandTargetResolver targets;
    private final List<MessageHandlerInterceptor<? super CommandMessage<?>>> interceptors;
    private final List<Lane> lanes;

    LaneCommandBus(
            Builder builder,
            LaneProperties properties,
            LaneWork work,
            Interceptors chain,
            CommandTargetResolver targets) {
        super(builder);
        this.targets = targets;
        this.interceptors = chain.list;
        this.lanes =
                IntStream.range(0, properties.count())
                        .mapToObj(number -> new Lane(number, properties, work))
                        .toList();
        lanes.forEach(Lane::start);
    }

    @Override
    protected <C, R> void handle(
            CommandMessage<C> command,
            MessageHandler<? super CommandMessage<?>> handler,
            CommandCallback<? super C, ? super R> callback) {
        if (lanes.stream().anyMatch(Lane::isCurrentThread)) {
            throw new IllegalStateException(
                    "A command handler sends no command: " + command.getCommandName());
        }
        var target = targets.resolveTarget(command).getIdentifier();
        var job = new LaneJob<C, R>(command, target, handler, callback);
        if (!lanes.get(Math.floorMod(target.hashCode(), lanes.size())).offer(job)) {
            callback.onResult(
                    command,
                    GenericCommandResultMessage.asCommandResultMessage(new LaneBusy(target)));
        }
    }

    @Override
    public Registration registerHandlerInterceptor(
            MessageHandlerInterceptor<? super CommandMessage<?>> interceptor) {
        interceptors.add(interceptor);
        return () -> interceptors.remove(interceptor);
    }

    /** How many commands wait in each lane. */
    public List<Integer> depths() {
        return lanes.stream().map(Lane::depth).toList();
    }

    /** Finishes what waits; takes no more. */
    @Override
    public void close() {
        lanes.forEach(Lane::close);
    }

    /** The interceptors of all commands, shared by the bus that takes them and the lanes. */
    static final class Interceptors {
        final List<MessageHandlerInterceptor<? super CommandMessage<?>>> list =
                new CopyOnWriteArrayList<>();
    }
}
