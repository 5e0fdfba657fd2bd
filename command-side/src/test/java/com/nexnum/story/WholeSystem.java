package com.nexnum.story;

import com.nexnum.command.CommandSide;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * Both sides in one process on a real port and a real PostgreSQL, with the sandbox provider behind
 * real HTTP. Every story says it the same way, so that all of them share one running system.
 */
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        classes = CommandSide.class,
        properties = {
            "nexnum.supply.sandbox.port=0",
            "nexnum.outbound.allowed-networks=127.0.0.0/8",
            "nexnum.supply.sandbox.webhook-secret=" + WholeSystem.WEBHOOK_SECRET,
            "nexnum.catalog.sync-every=300ms",
            "nexnum.deposits.sandbox.delay=100ms",
            "nexnum.purchase.unknown-settles-after=2s",
            "nexnum.identity.demo-accounts=true"
        })
@Import(MovableClock.AsTheOnlyClock.class)
@ContextConfiguration(initializers = FreshDatabase.class)
@interface WholeSystem {
    String WEBHOOK_SECRET = "a-secret-of-the-sandbox";
}
