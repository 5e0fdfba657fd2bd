package com.nexnum.platform.web.edge;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a request may bring.
 *
 * @param maxBodyBytes the largest body
 * @param maxAdminBodyBytes the largest body to what administrators ask, who paste whole answers of
 *     providers
 */
@ConfigurationProperties("nexnum.web")
record BodyProperties(
        @DefaultValue("65536") int maxBodyBytes, @DefaultValue("6291456") int maxAdminBodyBytes) {

    BodyProperties {
        if (maxBodyBytes < 1) {
            throw new IllegalArgumentException("nexnum.web.max-body-bytes must be 1 or more");
        }
        if (maxAdminBodyBytes < maxBodyBytes) {
            throw new IllegalArgumentException(
                    "nexnum.web.max-admin-body-bytes must not be below max-body-bytes");
        }
    }
}
