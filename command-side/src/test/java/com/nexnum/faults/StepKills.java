package com.nexnum.faults;

import com.nexnum.faults.Upstream.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;

/**
 * Kills the application before and after each commit and each call of a purchase. A first run tells
 * which there are; then each of them ends one life.
 */
final class StepKills {

    private static final Duration COMES_SOON = Duration.ofSeconds(20);

    /** Only a token moved, or it is no part of a purchase. */
    private static final String ASIDE =
            "(update token_entry[a-z -]*)|.*(sync-prices|reconcil|read-balance|supply_|catalog|session|listing|refresh).*";

    private final Harness harness;
    private final Customer customer;
    private final Set<String> missed = new LinkedHashSet<>();
    private int visited;
    private int runs;

    StepKills(Harness harness) {
        this.harness = harness;
        this.customer = harness.customer("steps-" + harness.random().nextInt(1 << 30));
    }

    /**
     * @param atMost places where it dies; the seed chooses which, when there are more
     */
    void run(Journey journey, int atMost) {
        var all = new ArrayList<>(places(journey));
        Collections.shuffle(all, harness.random());
        var chosen = all.subList(0, Math.min(atMost, all.size()));
        Tally.say(journey + " has " + all.size() + " places to die, of which " + chosen.size());
        for (var place : chosen) {
            visit(journey, place);
        }
    }

    /** How many places were visited, and which never came again. */
    String summary() {
        return "places visited=" + visited + " missed=" + missed.size() + " " + missed;
    }

    int visited() {
        return visited;
    }

    private List<Place> places(Journey journey) {
        harness.app().order("tell");
        harness.upstream().forgetSeen();
        int from = harness.app().log().length();
        lead(journey).join();
        harness.script().calm();
        harness.check(journey + " undisturbed");
        harness.app().order("live");
        var commits = new LinkedHashSet<String>();
        harness.app()
                .log()
                .substring(from)
                .lines()
                .filter(line -> line.startsWith(Points.COMMITS))
                .map(line -> line.substring(Points.COMMITS.length()))
                .filter(commit -> !commit.matches(ASIDE))
                .forEach(commits::add);
        var places = new ArrayList<Place>();
        for (var side : Side.values()) {
            commits.forEach(commit -> places.add(new Place.AtCommit(side, commit)));
            harness.upstream()
                    .seen()
                    .forEach(call -> places.add(new Place.AtCall(new Step(side, call))));
        }
        return places;
    }

    private void visit(Journey journey, Place place) {
        arm(place);
        var purchase = lead(journey);
        boolean died = harness.app().diesWithin(COMES_SOON, () -> purchase.isDone() && isQuiet());
        harness.upstream().harmless();
        if (died) {
            visited++;
            harness.tally().killed("the application " + place);
            harness.startQuickly();
        } else {
            missed.add(place.toString());
            harness.app().order("live");
        }
        purchase.join();
        harness.script().calm();
        harness.check(journey + " " + place);
    }

    private boolean isQuiet() {
        return harness.books().unrest().isEmpty();
    }

    private void arm(Place place) {
        switch (place) {
            case Place.AtCommit(var side, var commit) ->
                    harness.app().order("die " + side + " " + commit);
            case Place.AtCall(var step) ->
                    harness.upstream().deadly(step, () -> harness.app().kill());
        }
    }

    private CompletableFuture<Void> lead(Journey journey) {
        var key = customer.name() + "-" + ++runs;
        RandomGenerator same = new java.util.Random(runs);
        return CompletableFuture.runAsync(
                () -> journey.lead(customer, key, harness.upstream(), same),
                Executors.newVirtualThreadPerTaskExecutor());
    }

    /** Where it dies. */
    sealed interface Place {

        record AtCommit(Side side, String commit) implements Place {
            @Override
            public String toString() {
                return side + " the commit " + commit;
            }
        }

        record AtCall(Step step) implements Place {
            @Override
            public String toString() {
                return step.side() + " the call " + step.call();
            }
        }
    }
}
