package com.nexnum.command.purchase;

import com.nexnum.platform.web.Problem;

/** How a purchase that failed looks to a client. */
final class PurchaseFailures {

    static Problem problem(String reason) {
        return switch (reason) {
            case PurchaseProcess.INSUFFICIENT_FUNDS ->
                    Problem.of(
                            402,
                            "INSUFFICIENT_FUNDS",
                            "The wallet does not cover the price; deposit first.");
            case PurchaseProcess.NO_NUMBERS ->
                    Problem.of(
                            409,
                            "NO_NUMBERS",
                            "No number is to be had for this service and country now; nothing was"
                                    + " charged.");
            case PurchaseProcess.NOT_SOLD ->
                    Problem.of(
                            502,
                            "PROVIDER_FAILED",
                            "The provider did not deliver; nothing was charged. Try again.");
            default ->
                    Problem.of(
                            409,
                            "PURCHASE_REFUSED",
                            "The purchase was refused; nothing was charged.");
        };
    }

    private PurchaseFailures() {}
}
