package com.nexnum.platform.web.edge;

import com.nexnum.platform.web.Problem;
import com.nexnum.platform.web.ProblemException;
import com.nexnum.platform.web.ProblemTranslator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says what is wrong with a JSON body in the client's words, never in the names of our classes. */
@Component
final class JsonProblems implements ProblemTranslator {

    @Override
    public @Nullable Problem translate(Throwable failure) {
        if (!(failure instanceof HttpMessageNotReadableException unreadable)) {
            return null;
        }
        return switch (unreadable.getCause()) {
            case UnrecognizedPropertyException unknown ->
                    field("UNKNOWN_FIELD", "There is no such field.", unknown);
            case InputCoercionException wrong ->
                    field("VALIDATION_FAILED", "A number is too large.", wrong);
            case StreamReadException malformed -> malformed(malformed);
            case DatabindException wrong ->
                    field("VALIDATION_FAILED", "A field does not have the right form.", wrong);
            case null -> Problem.of(400, "MALFORMED_JSON", "Send a JSON body.");
            default -> rootProblem(unreadable);
        };
    }

    /** Null lets the chain of causes speak: a body over its limit is cut off while it is read. */
    private static @Nullable Problem rootProblem(HttpMessageNotReadableException unreadable) {
        return unreadable.getMostSpecificCause() instanceof ProblemException
                ? null
                : Problem.of(400, "MALFORMED_JSON", "The body is not JSON.");
    }

    private static Problem malformed(StreamReadException malformed) {
        var problem = Problem.of(400, "MALFORMED_JSON", "The body is not JSON.");
        var place = malformed.getLocation();
        return place == null
                ? problem
                : problem.with("line", place.getLineNr()).with("column", place.getColumnNr());
    }

    private static Problem field(String code, String message, JacksonException wrong) {
        return Problem.of(400, code, message).with("field", path(wrong));
    }

    private static String path(JacksonException wrong) {
        var path =
                wrong.getPath().stream().map(JsonProblems::step).collect(Collectors.joining("."));
        return path.isEmpty() ? "$" : path;
    }

    private static String step(JacksonException.Reference reference) {
        var name = reference.getPropertyName();
        var step = name == null ? String.valueOf(reference.getIndex()) : name;
        return step.length() <= 64 ? step : step.substring(0, 64);
    }
}
