package com.nexnum.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What must be true of each purchase alone. */
final class PurchaseChecks {

    /** The rest may come more than once: attempts, SMS, cancellations that were refused. */
    private static final Set<String> ONCE =
            Set.of(
                    "activation.requested",
                    "activation.number-assigned",
                    "activation.cancelled",
                    "activation.expired",
                    "activation.completed",
                    "activation.failed",
                    "purchase.order-placed",
                    "purchase.order-fulfilled",
                    "purchase.order-failed",
                    "purchase.order-refunded",
                    "wallet.funds-held",
                    "wallet.hold-captured",
                    "wallet.hold-released",
                    "wallet.charge-refunded");

    static List<Complaint> once(Evidence evidence) {
        var complaints = new ArrayList<Complaint>();
        for (var story : Story.of(evidence.events()).values()) {
            story.happened()
                    .forEach((name, times) -> {
                        if (times > 1 && ONCE.contains(name)) {
                            complaints.add(
                                    Complaint.doubled(
                                            story.activation()
                                                    + " has "
                                                    + times
                                                    + " times "
                                                    + name));
                        }
                    });
            if (story.has("wallet.hold-captured") && story.has("wallet.hold-released")) {
                complaints.add(Complaint.doubled(story.activation() + " was charged and let go"));
            }
        }
        return complaints;
    }

    static List<Complaint> ends(Evidence evidence) {
        var complaints = new ArrayList<Complaint>();
        for (var story : Story.of(evidence.events()).values()) {
            boolean assigned = story.has("activation.number-assigned");
            boolean failed = story.has("activation.failed");
            var id = story.activation();
            if (!assigned && !failed) {
                complaints.add(Complaint.pending(id + " has neither a number nor failed"));
            } else if (assigned && failed) {
                complaints.add(Complaint.wrong(id + " has a number and failed"));
            } else {
                ended(story, assigned, complaints);
            }
        }
        return complaints;
    }

    private static void ended(Story story, boolean assigned, List<Complaint> complaints) {
        var id = story.activation();
        if (assigned != story.has("purchase.order-fulfilled")) {
            complaints.add(Complaint.lost(id + ": number and receipt disagree"));
        }
        if (assigned != story.has("wallet.hold-captured")) {
            complaints.add(Complaint.lost(id + ": number and charge disagree"));
        }
        boolean held = story.has("wallet.funds-held");
        if (!assigned && held != story.has("wallet.hold-released")) {
            complaints.add(Complaint.lost(id + " failed and keeps its hold"));
        }
        if (!assigned && story.has("purchase.order-placed") != story.has("purchase.order-failed")) {
            complaints.add(Complaint.lost(id + " failed and its order did not"));
        }
    }

    static List<Complaint> refunds(Evidence evidence) {
        var complaints = new ArrayList<Complaint>();
        for (var story : Story.of(evidence.events()).values()) {
            var id = story.activation();
            boolean refunded = story.has("wallet.charge-refunded");
            if (story.owesRefund() && !refunded) {
                complaints.add(Complaint.pending(id + " is to be refunded"));
            }
            if (refunded && !story.owesRefund()) {
                complaints.add(Complaint.wrong(id + " was refunded for nothing"));
            }
            if (refunded != story.has("purchase.order-refunded")) {
                complaints.add(Complaint.pending(id + ": refund and receipt disagree"));
            }
        }
        return complaints;
    }

    private PurchaseChecks() {}
}
