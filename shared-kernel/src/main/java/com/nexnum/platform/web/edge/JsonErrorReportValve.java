package com.nexnum.platform.web.edge;

import com.nexnum.platform.web.ProblemWriter;
import com.nexnum.platform.web.Problems;
import com.nexnum.platform.web.RequestId;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reports what Tomcat refuses before any filter sees it: bad request lines, bad addresses. */
final class JsonErrorReportValve extends ErrorReportValve {

    private static final Logger LOG = LoggerFactory.getLogger(JsonErrorReportValve.class);

    private final ProblemWriter writer;

    JsonErrorReportValve(ProblemWriter writer) {
        this.writer = writer;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        var silent = response.getStatus() < 400 || response.getContentWritten() > 0;
        if (silent || !response.setErrorReported()) {
            return;
        }
        var requestId = RequestId.of(request.getRequest());
        if (failure != null) {
            LOG.error("Request {} failed", requestId, failure);
        }
        var path = request.getRequestURI();
        SecurityHeaders.write(path == null ? "" : path, request.isSecure(), response::setHeader);
        try {
            writer.write(
                    Problems.ofStatus(response.getStatus()),
                    request.getRequest(),
                    response.getResponse());
        } catch (IOException e) {
            LOG.debug("The client left before its error was written", e);
        }
    }
}
