package com.nexnum.command.supply.engine.document;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.nexnum.command.supply.engine.expression.Expression;
import com.nexnum.command.supply.engine.expression.TextPattern;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One way of recognising what an answer means. Exactly one of the tests is given.
 *
 * @param words the answer's word is one of these
 * @param prefix the answer's text begins so
 * @param matches the answer's whole text matches; its named groups can be captured
 * @param http the status is one of these
 * @param when the expression holds
 * @param captured what to keep of it, such as the least price or the seconds to wait
 */
public record ErrorRule(
        List<String> words,
        @Nullable String prefix,
        @Nullable TextPattern matches,
        List<Integer> http,
        @Nullable Expression when,
        @JsonProperty(value = "is", required = true) Meaning meaning,
        @Nullable Expression captured) {

    public ErrorRule {
        words = words == null ? List.of() : List.copyOf(words);
        http = http == null ? List.of() : List.copyOf(http);
        long tests =
                Stream.of(
                                !words.isEmpty(),
                                prefix != null,
                                matches != null,
                                !http.isEmpty(),
                                when != null)
                        .filter(it -> it)
                        .count();
        if (tests != 1) {
            throw new IllegalArgumentException(
                    "An error rule has exactly one of words, prefix, matches, http and when");
        }
    }
}
