package com.nexnum.command.supply.engine.reading;

import com.nexnum.command.supply.engine.expression.Scope;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Walks a nested price list. Each level's key is a variable of the level's name; {@code .name}
 * steps into that key; what is not nested as deep as the levels say is skipped.
 */
final class PriceWalk {

    private final List<String> levels;
    private final Consumer<Scope> leaf;

    PriceWalk(List<String> levels, Consumer<Scope> leaf) {
        this.levels = levels;
        this.leaf = leaf;
    }

    void over(Scope start) {
        walk(start, 0);
    }

    private void walk(Scope here, int depth) {
        if (depth == levels.size()) {
            leaf.accept(here);
            return;
        }
        var level = levels.get(depth);
        var input = here.input();
        if (level.startsWith(".")) {
            var inside = inside(input, level.substring(1));
            if (inside != null) {
                walk(here.at(inside), depth + 1);
            }
        } else if (input instanceof Map<?, ?> map) {
            for (var entry : map.entrySet()) {
                if (entry.getKey() instanceof String key) {
                    walk(here.with(level, key).at(entry.getValue()), depth + 1);
                }
            }
        } else if (input instanceof List<?> list) {
            for (var item : list) {
                walk(here.at(item), depth + 1);
            }
        }
    }

    private static @Nullable Object inside(@Nullable Object input, String key) {
        return input instanceof Map<?, ?> map ? map.get(key) : null;
    }
}
