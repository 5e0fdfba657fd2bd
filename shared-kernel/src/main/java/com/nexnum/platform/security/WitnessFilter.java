package com.nexnum.platform.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Stands between who the caller is and what the caller may, so that refusals are seen as well. */
final class WitnessFilter extends OncePerRequestFilter {

    private static final int FAILED = 500;

    private final List<Witness> witnesses;

    WitnessFilter(List<Witness> witnesses) {
        this.witnesses = List.copyOf(witnesses);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!(SecurityContextHolder.getContext().getAuthentication()
                instanceof CallerAuthentication known)) {
            chain.doFilter(request, response);
            return;
        }
        var told =
                witnesses.stream()
                        .filter(witness -> witness.watches(request))
                        .map(witness -> witness.takeDown(known.signedIn(), request))
                        .toList();
        var status = FAILED;
        try {
            chain.doFilter(request, response);
            status = response.getStatus();
        } finally {
            for (var each : told) {
                each.accept(status);
            }
        }
    }
}
