package com.nexnum.platform.web.edge;

import com.nexnum.platform.web.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Catches what later filters throw, and fills errors that were answered without a word. */
@Component
@Order(EdgeOrder.ENVELOPE)
final class EnvelopeFilter extends OncePerRequestFilter {

    private final Failures failures;

    EnvelopeFilter(Failures failures) {
        this.failures = failures;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (IOException | ServletException | RuntimeException e) {
            if (response.isCommitted()) {
                throw e;
            }
            failures.answer(e, request, response);
            return;
        }
        var silent = response.getContentType() == null && !request.isAsyncStarted();
        if (response.getStatus() >= 400 && silent && !response.isCommitted()) {
            failures.answer(Problems.ofStatus(response.getStatus()), request, response);
        }
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }
}
