package com.nexnum.platform.security;

import com.nexnum.platform.web.Problem;
import com.nexnum.platform.web.ProblemWriter;
import com.nexnum.platform.web.Problems;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/** Who may ask what, the same on both sides. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    @Bean
    SecurityFilterChain api(
            HttpSecurity http, AccessTokenReader reader, CsrfGuard csrf, ProblemWriter writer)
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
                .requestMatchers("/api/v1/admin/**", "/api/health/**")
                .hasRole(Role.ADMIN.name())
                .requestMatchers("/api/v1/audit/**")
                .hasRole(Role.AUDITOR.name())
                .anyRequest()
                .authenticated();
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
