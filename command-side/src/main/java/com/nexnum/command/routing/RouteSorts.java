package com.nexnum.command.routing;

import com.nexnum.kernel.routing.RouteSort;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sorts as clients write them. */
public final class RouteSorts {

    /** {@code price}, {@code quality} or {@code balanced}, which nothing stands for too. */
    public static Optional<RouteSort> of(@Nullable String text) {
        return text == null
                ? Optional.of(RouteSort.BALANCED)
                : Arrays.stream(RouteSort.values())
                        .filter(sort -> name(sort).equals(text.toLowerCase(Locale.ROOT)))
                        .findFirst();
    }

    static String name(RouteSort sort) {
        return sort.name().toLowerCase(Locale.ROOT);
    }

    private RouteSorts() {}
}
