package com.nexnum.command.platform.lanes;

import com.nexnum.command.decision.CommandRejected;
import com.nexnum.command.platform.Decided;
import com.nexnum.command.platform.claims.ClaimConflict;
import com.nexnum.command.platform.claims.ClaimedBefore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.messaging.DefaultInterceptorChain;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.RollbackConfiguration;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/**
 * Carries out commands, all of a batch in one commit. When the commit fails, each command runs
 * again alone; what is not known to have failed is looked up first.
 */
final class LaneWork {

    private static final int ATTEMPTS = 8;
    private static final RollbackConfiguration ALL_BUT_REJECTIONS =
            failure -> !(failure instanceof CommandRejected rejected && rejected.ofExisting());

    private final TransactionManager transactions;
    private final TransactionLog log;
    private final Freshness freshness;
    private final ClaimedBefore claimedBefore;
    private final List<MessageHandlerInterceptor<? super CommandMessage<?>>> interceptors;

    LaneWork(
            TransactionManager transactions,
            TransactionLog log,
            Freshness freshness,
            ClaimedBefore claimedBefore,
            List<MessageHandlerInterceptor<? super CommandMessage<?>>> interceptors) {
        this.transactions = transactions;
        this.log = log;
        this.freshness = freshness;
        this.claimedBefore = claimedBefore;
        this.interceptors = interceptors;
    }

    void carryOut(List<LaneJob<?, ?>> jobs) {
        if (jobs.size() > 1 && together(jobs)) {
            return;
        }
        for (var job : jobs) {
            job.answer(alone(job));
        }
    }

    /** Whether all were carried out and answered. */
    private boolean together(List<LaneJob<?, ?>> jobs) {
        var watch = new CommitWatch(transactions, log);
        var results = new ArrayList<CommandResultMessage<?>>(jobs.size());
        var failure = inOneCommit(jobs, watch, results);
        switch (failure == null ? Fate.COMMITTED : watch.fate()) {
            case UNDONE -> {
                return false;
            }
            case UNKNOWN -> jobs.forEach(job -> job.fail(new OutcomeUnknown(failure)));
            case COMMITTED -> {
                for (int i = 0; i < jobs.size(); i++) {
                    jobs.get(i).answer(results.get(i));
                }
            }
        }
        return true;
    }

    private CommandResultMessage<?> alone(LaneJob<?, ?> job) {
        Throwable last = null;
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            var watch = new CommitWatch(transactions, log);
            var results = new ArrayList<CommandResultMessage<?>>(1);
            last = inOneCommit(List.of(job), watch, results);
            if (last == null) {
                return results.getFirst();
            }
            switch (watch.fate()) {
                case COMMITTED -> {
                    return results.getFirst();
                }
                case UNKNOWN -> {
                    return failed(new OutcomeUnknown(last));
                }
                case UNDONE -> {}
            }
            var repeat = repeated(last);
            if (repeat != null) {
                return repeat;
            }
            if (!watch.begun() && !isConflict(last)) {
                return failed(last);
            }
            freshness.forget(job.aggregateId());
            pause(attempt);
        }
        return failed(new LaneConflict(job.aggregateId(), last));
    }

    /** What went wrong, or null; the results are those of the commands, whatever they are. */
    private @Nullable Throwable inOneCommit(
            List<LaneJob<?, ?>> jobs, CommitWatch watch, List<CommandResultMessage<?>> results) {
        DefaultUnitOfWork<Message<?>> root;
        try {
            root = DefaultUnitOfWork.startAndGet(new GenericMessage<>("lane"));
        } catch (RuntimeException e) {
            return e;
        }
        try {
            root.attachTransaction(watch);
            for (var job : jobs) {
                var unit = DefaultUnitOfWork.startAndGet(job.command());
                var result = handle(job, unit);
                results.add(result);
                var undone = undoing(job, result, Decided.withoutAnEvent(unit));
                if (undone != null) {
                    root.rollback(undone);
                    return undone;
                }
            }
            root.commit();
            return null;
        } catch (RuntimeException | Error e) {
            if (root.isActive()) {
                root.rollback(e);
            }
            return e;
        }
    }

    private <R> CommandResultMessage<R> handle(
            LaneJob<?, R> job, DefaultUnitOfWork<? extends CommandMessage<?>> unit) {
        return GenericCommandResultMessage.asCommandResultMessage(
                unit.<R>executeWithResult(() -> proceed(job, unit), ALL_BUT_REJECTIONS));
    }

    @SuppressWarnings("unchecked") // The handler's result is what the caller asked for.
    private <R> R proceed(LaneJob<?, R> job, DefaultUnitOfWork<? extends CommandMessage<?>> unit)
            throws Exception {
        return (R) new DefaultInterceptorChain<>(unit, interceptors, job.handler()).proceed();
    }

    /**
     * A failure that is no refusal spoils the transaction for its neighbours; a refusal, or a "done
     * before", from a state that another process has moved on is none.
     *
     * @param unchangedAt what an acceptance without an event was decided on
     */
    private @Nullable Throwable undoing(
            LaneJob<?, ?> job, CommandResultMessage<?> result, @Nullable Long unchangedAt) {
        if (result.isExceptional()) {
            var failure = result.exceptionResult();
            return failure instanceof CommandRejected rejected
                    ? ifStale(job, rejected.version())
                    : failure;
        }
        return unchangedAt == null ? null : ifStale(job, unchangedAt);
    }

    private @Nullable Throwable ifStale(LaneJob<?, ?> job, long decidedAt) {
        return freshness.isStale(job.aggregateId(), decidedAt)
                ? new ConcurrencyException("Decided on an old state of " + job.aggregateId())
                : null;
    }

    private @Nullable CommandResultMessage<?> repeated(Throwable failure) {
        if (!(failure instanceof ClaimConflict conflict)) {
            return null;
        }
        return switch (claimedBefore.look(conflict)) {
            case SAME -> new GenericCommandResultMessage<>("done before");
            case OTHER -> failed(new CommandRejected(new OperationReused(conflict.operationId())));
            case NONE -> null;
        };
    }

    private static boolean isConflict(Throwable failure) {
        return failure instanceof ConcurrencyException
                || failure instanceof AggregateStreamCreationException
                || failure instanceof ClaimConflict;
    }

    private static CommandResultMessage<?> failed(Throwable cause) {
        return GenericCommandResultMessage.asCommandResultMessage(cause);
    }

    private static void pause(int attempt) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(1, 4L * attempt + 1));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
