package com.nexnum.query.ledger;

import com.nexnum.kernel.wallet.WalletEvent.Direction;
import com.nexnum.platform.web.Amount;
import java.time.Instant;

/**
 * One movement of money, as its customer sees it.
 *
 * @param direction CREDIT adds to what is available, DEBIT takes from the customer's money
 * @param balanceAfter what was available afterwards
 * @param heldAfter what was held afterwards
 * @param reference the order that it belongs to, else the operation that caused it
 */
public record TransactionView(
        String id,
        EntryType type,
        Amount amount,
        Direction direction,
        Amount balanceAfter,
        Amount heldAfter,
        Instant createdAt,
        String reference) {}
