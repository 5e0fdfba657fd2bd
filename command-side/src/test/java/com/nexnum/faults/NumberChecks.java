package com.nexnum.faults;

import com.nexnum.command.supply.sandbox.Sale.State;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What must be true between the provider's books and ours. */
final class NumberChecks {

    static List<Complaint> numbers(Evidence evidence) {
        var complaints = new ArrayList<Complaint>();
        var ours = ours(evidence, complaints);
        for (var sold : evidence.sold()) {
            var story = ours.remove(sold.name());
            if (story != null) {
                held(sold, story, complaints);
            } else if (!sold.forgotten() && !isBack(sold)) {
                complaints.add(Complaint.pending(sold.name() + " was sold and serves nobody"));
            }
        }
        ours.forEach((name, story) ->
                complaints.add(
                        Complaint.wrong(
                                story.activation() + " has " + name + ", which nobody sold")));
        return complaints;
    }

    private static Map<String, Story> ours(Evidence evidence, List<Complaint> complaints) {
        var ours = new HashMap<String, Story>();
        for (var story : Story.of(evidence.events()).values()) {
            for (var number : story.numbers()) {
                var other = ours.put(number, story);
                if (other != null) {
                    complaints.add(
                            Complaint.doubled(
                                    number
                                            + " serves "
                                            + story.activation()
                                            + " and "
                                            + other.activation()));
                }
            }
        }
        return ours;
    }

    private static void held(SoldNumber sold, Story story, List<Complaint> complaints) {
        boolean cancelled = story.has("activation.cancelled");
        if (cancelled && !sold.forgotten() && !isBack(sold)) {
            complaints.add(Complaint.lost(sold.name() + " was cancelled here and not there"));
        }
        if (!cancelled && sold.state() == State.CANCELLED) {
            complaints.add(Complaint.pending(sold.name() + " was cancelled there and not here"));
        }
    }

    private static boolean isBack(SoldNumber sold) {
        return sold.state() == State.CANCELLED || sold.state() == State.EXPIRED;
    }

    static List<Complaint> messages(Evidence evidence) {
        var complaints = new ArrayList<Complaint>();
        var stories = ours(evidence, new ArrayList<>());
        for (var sold : evidence.sold()) {
            var story = stories.get(sold.name());
            if (story != null && story.isLive() && !sold.forgotten()) {
                var here = evidence.messages().getOrDefault(story.activation(), Set.of());
                for (var sms : sold.arrived()) {
                    if (!here.contains(sms.text()) && !here.contains(sms.code())) {
                        complaints.add(
                                Complaint.pending(
                                        story.activation() + " did not get: " + sms.text()));
                    }
                }
            }
        }
        return complaints;
    }

    private NumberChecks() {}
}
