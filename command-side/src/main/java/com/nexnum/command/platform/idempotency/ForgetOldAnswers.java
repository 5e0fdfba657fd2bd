package com.nexnum.command.platform.idempotency;

import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** A key may be used anew {@code nexnum.idempotency.keep} after its first use. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class ForgetOldAnswers {

    private final IdempotencyRecords records;
    private final Clock clock;
    private final Duration keep;

    ForgetOldAnswers(IdempotencyRecords records, Clock clock, IdempotencyProperties properties) {
        this.records = records;
        this.clock = clock;
        this.keep = properties.keep();
    }

    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT1M")
    void forget() {
        records.forgetBefore(clock.instant().minus(keep));
    }
}
