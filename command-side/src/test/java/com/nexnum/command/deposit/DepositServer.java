package com.nexnum.command.deposit;

import com.nexnum.command.platform.idempotency.IdempotencyKey;
import com.nexnum.command.wallet.WalletsInMemory;
import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.platform.security.Caller;
import com.nexnum.platform.security.Role;
import com.nexnum.platform.web.ProblemException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.MethodParameter;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Deposits on a real HTTP port of their own, with real wallets behind them. */
@TestComponent // No scan of the whole product finds it.
@SpringBootConfiguration(proxyBeanMethods = false)
@ImportAutoConfiguration({
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    JacksonAutoConfiguration.class
})
@Import({
    DepositEndpoint.class,
    DepositSettlement.class,
    Deposits.class,
    GatewayCallbackEndpoint.class,
    Gateways.class,
    SandboxGatewayConfiguration.class,
    WhenStartedThenResumeDeposits.class,
    DepositServer.Errors.class,
    DepositServer.Callers.class
})
class DepositServer {

    static ConfigurableApplicationContext start(
            DataSource database, WalletsInMemory wallets, Clock clock, String... properties) {
        return new SpringApplicationBuilder(DepositServer.class)
                .initializers(context -> {
                    var beans = context.getBeanFactory();
                    beans.registerSingleton("jdbc", JdbcClient.create(database));
                    beans.registerSingleton("clock", clock);
                    beans.registerSingleton("commands", wallets.commands());
                })
                .properties("server.port=0", "server.address=127.0.0.1")
                .properties("spring.main.banner-mode=off")
                .properties(properties)
                .run();
    }

    @TestComponent
    @RestControllerAdvice
    static class Errors {
        @ExceptionHandler
        ResponseEntity<Map<String, String>> problem(ProblemException exception) {
            return ResponseEntity.status(exception.problem().status())
                    .body(Map.of("code", exception.problem().code()));
        }

        final AtomicInteger missingWallets = new AtomicInteger();

        @ExceptionHandler
        ResponseEntity<Map<String, String>> missing(AggregateNotFoundException exception) {
            missingWallets.incrementAndGet();
            return ResponseEntity.status(503).body(Map.of("code", "WALLET_NOT_FOUND"));
        }
    }

    /** The header {@code X-Customer} is the caller; the key is whatever the request says. */
    static class Callers implements WebMvcConfigurer, HandlerMethodArgumentResolver {
        @Override
        public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
            resolvers.add(this);
        }

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Caller.class
                    || parameter.getParameterType() == IdempotencyKey.class;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            var customer = new CustomerId(Objects.requireNonNull(request.getHeader("X-Customer")));
            return parameter.getParameterType() == Caller.class
                    ? new Caller(customer, Set.of(Role.USER))
                    : new IdempotencyKey(
                            customer,
                            Objects.requireNonNull(request.getHeader(IdempotencyKey.HEADER)));
        }
    }
}
