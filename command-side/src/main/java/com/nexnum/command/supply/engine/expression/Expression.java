package com.nexnum.command.supply.engine.expression;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * A JSONata expression over what a provider answered: {@code sms[0].code}, {@code success = 1},
 * {@code $key}. It is bounded: no regular expressions (they belong into patterns), no loops over
 * ranges, no functions that make large things, and an end after a while.
 *
 * <p>Numbers pass through as they were read, exactly; arithmetic would make floating point of them,
 * which no reader of money accepts.
 */
public final class Expression {

    private static final int LONGEST_MILLIS = 250;
    private static final int DEEPEST = 100;

    private final String text;
    private final Jsonata compiled;

    private Expression(String text, Jsonata compiled) {
        this.text = text;
        this.compiled = compiled;
    }

    /**
     * @throws IllegalArgumentException with what is wrong in it
     */
    @JsonCreator
    public static Expression of(String text) {
        Vocabulary.check(text);
        try {
            var compiled = Jsonata.jsonata(text);
            // Its input is what Jackson made; checking that anew for each row would cost the most.
            compiled.setValidateInput(false);
            return new Expression(text, compiled);
        } catch (JException e) {
            throw new IllegalArgumentException("'" + text + "': " + e.getMessage(), e);
        }
    }

    /** Null when it finds nothing, or fails on what it finds: hostile input is no input. */
    public @Nullable Object in(Scope scope) {
        var frame = compiled.createFrame();
        scope.variables().forEach(frame::bind);
        frame.setRuntimeBounds(LONGEST_MILLIS, DEEPEST);
        try {
            return compiled.evaluate(scope.input(), frame);
        } catch (RuntimeException | StackOverflowError e) {
            return null;
        }
    }

    /** Whether it holds; what is absent, empty, zero or the word {@code false} does not. */
    public boolean holdsIn(Scope scope) {
        return switch (in(scope)) {
            case null -> false;
            case Boolean truth -> truth;
            case String word -> !word.isEmpty() && !word.equals("0") && !word.equals("false");
            case Number number -> !number.toString().matches("-?0(\\.0*)?");
            case Collection<?> many -> !many.isEmpty();
            default -> true;
        };
    }

    @Override
    public String toString() {
        return text;
    }
}
