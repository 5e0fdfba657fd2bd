package com.nexnum.command.reconciliation;

import com.nexnum.kernel.money.Money;
import java.math.BigDecimal;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code nexnum.reconciliation.*}.
 *
 * @param every how often a provider's list is compared
 * @param strayAfter for how long a number must be seen in the list without an order before it goes
 *     back
 * @param returnStrays whether it goes back at all: not, where others use the same account
 * @param reviewAbove from which cost in US dollars a person is asked to look
 */
@ConfigurationProperties("nexnum.reconciliation")
record ReconciliationProperties(
        @DefaultValue("60s") Duration every,
        @DefaultValue("3m") Duration strayAfter,
        @DefaultValue("true") boolean returnStrays,
        @DefaultValue("5.00") BigDecimal reviewAbove) {

    ReconciliationProperties {
        if (!every.isPositive()) {
            throw new IllegalArgumentException("nexnum.reconciliation.every must be positive");
        }
        if (strayAfter.compareTo(Duration.ofMinutes(1)) < 0) {
            throw new IllegalArgumentException(
                    "nexnum.reconciliation.stray-after must be at least a minute");
        }
        if (reviewAbove.signum() < 0) {
            throw new IllegalArgumentException(
                    "nexnum.reconciliation.review-above must not be negative");
        }
    }

    Money limit() {
        return Money.usd(reviewAbove.toPlainString());
    }
}
