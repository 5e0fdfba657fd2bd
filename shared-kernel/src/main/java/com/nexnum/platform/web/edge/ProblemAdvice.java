package com.nexnum.platform.web.edge;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Whatever a controller throws leaves as the envelope; others add a {@code ProblemTranslator}. */
@RestControllerAdvice
final class ProblemAdvice {

    private final Failures failures;

    ProblemAdvice(Failures failures) {
        this.failures = failures;
    }

    @ExceptionHandler(Throwable.class)
    void answer(Throwable failure, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        failures.answer(failure, request, response);
    }
}
