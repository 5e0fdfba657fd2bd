package com.nexnum.platform.web.edge;

import com.nexnum.platform.web.Problem;
import com.nexnum.platform.web.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** No body is larger than {@code nexnum.web} allows, whether it says its length or not. */
@Component
@EnableConfigurationProperties(BodyProperties.class)
@Order(EdgeOrder.BODY_LIMIT)
final class BodyLimitFilter extends OncePerRequestFilter {

    private static final String ADMINISTRATION = "/api/v1/admin/";

    private final int maxBytes;
    private final int maxAdminBytes;

    BodyLimitFilter(BodyProperties properties) {
        this.maxBytes = properties.maxBodyBytes();
        this.maxAdminBytes = properties.maxAdminBodyBytes();
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean administers = request.getRequestURI().startsWith(ADMINISTRATION);
        int most = administers ? maxAdminBytes : maxBytes;
        if (request.getContentLengthLong() > most) {
            throw tooLarge(most).raised();
        }
        chain.doFilter(new LimitedRequest(request, most), response);
    }

    static Problem tooLarge(int maxBytes) {
        return Problems.ofStatus(413).with("maxBytes", maxBytes);
    }
}
