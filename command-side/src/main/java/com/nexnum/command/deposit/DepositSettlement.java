package com.nexnum.command.deposit;

import com.nexnum.command.deposit.Deposit.Status;
import com.nexnum.command.deposit.GatewayCallback.Failed;
import com.nexnum.command.deposit.GatewayCallback.Succeeded;
import com.nexnum.command.deposit.GatewayCallback.Unreadable;
import com.nexnum.command.deposit.GatewayCallback.Untrusted;
import com.nexnum.command.wallet.WalletCommand.DepositFunds;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.wallet.WalletId;
import com.nexnum.platform.web.Problem;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Brings the money of a believed callback into the wallet. The wallet comes first and takes a
 * deposit once, so a crash before the table knows is mended by the gateway's next callback.
 */
@Component
class DepositSettlement {

    private static final long WAIT_SECONDS = 20;

    private final Deposits deposits;
    private final CommandGateway commands;
    private final Clock clock;

    DepositSettlement(Deposits deposits, CommandGateway commands, Clock clock) {
        this.deposits = deposits;
        this.commands = commands;
        this.clock = clock;
    }

    /**
     * @throws com.nexnum.platform.web.ProblemException when the callback is not believed, not
     *     understood, or speaks of another deposit than was asked
     */
    void settle(String gateway, GatewayCallback callback) {
        switch (callback) {
            case Untrusted(var why) -> throw Problem.of(401, "SIGNATURE_INVALID", why).raised();
            case Unreadable(var why) -> throw Problem.of(400, "CALLBACK_INVALID", why).raised();
            case Failed(var id) -> deposits.fail(asked(gateway, id).id(), clock.instant());
            case Succeeded(var id, var amount, var reference) ->
                    bring(asked(gateway, id), amount, reference);
        }
    }

    private void bring(Deposit deposit, Money amount, @Nullable String reference) {
        if (!deposit.amount().equals(amount)) {
            throw Problem.of(409, "DEPOSIT_MISMATCH", "Another amount was asked for").raised();
        }
        if (deposit.status() == Status.CONFIRMED) {
            return;
        }
        if (reference != null && !deposits.pays(deposit, reference)) {
            throw Problem.of(
                            409,
                            "PAYMENT_MISMATCH",
                            "Another deposit was paid by this, or this by another")
                    .raised();
        }
        commands.sendAndWait(
                new DepositFunds(
                        WalletId.of(deposit.customerId()),
                        deposit.id().operation(),
                        amount,
                        deposit.gateway()),
                WAIT_SECONDS,
                TimeUnit.SECONDS);
        deposits.confirm(deposit.id(), clock.instant());
    }

    private Deposit asked(String gateway, DepositId id) {
        return deposits.find(id)
                .filter(deposit -> deposit.gateway().equals(gateway))
                .orElseThrow(() ->
                        Problem.of(404, "DEPOSIT_NOT_FOUND", "There is no such deposit").raised());
    }
}
