package com.nexnum.command.catalog;

import com.nexnum.kernel.money.Money;

/** What customers pay for what a provider asks; rounded up to a hundredth of a cent. */
record Margin(int markupPercent) {

    private static final long STEP_MICROS = 100;

    Money priceFor(Money cost) {
        long hundredths = Math.multiplyExact(cost.micros(), 100L + markupPercent);
        long exact = Math.ceilDiv(hundredths, 100L);
        long rounded = Math.multiplyExact(Math.ceilDiv(exact, STEP_MICROS), STEP_MICROS);
        return new Money(cost.currency(), rounded);
    }
}
