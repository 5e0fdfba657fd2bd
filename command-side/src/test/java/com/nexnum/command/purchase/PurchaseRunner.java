package com.nexnum.command.purchase;

import com.nexnum.kernel.activation.ActivationEvent.ActivationCancelled;
import com.nexnum.kernel.activation.ActivationEvent.ActivationCompleted;
import com.nexnum.kernel.activation.ActivationEvent.ActivationExpired;
import com.nexnum.kernel.activation.ActivationEvent.ActivationRequested;
import com.nexnum.kernel.purchase.PurchaseEvent.OrderFulfilled;
import com.nexnum.kernel.purchase.PurchaseEvent.SupplyRefused;
import java.util.Objects;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Runs a purchase as its saga does: some news in one transaction, each step a command that takes
 * effect at once. In a crash the transaction is lost, the commands are not.
 */
final class PurchaseRunner {

    private final PurchaseWorld world;
    private final SplittableRandom random;
    private final Runnable meanwhile;
    private @Nullable PurchaseProcess saved;
    private int heard;
    private int crashesLeft;

    PurchaseRunner(PurchaseWorld world, SplittableRandom random, int crashes, Runnable meanwhile) {
        this.world = world;
        this.random = random;
        this.meanwhile = meanwhile;
        crashesLeft = crashes;
    }

    boolean hasNews() {
        return heard < world.news.size();
    }

    PurchaseProcess purchase() {
        return Objects.requireNonNull(saved);
    }

    void runOnce() {
        try {
            int until = Math.min(world.news.size(), heard + 1 + random.nextInt(4));
            var process = saved;
            for (int i = heard; i < until; i++) {
                process = perform(hear(process, world.news.get(i)));
                if (process != null && random.nextInt(6) == 0) {
                    process = perform(hear(process, world.news.get(i)));
                }
            }
            saved = process;
            heard = until;
        } catch (Crash _) {
            crashesLeft--;
        }
    }

    private static @Nullable PurchaseProcess hear(@Nullable PurchaseProcess process, Object news) {
        if (process == null) {
            return news instanceof ActivationRequested request
                    ? PurchaseProcess.start(request, PurchaseStory.NOON)
                    : null;
        }
        return switch (news) {
            case SupplyRefused refusal -> process.after(refusal);
            case OrderFulfilled sold -> process.after(sold);
            case ActivationCancelled _ -> process.afterEndWithoutSms("CANCELLED");
            case ActivationExpired expired ->
                    expired.smsReceived()
                            ? process.afterEndWithSms()
                            : process.afterEndWithoutSms("EXPIRED");
            case ActivationCompleted _ -> process.afterEndWithSms();
            default -> process;
        };
    }

    private @Nullable PurchaseProcess perform(@Nullable PurchaseProcess process) {
        var now = process;
        while (now != null && now.step() instanceof Step.Send(var command)) {
            perhapsCrash();
            meanwhile.run();
            var refusal = world.carryOut(command);
            now = refusal.isPresent() ? now.refused(refusal.get()) : now.accepted();
            perhapsCrash();
        }
        return now;
    }

    private void perhapsCrash() {
        if (crashesLeft > 0 && random.nextInt(7) == 0) {
            throw new Crash();
        }
    }

    private static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
