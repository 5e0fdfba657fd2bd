package com.nexnum.command.supply.engine.document;

import com.nexnum.command.supply.engine.expression.Expression;
import org.jspecify.annotations.Nullable;

/**
 * Where the SMS stand in an answer.
 *
 * @param rows the messages, oldest first; without it the answer holds one at most
 * @param id the provider's id of a message, where it has one
 * @param text the whole message
 * @param code the code as the provider read it
 */
public record Messages(
        @Nullable Expression rows,
        @Nullable Expression id,
        @Nullable Expression text,
        @Nullable Expression code) {

    public Messages {
        if (text == null && code == null) {
            throw new IllegalArgumentException("A message has a text or a code");
        }
    }
}
