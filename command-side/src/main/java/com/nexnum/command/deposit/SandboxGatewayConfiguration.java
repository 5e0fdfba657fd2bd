package com.nexnum.command.deposit;

import com.nexnum.platform.webhook.WebhookSignature;
import java.net.URI;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The sandbox gateway, unless {@code nexnum.deposits.sandbox.enabled} is false. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty(name = "nexnum.deposits.sandbox.enabled", matchIfMissing = true)
@EnableConfigurationProperties(SandboxSettings.class)
class SandboxGatewayConfiguration {

    @Bean
    WebhookSignature sandboxSignature(SandboxSettings settings) {
        return settings.signature();
    }

    @Bean
    SandboxCallbacks sandboxCallbacks(
            WebhookSignature sandboxSignature,
            SandboxSettings settings,
            Environment environment,
            Clock clock) {
        return new SandboxCallbacks(
                () -> ownAddress(environment), sandboxSignature, settings, clock);
    }

    @Bean
    Gateway sandboxGateway(
            SandboxCallbacks callbacks, WebhookSignature sandboxSignature, Clock clock) {
        return new SandboxGateway(callbacks, sandboxSignature, clock);
    }

    /** Asked late: the port is known once the server listens. */
    private static URI ownAddress(Environment environment) {
        return URI.create(
                "http://127.0.0.1:"
                        + environment.getRequiredProperty("local.server.port")
                        + "/api/v1/gateways/"
                        + SandboxGateway.NAME
                        + "/callbacks");
    }
}
