package com.nexnum.command.purchase;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.saga.Saga;
import org.jspecify.annotations.Nullable;

/**
 * Lets the purchases of one batch of events go on at the same time, so that their commands share
 * commits. The batch ends when each has got as far as it can; before that nothing of it is stored.
 * An event that failed so is handled by itself from then on, and fails by itself.
 */
final class SideBySide implements MessageHandlerInterceptor<EventMessage<?>> {

    private static final String BATCH = SideBySide.class.getName();

    private final Cache<String, Boolean> failed = Caffeine.newBuilder().maximumSize(10_000).build();

    @Override
    public @Nullable Object handle(
            UnitOfWork<? extends EventMessage<?>> unit, InterceptorChain chain) throws Exception {
        unit.getOrComputeResource(BATCH, _ -> begin(unit));
        return chain.proceed();
    }

    /** Registered before any saga registers to be stored, and so called before it. */
    private Batch begin(UnitOfWork<?> unit) {
        var batch = new Batch();
        unit.onPrepareCommit(_ -> batch.end());
        // Who tries again must not meet those of this time still under way.
        unit.onRollback(_ -> batch.settle());
        return batch;
    }

    /** Whether the end of the batch awaits that saga; when not, it has to be awaited at once. */
    static boolean awaits(Saga<PurchaseSaga> saga) {
        if (!CurrentUnitOfWork.isStarted()) {
            return false;
        }
        var unit = CurrentUnitOfWork.get();
        Batch batch = unit.getResource(BATCH);
        return batch != null && batch.awaits(unit.getMessage().getIdentifier(), saga);
    }

    private final class Batch {

        private final List<UnderWay> all = new ArrayList<>();

        private record UnderWay(String event, Saga<PurchaseSaga> saga) {}

        boolean awaits(String event, Saga<PurchaseSaga> saga) {
            return failed.getIfPresent(event) == null && all.add(new UnderWay(event, saga));
        }

        void end() {
            var failure = settle();
            if (failure != null) {
                throw failure;
            }
        }

        /** Waits for all; a failure of one of them, or null. */
        @Nullable RuntimeException settle() {
            RuntimeException failure = null;
            for (var one : all) {
                try {
                    one.saga().execute(PurchaseSaga::arrive);
                } catch (RuntimeException e) {
                    failed.put(one.event(), true);
                    failure = e;
                }
            }
            return failure;
        }
    }
}
