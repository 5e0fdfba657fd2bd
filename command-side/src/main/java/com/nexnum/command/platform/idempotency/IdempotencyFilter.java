package com.nexnum.command.platform.idempotency;

import com.nexnum.command.platform.idempotency.Claim.Answered;
import com.nexnum.command.platform.idempotency.Claim.Granted;
import com.nexnum.command.platform.idempotency.Claim.OtherContent;
import com.nexnum.command.platform.idempotency.Claim.StillRunning;
import com.nexnum.platform.security.CallerAuthentication;
import com.nexnum.platform.web.Problem;
import com.nexnum.platform.web.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Stands around every {@link Idempotent} endpoint, behind Spring Security. */
@Component
@Order(IdempotencyFilter.BEHIND_SECURITY)
final class IdempotencyFilter extends OncePerRequestFilter {

    static final int BEHIND_SECURITY = 0;
    static final String REPLAYED = "Idempotent-Replayed";

    private final IdempotentEndpoints endpoints;
    private final IdempotencyRecords records;
    private final Fingerprint fingerprint;
    private final AnswerKeeper keeper;

    IdempotencyFilter(
            IdempotentEndpoints endpoints,
            IdempotencyRecords records,
            Fingerprint fingerprint,
            AnswerKeeper keeper) {
        this.endpoints = endpoints;
        this.records = records;
        this.fingerprint = fingerprint;
        this.keeper = keeper;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (!(authentication instanceof CallerAuthentication known) || !wantsKey(request)) {
            chain.doFilter(request, response);
            return;
        }
        var caller = known.getPrincipal().customerId();
        var key = IdempotencyKey.parse(caller, request.getHeaders(IdempotencyKey.HEADER));
        var buffered = new BufferedRequest(request);
        buffered.setAttribute(IdempotencyKeyResolver.ATTRIBUTE, key);
        switch (records.claim(key, fingerprint.of(request, buffered.body()))) {
            case Granted granted -> {
                buffered.setAttribute(Idempotent.RUN, granted.run());
                keeper.run(granted, buffered, response, chain);
            }
            case Answered(var answer) -> replay(answer, response);
            case StillRunning _ ->
                    throw Problem.of(
                                    409,
                                    "IDEMPOTENCY_KEY_IN_PROGRESS",
                                    "The first request with this key still runs; repeat it soon.")
                            .with(ProblemWriter.RETRY_AFTER, 1)
                            .raised();
            case OtherContent _ ->
                    throw Problem.of(
                                    422,
                                    "IDEMPOTENCY_KEY_REUSED",
                                    "This key was used for another request; make a new one.")
                            .raised();
        }
    }

    private boolean wantsKey(HttpServletRequest request) {
        return endpoints
                .requireKey(request)
                .filter(required -> required || request.getHeader(IdempotencyKey.HEADER) != null)
                .isPresent();
    }

    private static void replay(StoredAnswer answer, HttpServletResponse response)
            throws IOException {
        response.setStatus(answer.status());
        answer.headers().forEach(response::setHeader);
        response.setHeader(REPLAYED, "true");
        response.setContentLength(answer.body().length);
        response.getOutputStream().write(answer.body());
    }
}
