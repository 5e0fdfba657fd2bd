package com.nexnum.platform.privacy;

import com.nexnum.platform.security.Resealed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Ends a rotation of the master key: start one process with the property, then remove it. */
@Component
@ConditionalOnProperty("nexnum.privacy.rewrap-at-start")
class RewrapAtStart implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(RewrapAtStart.class);

    private final CustomerKeys keys;
    private final ObjectProvider<Resealed> others;

    RewrapAtStart(CustomerKeys keys, ObjectProvider<Resealed> others) {
        this.keys = keys;
        this.others = others;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        LOG.info("{} customer keys were wrapped with the new master key", keys.rewrap());
        int secrets = others.orderedStream().mapToInt(Resealed::reseal).sum();
        LOG.info("{} other secrets were sealed with the new master key", secrets);
    }
}
