package com.nexnum.command.purchase;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Runs a purchase as its saga is run: some news in one transaction, each step a command that takes
 * effect at once. A crash loses the transaction, but not the commands. When the claim is stolen,
 * the thief begins where the last transaction ended, while the robbed one goes on without knowing:
 * at any later time, as far as it gets, and without being able to save anything.
 */
final class PurchaseRunner {

    private final PurchaseWorld world;
    private final SplittableRandom random;
    private final Runnable meanwhile;
    private final List<PurchasePerformer> robbed = new ArrayList<>();
    private @Nullable PurchasePerformer owner;
    private int until;
    private @Nullable PurchaseProcess saved;
    private int heard;
    private int crashesLeft;
    private int theftsLeft;

    PurchaseRunner(
            PurchaseWorld world,
            SplittableRandom random,
            int crashes,
            int thefts,
            Runnable meanwhile) {
        this.world = world;
        this.random = random;
        this.meanwhile = meanwhile;
        crashesLeft = crashes;
        theftsLeft = thefts;
    }

    boolean hasNews() {
        return heard < world.news.size();
    }

    PurchaseProcess purchase() {
        return Objects.requireNonNull(saved);
    }

    /** Somebody takes one step, whoever it is. */
    void runOnce() {
        if (owner == null) {
            begin();
        } else if (theftsLeft > 0 && random.nextInt(5) == 0) {
            theftsLeft--;
            robbed.add(owner);
            begin();
        }
        if (!robbed.isEmpty() && random.nextInt(3) == 0) {
            robbedTakesStep();
        } else {
            ownerTakesStep();
        }
    }

    /** Those who were robbed wake up last of all, and get as far as they get. */
    void wakeTheRobbed() {
        while (!robbed.isEmpty()) {
            robbedTakesStep();
        }
    }

    private void begin() {
        until = Math.min(world.news.size(), heard + 1 + random.nextInt(4));
        var batch = new ArrayList<Object>();
        for (var news : world.news.subList(heard, until)) {
            batch.add(news);
            if (random.nextInt(6) == 0) {
                batch.add(news);
            }
        }
        owner = new PurchasePerformer(world::carryOut, saved, batch);
    }

    private void ownerTakesStep() {
        var performer = Objects.requireNonNull(owner);
        if (crashesLeft > 0 && random.nextInt(7) == 0) {
            crashesLeft--;
            owner = null;
            return;
        }
        meanwhile.run();
        performer.advance();
        if (performer.isDone()) {
            saved = performer.process();
            heard = until;
            owner = null;
        }
    }

    private void robbedTakesStep() {
        var performer = robbed.get(random.nextInt(robbed.size()));
        meanwhile.run();
        performer.advance();
        if (performer.process() != null
                && performer.process().stage() instanceof Stage.Stuck stuck) {
            throw new AssertionError(stuck);
        }
        if (performer.isDone() || random.nextInt(12) == 0) {
            robbed.remove(performer);
        }
    }
}
