package com.nexnum.command.purchase;

import com.nexnum.command.decision.Rejection;
import com.nexnum.kernel.activation.ActivationEvent.ActivationCancelled;
import com.nexnum.kernel.activation.ActivationEvent.ActivationCompleted;
import com.nexnum.kernel.activation.ActivationEvent.ActivationExpired;
import com.nexnum.kernel.activation.ActivationEvent.ActivationRequested;
import com.nexnum.kernel.purchase.PurchaseEvent.OrderFulfilled;
import com.nexnum.kernel.purchase.PurchaseEvent.SupplyRefused;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One process at work on some news of a purchase, one command at a time. */
final class PurchasePerformer {

    private final Function<Object, Optional<? extends Rejection>> world;
    private final List<Object> batch;
    private @Nullable PurchaseProcess process;
    private int heard;

    PurchasePerformer(
            Function<Object, Optional<? extends Rejection>> world,
            @Nullable PurchaseProcess saved,
            List<Object> batch) {
        this.world = world;
        this.process = saved;
        this.batch = List.copyOf(batch);
        hearUntilThereIsSomethingToSend();
    }

    boolean isDone() {
        return heard == batch.size() && command().isEmpty();
    }

    @Nullable PurchaseProcess process() {
        return process;
    }

    /** Sends one command. */
    void advance() {
        var now = process;
        var command = command();
        if (now == null || command.isEmpty()) {
            return;
        }
        var refusal = world.apply(command.get());
        process = refusal.isPresent() ? now.refused(refusal.get()) : now.accepted();
        hearUntilThereIsSomethingToSend();
    }

    private void hearUntilThereIsSomethingToSend() {
        while (heard < batch.size() && command().isEmpty()) {
            process = hear(process, batch.get(heard++));
        }
    }

    private Optional<Object> command() {
        return process != null && process.step() instanceof Step.Send(var command)
                ? Optional.of(command)
                : Optional.empty();
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
}
