package com.nexnum.command.identity;

import com.nexnum.kernel.identity.IdentityEvent;

/** Where identity tells the rest what happened; called inside the transaction of the change. */
public interface IdentityEvents {

    void publish(IdentityEvent event);
}
