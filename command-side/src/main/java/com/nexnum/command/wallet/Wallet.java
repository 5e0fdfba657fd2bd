package com.nexnum.command.wallet;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.nexnum.command.decision.CommandRejected;
import com.nexnum.command.decision.Decision.Accepted;
import com.nexnum.command.decision.Decision.Rejected;
import com.nexnum.command.platform.OperationClaims;
import com.nexnum.command.wallet.WalletCommand.AdjustBalance;
import com.nexnum.command.wallet.WalletCommand.CaptureHold;
import com.nexnum.command.wallet.WalletCommand.ChargePenalty;
import com.nexnum.command.wallet.WalletCommand.DepositFunds;
import com.nexnum.command.wallet.WalletCommand.HoldFunds;
import com.nexnum.command.wallet.WalletCommand.OpenWallet;
import com.nexnum.command.wallet.WalletCommand.RefundCharge;
import com.nexnum.command.wallet.WalletCommand.ReleaseHold;
import com.nexnum.command.wallet.WalletCommand.RuleOutHold;
import com.nexnum.command.wallet.WalletRejection.OperationReused;
import com.nexnum.kernel.wallet.WalletEvent;
import com.nexnum.kernel.wallet.WalletId;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * The Axon shell around {@link WalletDecider}: it routes, claims, applies and replays, and decides
 * nothing. The revision is that of its snapshots.
 */
@Aggregate(cache = "aggregateCache", snapshotTriggerDefinition = "snapshots")
@Revision("1")
final class Wallet {

    @SuppressWarnings("UnusedVariable") // Axon and snapshots read it.
    @AggregateIdentifier
    @JsonProperty
    private @Nullable WalletId id;

    @JsonProperty private WalletState state = new WalletState.Unopened();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void on(OpenWallet command, OperationClaims claims) {
        carry(command, claims);
    }

    @CommandHandler
    void on(DepositFunds command, OperationClaims claims) {
        carry(command, claims);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void on(HoldFunds command, OperationClaims claims) {
        carry(command, claims);
    }

    @CommandHandler
    void on(CaptureHold command, OperationClaims claims) {
        carry(command, claims);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void on(ReleaseHold command, OperationClaims claims) {
        carry(command, claims);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void on(RuleOutHold command, OperationClaims claims) {
        carry(command, claims);
    }

    @CommandHandler
    void on(RefundCharge command, OperationClaims claims) {
        carry(command, claims);
    }

    @CommandHandler
    void on(ChargePenalty command, OperationClaims claims) {
        carry(command, claims);
    }

    @CommandHandler
    void on(AdjustBalance command, OperationClaims claims) {
        carry(command, claims);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void on(WouldAdjust question, OperationClaims claims) {
        if (WalletDecider.decide(question.adjustment(), state) instanceof Rejected(var reason)) {
            refuse(question.adjustment(), reason, claims);
        }
    }

    @EventSourcingHandler
    void on(WalletEvent event) {
        id = event.walletId();
        state = WalletState.evolve(state, event);
    }

    private void carry(WalletCommand command, OperationClaims claims) {
        switch (WalletDecider.decide(command, state)) {
            case Accepted(var events) when events.isEmpty() -> {}
            case Accepted(var events) -> {
                claims.claim(
                        command.walletId().value(),
                        command.operationId().value(),
                        command.content());
                events.forEach(AggregateLifecycle::apply);
            }
            case Rejected(var reason) -> refuse(command, reason, claims);
        }
    }

    /** A late repeat of what the state has forgotten is a repeat still, not a refusal. */
    private static void refuse(
            WalletCommand command, WalletRejection reason, OperationClaims claims) {
        var done = claims.content(command.walletId().value(), command.operationId().value());
        if (done.isEmpty()) {
            throw new CommandRejected(reason);
        }
        if (!done.get().equals(command.content())) {
            throw new CommandRejected(new OperationReused(command.operationId()));
        }
    }

    Wallet() {}
}
