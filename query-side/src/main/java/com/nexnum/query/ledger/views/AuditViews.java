package com.nexnum.query.ledger.views;

import com.nexnum.platform.security.Role;
import com.nexnum.platform.security.SignedIn;
import com.nexnum.platform.security.Witness;
import com.nexnum.platform.web.RequestId;
import com.nexnum.query.platform.SqlInstant;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.function.IntConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;

/**
 * Takes down every view in {@code audit_view}: before anything is shown, so that what cannot be
 * taken down is not shown.
 */
@Component
class AuditViews implements Witness {

    private static final Logger LOG = LoggerFactory.getLogger(AuditViews.class);

    private static final RequestMatcher AUDIT =
            PathPatternRequestMatcher.withDefaults().matcher("/api/v1/audit/**");
    private static final Pattern SECRET =
            Pattern.compile("(?i)((?:^|&)[^=&]*(?:token|secret|passw|key)[^=&]*=)[^&]*");
    private static final int LONGEST_PATH = 512;
    private static final int LONGEST_QUERY = 2_048;

    private final JdbcClient sql;
    private final Clock clock;

    AuditViews(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    public boolean watches(HttpServletRequest request) {
        return AUDIT.matches(request);
    }

    @Override
    public IntConsumer takeDown(SignedIn signedIn, HttpServletRequest request) {
        var caller = signedIn.caller();
        long id =
                sql.sql(
                                """
                                insert into audit_view (seen_at, caller_id, roles, address, request_id, method, path, query)
                                values (:at, :caller, :roles, :address, :request, :method, :path, :query) returning id
                                """)
                        .param("at", SqlInstant.of(clock.instant()))
                        .param("caller", caller.customerId().value())
                        .param(
                                "roles",
                                caller.roles().stream()
                                        .map(Role::name)
                                        .sorted()
                                        .collect(Collectors.joining(",")))
                        .param("address", request.getRemoteAddr())
                        .param("request", RequestId.of(request))
                        .param("method", request.getMethod())
                        .param("path", atMost(LONGEST_PATH, request.getRequestURI()))
                        .param("query", query(request))
                        .query(Long.class)
                        .single();
        return status -> answered(id, status);
    }

    /**
     * Need not wait for the disk, and is too late to refuse: a view without a status was shown, as
     * far as anybody can know.
     */
    private void answered(long id, int status) {
        try {
            sql.sql(
                            """
                            with unhurried as materialized (select set_config('synchronous_commit', 'off', true) as off)
                            update audit_view set status = ?, answered_at = ? from unhurried where id = ? and off = 'off'
                            """)
                    .params(status, SqlInstant.of(clock.instant()), id)
                    .update();
        } catch (DataAccessException e) {
            LOG.warn("View {} was answered {}, and keeps no status: {}", id, status, e.toString());
        }
    }

    /** As it came, without the values of what sounds like a secret. */
    static @Nullable String query(HttpServletRequest request) {
        var query = request.getQueryString();
        return query == null
                ? null
                : atMost(LONGEST_QUERY, SECRET.matcher(query).replaceAll("$1***"));
    }

    private static String atMost(int characters, String text) {
        return text.length() <= characters ? text : text.substring(0, characters);
    }
}
