package com.nexnum.story;

import com.nexnum.platform.database.TestDatabase;
import com.nexnum.platform.privacy.TestKeyset;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** An empty database for each running system. */
final class FreshDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(
                        "nexnum.database.url=" + TestDatabase.empty().url(),
                        "nexnum.database.username=postgres",
                        "nexnum.privacy.master-keyset=" + TestKeyset.base64())
                .applyTo(context);
    }
}
