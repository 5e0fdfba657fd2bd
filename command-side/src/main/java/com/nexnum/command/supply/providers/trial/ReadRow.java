package com.nexnum.command.supply.providers.trial;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row of an answer.
 *
 * @param fields what each field found; null where it found nothing
 * @param dropped why the row is not used; null when it is
 */
public record ReadRow(Map<String, @Nullable Object> fields, @Nullable String dropped) {}
