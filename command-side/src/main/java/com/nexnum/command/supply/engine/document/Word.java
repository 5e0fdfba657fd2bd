package com.nexnum.command.supply.engine.document;

import com.nexnum.command.supply.engine.expression.Expression;
import com.nexnum.command.supply.engine.expression.TextPattern;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a provider puts the word that says what happened: in bare text, or in one of some JSON
 * fields.
 *
 * @param pattern takes it apart into the groups {@code word} and, where there is one, {@code
 *     argument}; without it the whole text is the word
 * @param fields where it may stand in a JSON answer; the first that has it counts
 * @param lowercase whether small and capital letters are the same to this provider
 */
public record Word(@Nullable TextPattern pattern, List<Expression> fields, boolean lowercase) {

    public static final Word PLAIN = new Word(null, List.of(), false);

    public Word {
        if (pattern != null && !pattern.names().contains("word")) {
            throw new IllegalArgumentException("The pattern of a word has a group named word");
        }
        fields = fields == null ? List.of() : List.copyOf(fields);
    }
}
