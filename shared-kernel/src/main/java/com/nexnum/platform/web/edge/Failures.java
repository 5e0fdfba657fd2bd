package com.nexnum.platform.web.edge;

import com.nexnum.platform.web.Problem;
import com.nexnum.platform.web.ProblemWriter;
import com.nexnum.platform.web.Problems;
import com.nexnum.platform.web.RequestId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;

/** Logs a failure as it deserves, and answers it. */
@Component
final class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private final Problems problems;
    private final ProblemWriter writer;

    Failures(Problems problems, ProblemWriter writer) {
        this.problems = problems;
        this.writer = writer;
    }

    void answer(Throwable failure, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (failure instanceof AsyncRequestNotUsableException
                || (failure instanceof AsyncRequestTimeoutException && response.isCommitted())) {
            return; // The client has left, or has its stream's end: there is nobody to answer.
        }
        var problem = problems.of(failure);
        var requestId = RequestId.of(request);
        if (problem.status() == 500) {
            LOG.error("Request {} failed", requestId, failure);
        } else if (problem.status() > 500) {
            LOG.warn("Request {} answered {}: {}", requestId, problem.code(), failure.toString());
        }
        if (failure instanceof ErrorResponse described && !response.isCommitted()) {
            described
                    .getHeaders()
                    .forEach((name, values) -> response.setHeader(name, String.join(", ", values)));
        }
        answer(problem, request, response);
    }

    void answer(Problem problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        writer.write(problem, request, response);
    }
}
