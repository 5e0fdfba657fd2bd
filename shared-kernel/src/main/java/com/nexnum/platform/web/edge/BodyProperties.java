package com.nexnum.platform.web.edge;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a request may bring.
 *
 * @param maxBodyBytes the largest body
 */
@ConfigurationProperties("nexnum.web")
record BodyProperties(@DefaultValue("65536") int maxBodyBytes) {

    BodyProperties {
        if (maxBodyBytes < 1) {
            throw new IllegalArgumentException("nexnum.web.max-body-bytes must be 1 or more");
        }
    }
}
