package com.nexnum.kernel.catalog;

import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Finds an entry by any of its names, and refuses to exist when one name means two entries. */
final class NameIndex<T> {

    private static final int LONGEST_NAME = 64;
    private static final String SEPARATORS = " -_.,'’/&()";

    private final Map<String, T> entries;

    private NameIndex(Map<String, T> entries) {
        this.entries = Map.copyOf(entries);
    }

    /**
     * @throws IllegalStateException when two entries share a name, or a name has no letter or digit
     */
    static <T> NameIndex<T> of(
            String what, Collection<T> all, Function<T, Stream<String>> namesOf) {
        var entries = new HashMap<String, T>();
        for (var entry : all) {
            namesOf.apply(entry)
                    .forEach(name -> {
                        var earlier = entries.putIfAbsent(keyOrFail(what, name), entry);
                        if (earlier != null && !earlier.equals(entry)) {
                            throw new IllegalStateException(
                                    "The %s name %s means both %s and %s"
                                            .formatted(what, name, earlier, entry));
                        }
                    });
        }
        return new NameIndex<>(entries);
    }

    Optional<T> find(String text) {
        return key(text).flatMap(key -> Optional.ofNullable(entries.get(key)));
    }

    private static String keyOrFail(String what, String name) {
        return key(name)
                .orElseThrow(
                        () -> new IllegalStateException("Not a %s name: %s".formatted(what, name)));
    }

    /** Without case, accents and separators; nothing for a text that no name can look like. */
    private static Optional<String> key(String text) {
        var name = text.strip();
        if (name.length() > LONGEST_NAME) {
            return Optional.empty();
        }
        var key = new StringBuilder();
        for (char c : Normalizer.normalize(name, Normalizer.Form.NFKD).toCharArray()) {
            if (Character.isLetterOrDigit(c)) {
                key.append(c);
            } else if (SEPARATORS.indexOf(c) < 0
                    && Character.getType(c) != Character.NON_SPACING_MARK) {
                return Optional.empty();
            }
        }
        var found = key.toString().toLowerCase(Locale.ROOT);
        // "-1" and "1 2" are not the numbers 1 and 12.
        boolean tornNumber = found.chars().allMatch(Character::isDigit) && !found.equals(name);
        return found.isEmpty() || tornNumber ? Optional.empty() : Optional.of(found);
    }
}
