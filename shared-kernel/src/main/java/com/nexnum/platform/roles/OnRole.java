package com.nexnum.platform.roles;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Reads {@code nexnum.roles}: a comma-separated list of {@code command} and {@code query}. */
public final class OnRole implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        var wanted =
                metadata.getAnnotations()
                        .get(ConditionalOnRole.class)
                        .getEnum("value", ProcessRole.class);
        return roles(context.getEnvironment()).contains(wanted);
    }

    /**
     * @throws IllegalArgumentException when the property names no role or an unknown one
     */
    public static Set<ProcessRole> roles(Environment environment) {
        var text = environment.getProperty("nexnum.roles", "command,query");
        var roles = EnumSet.noneOf(ProcessRole.class);
        try {
            Arrays.stream(text.split(",", -1))
                    .map(role -> role.strip().toUpperCase(Locale.ROOT))
                    .map(ProcessRole::valueOf)
                    .forEach(roles::add);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "nexnum.roles must list command, query or both, but is: " + text, e);
        }
        return roles;
    }
}
