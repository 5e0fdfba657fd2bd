package com.nexnum.faults;

import com.nexnum.faults.Evidence.Balance;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Every amount is somewhere, once. */
final class MoneyChecks {

    static List<Complaint> money(Evidence evidence) {
        var complaints = new ArrayList<Complaint>();
        evidence.postings()
                .forEach((currency, sum) -> {
                    if (sum != 0) {
                        complaints.add(
                                Complaint.lost("The ledger sums to " + sum + " " + currency));
                    }
                });
        var folded = fold(evidence.events(), complaints);
        if (evidence.postings().isEmpty() && !folded.isEmpty()) {
            complaints.add(Complaint.pending("The ledger has no posting"));
        }
        if (!folded.equals(evidence.balances())) {
            folded.forEach((wallet, balance) -> {
                if (!balance.equals(evidence.balances().get(wallet))) {
                    complaints.add(
                            Complaint.pending(
                                    wallet
                                            + " should show "
                                            + balance
                                            + " and shows "
                                            + evidence.balances().get(wallet)));
                }
            });
            if (complaints.isEmpty()) {
                complaints.add(Complaint.wrong("There are balances of unknown wallets"));
            }
        }
        return complaints;
    }

    /** The sums, written once more: the product's own fold is not asked. */
    private static Map<String, Balance> fold(List<StoredEvent> events, List<Complaint> complaints) {
        var wallets = new HashMap<String, Balance>();
        for (var event : events) {
            if (event.name().startsWith("wallet.")) {
                var before = wallets.getOrDefault(event.stream(), new Balance(0, 0));
                var after = after(before, event);
                if (after.available() < 0 || after.held() < 0) {
                    complaints.add(
                            Complaint.wrong(
                                    event.stream() + " is below zero at " + event.sequence()));
                }
                wallets.put(event.stream(), after);
            }
        }
        return wallets;
    }

    private static Balance after(Balance before, StoredEvent event) {
        long amount = event.micros();
        return switch (event.name()) {
            case "wallet.opened", "wallet.hold-ruled-out" -> before;
            case "wallet.funds-deposited", "wallet.charge-refunded" -> before.plus(amount, 0);
            case "wallet.funds-held" -> before.plus(-amount, amount);
            case "wallet.hold-captured" -> before.plus(0, -amount);
            case "wallet.hold-released" -> before.plus(amount, -amount);
            default -> throw new IllegalStateException("No fault makes " + event.name());
        };
    }

    private MoneyChecks() {}
}
