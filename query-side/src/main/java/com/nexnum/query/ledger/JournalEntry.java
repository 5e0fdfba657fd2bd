package com.nexnum.query.ledger;

import static com.nexnum.kernel.wallet.WalletEvent.Direction.CREDIT;
import static com.nexnum.kernel.wallet.WalletEvent.Direction.DEBIT;
import static com.nexnum.query.ledger.Accounts.ADJUSTMENTS;
import static com.nexnum.query.ledger.Accounts.PENALTIES;
import static com.nexnum.query.ledger.Accounts.REVENUE;

import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.wallet.WalletEvent;
import com.nexnum.kernel.wallet.WalletEvent.BalanceAdjusted;
import com.nexnum.kernel.wallet.WalletEvent.ChargeRefunded;
import com.nexnum.kernel.wallet.WalletEvent.Direction;
import com.nexnum.kernel.wallet.WalletEvent.FundsDeposited;
import com.nexnum.kernel.wallet.WalletEvent.FundsHeld;
import com.nexnum.kernel.wallet.WalletEvent.HoldCaptured;
import com.nexnum.kernel.wallet.WalletEvent.HoldReleased;
import com.nexnum.kernel.wallet.WalletEvent.HoldRuledOut;
import com.nexnum.kernel.wallet.WalletEvent.PenaltyCharged;
import com.nexnum.kernel.wallet.WalletEvent.WalletOpened;
import java.util.List;
import java.util.Optional;

/**
 * What the ledger makes of one wallet event. Its postings sum to zero.
 *
 * @param direction how the customer sees it: money for the customer is a credit
 */
record JournalEntry(EntryType type, Direction direction, Money amount, List<Posting> postings) {

    JournalEntry {
        postings = List.copyOf(postings);
        var sum = 0L;
        for (var posting : postings) {
            sum = Math.addExact(sum, posting.micros());
        }
        if (sum != 0 || postings.size() < 2) {
            throw new IllegalStateException("A journal entry does not balance: " + postings);
        }
    }

    /** The entry, or empty when the event moves no money. */
    static Optional<JournalEntry> of(WalletEvent event) {
        var customer = event.walletId().customer();
        var available = Accounts.available(customer);
        var held = Accounts.held(customer);
        return switch (event) {
            case WalletOpened _, HoldRuledOut _ -> Optional.empty();
            case FundsDeposited e ->
                    moved(
                            EntryType.DEPOSIT,
                            CREDIT,
                            e.amount(),
                            Accounts.gateway(e.gateway()),
                            available);
            case FundsHeld e -> moved(EntryType.HOLD, DEBIT, e.amount(), available, held);
            case HoldReleased e -> moved(EntryType.RELEASE, CREDIT, e.amount(), held, available);
            case PenaltyCharged e ->
                    moved(EntryType.PENALTY, DEBIT, e.amount(), available, PENALTIES);
            case BalanceAdjusted e ->
                    switch (e.direction()) {
                        case CREDIT ->
                                moved(
                                        EntryType.ADJUSTMENT,
                                        CREDIT,
                                        e.amount(),
                                        ADJUSTMENTS,
                                        available);
                        case DEBIT ->
                                moved(
                                        EntryType.ADJUSTMENT,
                                        DEBIT,
                                        e.amount(),
                                        available,
                                        ADJUSTMENTS);
                    };
            case HoldCaptured e -> purchase(e, held);
            case ChargeRefunded e -> refund(e, available);
        };
    }

    private static Optional<JournalEntry> moved(
            EntryType type, Direction direction, Money amount, String from, String to) {
        return Optional.of(
                new JournalEntry(
                        type,
                        direction,
                        amount,
                        List.of(
                                new Posting(from, -amount.micros()),
                                new Posting(to, amount.micros()))));
    }

    private static Optional<JournalEntry> purchase(HoldCaptured e, String held) {
        var margin = Math.subtractExact(e.amount().micros(), cost(e.amount(), e.supplierCost()));
        return Optional.of(
                new JournalEntry(
                        EntryType.PURCHASE,
                        DEBIT,
                        e.amount(),
                        List.of(
                                new Posting(held, -e.amount().micros()),
                                new Posting(
                                        Accounts.payable(e.provider()), e.supplierCost().micros()),
                                new Posting(REVENUE, margin))));
    }

    private static Optional<JournalEntry> refund(ChargeRefunded e, String available) {
        var margin = Math.subtractExact(e.amount().micros(), cost(e.amount(), e.supplierCredit()));
        return Optional.of(
                new JournalEntry(
                        EntryType.REFUND,
                        CREDIT,
                        e.amount(),
                        List.of(
                                new Posting(available, e.amount().micros()),
                                new Posting(
                                        Accounts.payable(e.provider()),
                                        -e.supplierCredit().micros()),
                                new Posting(REVENUE, -margin))));
    }

    private static long cost(Money amount, Money supplier) {
        if (amount.currency() != supplier.currency()) {
            throw new IllegalArgumentException(
                    amount.currency() + " and " + supplier.currency() + " do not mix");
        }
        return supplier.micros();
    }
}
