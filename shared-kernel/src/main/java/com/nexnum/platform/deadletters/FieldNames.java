package com.nexnum.platform.deadletters;

import com.nexnum.kernel.language.Language;
import com.nexnum.kernel.privacy.SealedText;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.HashSet;
import java.util.Set;

/** What the parts of events are called. */
final class FieldNames {

    /** Those that hold something sealed, in any event. */
    static final Set<String> SEALED;

    /** All others. */
    static final Set<String> OPEN;

    static {
        var sealed = new HashSet<String>();
        var all = new HashSet<String>();
        var seen = new HashSet<Class<?>>();
        Language.events().forEach(event -> collect(event, all, sealed, seen));
        all.removeAll(sealed);
        SEALED = Set.copyOf(sealed);
        OPEN = Set.copyOf(all);
    }

    private static void collect(
            Type type, Set<String> all, Set<String> sealed, Set<Class<?>> seen) {
        if (type instanceof ParameterizedType generic) {
            for (var part : generic.getActualTypeArguments()) {
                collect(part, all, sealed, seen);
            }
        } else if (type instanceof Class<?> named && named.isRecord() && seen.add(named)) {
            for (var part : named.getRecordComponents()) {
                all.add(part.getName());
                if (part.getType() == SealedText.class) {
                    sealed.add(part.getName());
                } else {
                    collect(part.getGenericType(), all, sealed, seen);
                }
            }
        }
    }

    private FieldNames() {}
}
