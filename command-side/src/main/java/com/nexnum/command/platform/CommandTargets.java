package com.nexnum.command.platform;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.common.ReflectionUtils;
import org.axonframework.common.annotation.AnnotationUtils;
import org.axonframework.modelling.command.AnnotationCommandTargetResolver;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.springframework.stereotype.Component;

/**
 * Which aggregate a command is for. Axon's own resolver looks through all methods of the command's
 * class for each command; this one looks once. Commands here name no version.
 */
@Component
public final class CommandTargets implements CommandTargetResolver {

    private final CommandTargetResolver usual = AnnotationCommandTargetResolver.builder().build();
    private final ClassValue<Optional<Method>> identifiers =
            new ClassValue<>() {
                @Override
                protected Optional<Method> computeValue(Class<?> command) {
                    return StreamSupport.stream(
                                    ReflectionUtils.methodsOf(command).spliterator(), false)
                            .filter(method ->
                                    AnnotationUtils.isAnnotationPresent(
                                            method, TargetAggregateIdentifier.class))
                            .findFirst()
                            .map(ReflectionUtils::ensureAccessible);
                }
            };

    @Override
    public VersionedAggregateIdentifier resolveTarget(CommandMessage<?> command) {
        var identifier = identifiers.get(command.getPayloadType());
        if (identifier.isEmpty()) {
            return usual.resolveTarget(command);
        }
        try {
            return new VersionedAggregateIdentifier(
                    identifier.get().invoke(command.getPayload()), null);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalArgumentException(
                    "No target can be read from " + command.getCommandName(), e);
        }
    }
}
