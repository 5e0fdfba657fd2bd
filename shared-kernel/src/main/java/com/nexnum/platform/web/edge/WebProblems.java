package com.nexnum.platform.web.edge;

import com.nexnum.platform.web.Problem;
import com.nexnum.platform.web.ProblemTranslator;
import com.nexnum.platform.web.ProblemWriter;
import com.nexnum.platform.web.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingPathVariableException;
import org.springframework.web.bind.MissingRequestCookieException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** What Spring MVC refuses by itself. */
@Component
final class WebProblems implements ProblemTranslator {

    @Override
    public @Nullable Problem translate(Throwable failure) {
        return switch (failure) {
            case MissingPathVariableException _ -> Problems.ofStatus(500);
            case MissingServletRequestParameterException missing ->
                    parameter("MISSING_PARAMETER", "A parameter is missing.")
                            .with("parameter", missing.getParameterName());
            case MissingRequestHeaderException missing ->
                    parameter("MISSING_HEADER", "A header is missing.")
                            .with("header", missing.getHeaderName());
            case MissingRequestCookieException missing ->
                    parameter("MISSING_COOKIE", "A cookie is missing.")
                            .with("cookie", missing.getCookieName());
            case MethodArgumentTypeMismatchException mismatch ->
                    parameter("INVALID_PARAMETER", "A parameter does not have the right form.")
                            .with("parameter", mismatch.getName());
            case HttpRequestMethodNotSupportedException wrong -> {
                var allowed = wrong.getSupportedHttpMethods();
                var problem = Problems.ofStatus(405);
                yield allowed == null
                        ? problem
                        : problem.with("allowed", allowed.stream().map(Object::toString).toList());
            }
            case HttpMediaTypeNotSupportedException _ -> Problems.ofStatus(415);
            case AsyncRequestTimeoutException _ ->
                    Problem.of(503, "TIMEOUT", "This took too long; ask again.")
                            .with(ProblemWriter.RETRY_AFTER, 1);
            case ErrorResponse described -> Problems.ofStatus(described.getStatusCode().value());
            default -> null;
        };
    }

    private static Problem parameter(String code, String message) {
        return Problem.of(400, code, message);
    }
}
