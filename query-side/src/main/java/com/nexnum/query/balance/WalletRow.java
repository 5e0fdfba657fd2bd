package com.nexnum.query.balance;

import com.nexnum.kernel.money.Currency;
import com.nexnum.kernel.wallet.WalletEvent;
import com.nexnum.kernel.wallet.WalletEvent.WalletOpened;

/**
 * A wallet in a table that is like {@code balance}.
 *
 * @param available in millionths
 * @param held in millionths
 * @param sequence that of the last event counted
 */
public record WalletRow(
        String walletId,
        String customerId,
        Currency currency,
        long available,
        long held,
        long sequence) {

    static WalletRow opened(WalletOpened opened, long sequence) {
        return new WalletRow(
                opened.walletId().value(),
                opened.customerId().value(),
                opened.currency(),
                0,
                0,
                sequence);
    }

    /**
     * @throws IllegalStateException when the event takes what is not there
     */
    WalletRow after(WalletEvent event, long at) {
        var change = BalanceChange.of(event);
        var left = Math.addExact(available, change.available());
        var bound = Math.addExact(held, change.held());
        if (left < 0 || bound < 0) {
            throw new IllegalStateException(
                    "%s cannot pay for event %d: %s".formatted(walletId, at, event));
        }
        return new WalletRow(walletId, customerId, currency, left, bound, at);
    }
}
