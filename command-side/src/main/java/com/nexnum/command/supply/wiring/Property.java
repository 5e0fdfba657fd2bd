package com.nexnum.command.supply.wiring;

import java.io.UncheckedIOException;
import java.util.function.Supplier;

/**
 * Reads values of one group of properties.
 *
 * @param group what stands before the names
 */
record Property(String group) {

    /**
     * @throws IllegalStateException that names the property
     */
    <T> T read(String name, Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException | UncheckedIOException e) {
            throw new IllegalStateException(group + name + ": " + e.getMessage(), e);
        }
    }
}
