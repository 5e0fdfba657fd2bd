package com.nexnum.query.proof;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How events are sealed.
 *
 * @param sealing whether this process takes part
 * @param sealEvery how often it looks for what is to be sealed
 * @param sealPartialAfter how long events wait for others to fill their block
 */
@ConfigurationProperties("nexnum.proof")
public record ProofProperties(
        @DefaultValue("true") boolean sealing,
        @DefaultValue("1s") Duration sealEvery,
        @DefaultValue("10s") Duration sealPartialAfter) {

    public ProofProperties {
        if (sealEvery.toMillis() < 10 || sealPartialAfter.isNegative()) {
            throw new IllegalArgumentException(
                    "nexnum.proof.seal-every must be 10ms or more, and"
                            + " nexnum.proof.seal-partial-after not negative");
        }
    }
}
