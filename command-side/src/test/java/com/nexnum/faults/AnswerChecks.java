package com.nexnum.faults;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What was acknowledged is there, and nothing between was lost. */
final class AnswerChecks {

    static List<Complaint> told(Evidence evidence) {
        var complaints = new ArrayList<Complaint>();
        var stories = new HashMap<String, Story>();
        Story.of(evidence.events())
                .values()
                .forEach(story -> stories.put(story.activation(), story));
        var told = evidence.told();
        for (var bought : told.bought()) {
            if (!stories.containsKey(bought)) {
                complaints.add(Complaint.lost(bought + " was promised and is not there"));
            }
        }
        for (var cancelled : told.cancelled()) {
            var story = stories.get(cancelled);
            if (story == null || !story.has("activation.cancelled")) {
                complaints.add(Complaint.lost(cancelled + " was cancelled and is not"));
            }
        }
        told.read()
                .forEach((activation, texts) -> {
                    var here = evidence.messages().getOrDefault(activation, Set.of());
                    texts.stream()
                            .filter(text -> !here.contains(text))
                            .forEach(text ->
                                    complaints.add(
                                            Complaint.lost(
                                                    activation + " no longer shows: " + text)));
                });
        told.contradictions().forEach(said -> complaints.add(Complaint.doubled(said)));
        return complaints;
    }

    static List<Complaint> store(Evidence evidence) {
        var complaints = new ArrayList<Complaint>();
        Map<String, Long> last = new HashMap<>();
        for (var event : evidence.events()) {
            long expected = last.getOrDefault(event.stream(), -1L) + 1;
            if (event.sequence() != expected) {
                complaints.add(
                        Complaint.lost(
                                event.stream()
                                        + " goes on at "
                                        + event.sequence()
                                        + ", not at "
                                        + expected));
            }
            last.put(event.stream(), event.sequence());
        }
        evidence.deadLetters()
                .forEach(letter -> complaints.add(Complaint.wrong("Dead: " + letter)));
        return complaints;
    }

    private AnswerChecks() {}
}
