package com.nexnum.command.identity;

import com.nexnum.kernel.identity.CustomerId;

/** Sets up what a new customer needs. */
public interface NewCustomers {

    /**
     * Called after the registration is stored, and again at sign-in until it succeeded once, so it
     * must bear a repeat.
     */
    void welcome(CustomerId customerId);
}
