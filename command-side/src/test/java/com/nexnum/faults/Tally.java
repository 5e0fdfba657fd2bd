package com.nexnum.faults;

import com.nexnum.faults.Complaint.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Counts what was done and what was found, and says it in one line. */
final class Tally {

    private final long seed;
    private final List<Complaint> complaints = new ArrayList<>();
    private int kills;
    private int purchases;
    private int checks;
    private boolean replayed;

    Tally(long seed) {
        this.seed = seed;
    }

    synchronized void killed(String what) {
        kills++;
        say("killed " + what);
    }

    synchronized void purchases(int sofar) {
        purchases = sofar;
    }

    synchronized void checked(String after, List<Complaint> found) {
        checks++;
        found.forEach(complaint -> say(after + ": " + complaint.kind() + " " + complaint.what()));
        complaints.addAll(found);
    }

    synchronized void replayed(List<Complaint> found) {
        replayed = true;
        checked("a fresh replay", found);
    }

    synchronized void complain(String what) {
        complaints.add(Complaint.wrong(what));
        say(what);
    }

    static void say(String what) {
        System.out.println("faults: " + what);
    }

    synchronized List<Complaint> complaints() {
        return List.copyOf(complaints);
    }

    /** {@code faults seed=7 kills=12 purchases=300 lost=0 doubled=0}. */
    synchronized String line() {
        long doubled = complaints.stream().filter(c -> c.kind() == Kind.DOUBLED).count();
        return "faults seed=%d kills=%d purchases=%d lost=%d doubled=%d"
                .formatted(seed, kills, purchases, complaints.size() - doubled, doubled);
    }

    synchronized String checkedLine() {
        var all = Arrays.stream(Check.values()).map(Check::says).collect(Collectors.joining("; "));
        return "checked %d times: %s%s"
                .formatted(checks, all, replayed ? "; read models equal a fresh replay" : "");
    }
}
