package com.nexnum.command.routing;

import com.nexnum.command.routing.learning.Judge;
import com.nexnum.kernel.money.Currency;
import com.nexnum.kernel.money.Money;
import java.math.BigDecimal;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How providers are compared.
 *
 * @param halfLife after which an outcome counts half
 * @param patience an SMS that takes this long is worth half of one that comes at once
 * @param attemptCost in dollars: what a number costs a customer beside its price
 * @param qualityHeadroomPercent how far above the best price a customer goes who asks for quality
 *     and names no limit
 */
@ConfigurationProperties("nexnum.routing")
record RoutingProperties(
        @DefaultValue("3h") Duration halfLife,
        @DefaultValue("2m") Duration patience,
        @DefaultValue("0.02") BigDecimal attemptCost,
        @DefaultValue("100") int qualityHeadroomPercent) {

    RoutingProperties {
        require(halfLife.isPositive(), "half-life must be positive");
        require(patience.isPositive(), "patience must be positive");
        require(
                attemptCost.signum() >= 0 && attemptCost.compareTo(BigDecimal.TEN) <= 0,
                "attempt-cost must be 0 to 10");
        require(
                qualityHeadroomPercent >= 0 && qualityHeadroomPercent <= 1_000,
                "quality-headroom-percent must be 0 to 1000");
    }

    RouteTerms terms() {
        var cost = Money.parse(attemptCost.toPlainString(), Currency.USD);
        return new RouteTerms(new Judge(halfLife, patience, cost), qualityHeadroomPercent);
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException("nexnum.routing." + rule);
        }
    }
}
