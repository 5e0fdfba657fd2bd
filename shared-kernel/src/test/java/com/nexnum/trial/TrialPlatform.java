package com.nexnum.trial;

import com.nexnum.platform.database.TestDatabase;
import com.nexnum.platform.security.SecretBox;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The platform's web and security parts on a database of their own, for tests of either side.
 * Outside the packages that an application scans, so that no application finds it.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(
        excludeName = {
            "com.nexnum.command.CommandSideAutoConfiguration",
            "com.nexnum.query.QuerySideAutoConfiguration",
            "com.nexnum.platform.PlatformAutoConfiguration",
            "org.axonframework.springboot.autoconfig.AxonAutoConfiguration",
            "org.axonframework.springboot.autoconfig.AxonTimeoutAutoConfiguration",
            "org.axonframework.springboot.autoconfig.AxonServerActuatorAutoConfiguration",
            "org.axonframework.springboot.autoconfig.AxonServerAutoConfiguration",
            "org.axonframework.springboot.autoconfig.AxonServerBusAutoConfiguration",
            "org.axonframework.springboot.autoconfig.AxonTracingAutoConfiguration",
            "org.axonframework.springboot.autoconfig.EventProcessingAutoConfiguration",
            "org.axonframework.springboot.autoconfig.InfraConfiguration",
            "org.axonframework.springboot.autoconfig.InterceptorAutoConfiguration",
            "org.axonframework.springboot.autoconfig.JdbcAutoConfiguration",
            "org.axonframework.springboot.autoconfig.MetricsAutoConfiguration",
            "org.axonframework.springboot.autoconfig.MicrometerMetricsAutoConfiguration",
            "org.axonframework.springboot.autoconfig.NoOpTransactionAutoConfiguration",
            "org.axonframework.springboot.autoconfig.ObjectMapperAutoConfiguration",
            "org.axonframework.springboot.autoconfig.SecurityAutoConfiguration",
            "org.axonframework.springboot.autoconfig.TransactionAutoConfiguration",
            "org.axonframework.springboot.autoconfig.UpdateCheckerAutoConfiguration",
            "org.axonframework.springboot.autoconfig.XStreamAutoConfiguration"
        })
@ComponentScan({
    "com.nexnum.platform.web",
    "com.nexnum.platform.security",
    "com.nexnum.platform.health",
    "com.nexnum.platform.ids"
})
public class TrialPlatform {

    /** What {@code @SpringBootTest} needs besides: the defaults that every process has. */
    public static final String DEFAULTS = "spring.config.import=classpath:nexnum-defaults.yml";

    public static final String MIGRATED = "spring.flyway.enabled=false";

    @Bean
    MovableClock clock() {
        return new MovableClock();
    }

    @Bean
    BreakableDatabase database() {
        var settings = new HikariConfig();
        settings.setJdbcUrl(TestDatabase.migrated().url());
        settings.setMaximumPoolSize(10);
        settings.setConnectionTimeout(10_000);
        return new BreakableDatabase(new HikariDataSource(settings));
    }

    @Bean
    SecretBox secretBox() {
        return new TrialSecretBox();
    }

    @Bean
    TrialTokens trialTokens(JdbcClient jdbc) {
        return new TrialTokens(jdbc);
    }
}
