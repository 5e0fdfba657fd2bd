package com.nexnum.command.platform.idempotency;

import com.nexnum.command.platform.idempotency.Claim.Granted;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Runs a request and keeps its answer before the client sees it. */
@Component
final class AnswerKeeper {

    private static final Logger LOG = LoggerFactory.getLogger(AnswerKeeper.class);
    private static final List<String> KEPT =
            List.of(
                    HttpHeaders.CONTENT_TYPE,
                    HttpHeaders.LOCATION,
                    HttpHeaders.RETRY_AFTER,
                    "Preference-Applied");

    private final IdempotencyRecords records;

    AnswerKeeper(IdempotencyRecords records) {
        this.records = records;
    }

    void run(
            Granted claim, BufferedRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var caching = new ContentCachingResponseWrapper(response);
        var returned = false;
        try {
            chain.doFilter(request, caching);
            returned = true;
        } finally {
            settle(claim, returned ? caching.getStatus() : 500, caching);
        }
        caching.copyBodyToResponse();
    }

    /** A record that cannot be settled now ends with its lease; the client gets its answer. */
    private void settle(Granted claim, int status, ContentCachingResponseWrapper response) {
        try {
            if (status < 300 || status == 402 || status == 404 || status == 409) {
                records.answered(claim, answer(status, response));
            } else if (status < 500) {
                records.forget(claim);
            } else {
                records.abandon(claim);
            }
        } catch (DataAccessException e) {
            LOG.warn("An idempotency record waits for the end of its lease", e);
        }
    }

    private static StoredAnswer answer(int status, ContentCachingResponseWrapper response) {
        var headers = new HashMap<String, String>();
        for (var name : KEPT) {
            var value =
                    name.equals(HttpHeaders.CONTENT_TYPE)
                            ? response.getContentType()
                            : response.getHeader(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        return new StoredAnswer(status, headers, response.getContentAsByteArray());
    }
}
