package com.nexnum.platform.privacy;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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

    RewrapAtStart(CustomerKeys keys) {
        this.keys = keys;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        LOG.info("{} customer keys were wrapped with the new master key", keys.rewrap());
    }
}
