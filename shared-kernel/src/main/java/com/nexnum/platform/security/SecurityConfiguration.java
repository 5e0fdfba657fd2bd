package com.nexnum.platform.security;

import static org.springframework.security.authorization.AuthenticatedAuthorizationManager.authenticated;
import static org.springframework.security.authorization.AuthorityAuthorizationManager.hasRole;
import static org.springframework.security.authorization.AuthorizationManagers.allOf;

import com.nexnum.platform.web.Problem;
import com.nexnum.platform.web.ProblemWriter;
import com.nexnum.platform.web.Problems;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/** Who may ask what, the same on both sides. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final Set<HttpMethod> READING =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    /** Whatever else they may be; only what audits need, below {@code /api/v1/audit}, is theirs. */
    private static final AuthorizationManager<RequestAuthorizationContext> AUDITORS_CHANGE_NOTHING =
            (caller, asked) ->
                    new AuthorizationDecision(
                            READING.contains(HttpMethod.valueOf(asked.getRequest().getMethod()))
                                    || !isAuditor(caller.get()));

    private static boolean isAuditor(@Nullable Authentication caller) {
        return caller instanceof CallerAuthentication known
                && known.getPrincipal().roles().contains(Role.AUDITOR);
    }

    @Bean
    SecurityFilterChain api(
            HttpSecurity http,
            AccessTokenReader reader,
            CsrfGuard csrf,
            ProblemWriter writer,
            ObjectProvider<Witness> witnesses)
            throws Exception {
        return http.securityMatcher("/**")
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // Ours is bound to the session of the token, and the headers stand before it all.
                .csrf(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .addFilterAfter(
                        new AccessTokenFilter(reader, csrf, PublicPaths.POSTS),
                        SecurityContextHolderFilter.class)
                .addFilterAfter(
                        new WitnessFilter(witnesses.orderedStream().toList()),
                        AccessTokenFilter.class)
                .authorizeHttpRequests(SecurityConfiguration::rules)
                .exceptionHandling(failures ->
                        failures.authenticationEntryPoint(entryPoint(writer))
                                .accessDeniedHandler(accessDenied(writer)))
                .build();
    }

    private static void rules(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
                    requests) {
        requests.dispatcherTypeMatchers(
                        DispatcherType.ERROR, DispatcherType.ASYNC, DispatcherType.FORWARD)
                .permitAll()
                .requestMatchers(PublicPaths.ALL)
                .permitAll()
                // Auditors look at what waits, and change nothing.
                .requestMatchers(HttpMethod.GET, "/api/v1/admin/dead-letters/**")
                .hasAnyRole(Role.ADMIN.name(), Role.AUDITOR.name())
                .requestMatchers("/api/v1/audit/**")
                .hasAnyRole(Role.AUDITOR.name(), Role.ADMIN.name())
                .requestMatchers(HttpMethod.POST, "/api/v1/auth/logout")
                .authenticated()
                .requestMatchers("/api/v1/admin/**", "/api/health/**")
                .access(allOf(hasRole(Role.ADMIN.name()), AUDITORS_CHANGE_NOTHING))
                .anyRequest()
                .access(allOf(authenticated(), AUDITORS_CHANGE_NOTHING));
    }

    /** What Spring's firewall finds dangerous in an address or a method. */
    @Bean
    RequestRejectedHandler rejectedRequests(ProblemWriter writer) {
        return (request, response, _) -> writer.write(Problems.ofStatus(400), request, response);
    }

    private static AuthenticationEntryPoint entryPoint(ProblemWriter writer) {
        return (request, response, _) -> {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            writer.write(reason(request), request, response);
        };
    }

    private static Problem reason(HttpServletRequest request) {
        var reason = AccessTokenFilter.reason(request);
        return reason == null ? Problems.ofStatus(401) : reason;
    }

    private static AccessDeniedHandler accessDenied(ProblemWriter writer) {
        return (request, response, _) -> writer.write(Problems.ofStatus(403), request, response);
    }
}
