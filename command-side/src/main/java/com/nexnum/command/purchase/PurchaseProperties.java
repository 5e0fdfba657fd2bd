package com.nexnum.command.purchase;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How purchases are made.
 *
 * @param unknownSettlesAfter how long a number may take to turn up in a provider's list before a
 *     purchase with an unknown outcome counts as not made
 * @param unknownGivesUpAfter when a purchase counts as not made even though its provider's list
 *     could not be read; not shorter than providers let a number live
 * @param lateNumbersSoughtFor how long after an attempt that counts as not made its number is still
 *     looked for, to be given back; not shorter than providers let a number live
 * @param defaultWait how long a purchase request waits for its number when the client says nothing
 * @param longestWait the most that a client may ask for
 */
@ConfigurationProperties("nexnum.purchase")
public record PurchaseProperties(
        @DefaultValue("90s") Duration unknownSettlesAfter,
        @DefaultValue("30m") Duration unknownGivesUpAfter,
        @DefaultValue("30m") Duration lateNumbersSoughtFor,
        @DefaultValue("10s") Duration defaultWait,
        @DefaultValue("60s") Duration longestWait) {

    public PurchaseProperties {
        if (unknownSettlesAfter.isNegative() || unknownSettlesAfter.isZero()) {
            throw new IllegalArgumentException(
                    "nexnum.purchase.unknown-settles-after must be positive");
        }
        if (unknownGivesUpAfter.compareTo(unknownSettlesAfter) < 0) {
            throw new IllegalArgumentException(
                    "nexnum.purchase.unknown-gives-up-after must not be shorter than unknown-settles-after");
        }
        if (!lateNumbersSoughtFor.isPositive()) {
            throw new IllegalArgumentException(
                    "nexnum.purchase.late-numbers-sought-for must be positive");
        }
        if (!defaultWait.isPositive()) {
            throw new IllegalArgumentException("nexnum.purchase.default-wait must be positive");
        }
        if (longestWait.compareTo(defaultWait) < 0) {
            throw new IllegalArgumentException(
                    "nexnum.purchase.longest-wait must not be shorter than default-wait");
        }
    }
}
