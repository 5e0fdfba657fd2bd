package com.nexnum.command.deposit;

import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.kernel.money.Money;
import java.time.Instant;

/** Money that a customer asked a gateway to bring. */
public record Deposit(
        DepositId id,
        CustomerId customerId,
        Money amount,
        String gateway,
        Status status,
        Instant createdAt) {

    /** Where a deposit stands. */
    public enum Status {
        PENDING,
        CONFIRMED,
        FAILED
    }

    /** Whether both ask for the same. */
    boolean asks(Deposit other) {
        return customerId.equals(other.customerId)
                && amount.equals(other.amount)
                && gateway.equals(other.gateway);
    }
}
