package com.nexnum.benchmark.wallet;

import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.kernel.money.Currency;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.wallet.HoldId;
import com.nexnum.kernel.wallet.OperationId;
import com.nexnum.kernel.wallet.WalletEvent;
import com.nexnum.kernel.wallet.WalletEvent.FundsDeposited;
import com.nexnum.kernel.wallet.WalletEvent.FundsHeld;
import com.nexnum.kernel.wallet.WalletEvent.HoldReleased;
import com.nexnum.kernel.wallet.WalletEvent.WalletOpened;
import com.nexnum.kernel.wallet.WalletId;
import java.util.stream.IntStream;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;

/** Events of wallets as commands would have stored them, without the time that commands take. */
final class Past {

    /** So many events for each of so many wallets, their lives side by side. */
    static void write(NexNum nexNum, int wallets, int eventsEach) {
        var engine = nexNum.bean(EventStorageEngine.class);
        var transactions = nexNum.bean(TransactionManager.class);
        for (int i = 0; i < eventsEach; i++) {
            int sequence = i;
            var events =
                    IntStream.range(0, wallets)
                            .mapToObj(wallet -> message(wallet, sequence))
                            .toList();
            transactions.executeInTransaction(() -> engine.appendEvents(events));
        }
    }

    private static GenericDomainEventMessage<WalletEvent> message(int number, int sequence) {
        var wallet = WalletId.of(new CustomerId("cus_p%06d".formatted(number)));
        return new GenericDomainEventMessage<>(
                "Wallet", wallet.value(), sequence, event(wallet, sequence));
    }

    private static WalletEvent event(WalletId wallet, int sequence) {
        if (sequence == 0) {
            return new WalletOpened(
                    wallet, new OperationId("open:" + wallet), wallet.customer(), Currency.USD);
        }
        var hold = new HoldId("hold_" + (sequence - sequence % 3));
        var price = Money.usd("0.15");
        return switch (sequence % 3) {
            case 1 ->
                    new FundsDeposited(
                            wallet,
                            new OperationId("deposit:dep_" + sequence),
                            Money.usd("1.00"),
                            "sandbox");
            case 2 -> new FundsHeld(wallet, new OperationId("hold:" + sequence), hold, price);
            default ->
                    new HoldReleased(
                            wallet,
                            new OperationId("release:" + sequence),
                            new HoldId("hold_" + (sequence - 3)),
                            price);
        };
    }

    private Past() {}
}
