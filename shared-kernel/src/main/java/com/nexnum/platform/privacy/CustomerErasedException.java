package com.nexnum.platform.privacy;

import com.nexnum.kernel.identity.CustomerId;

/** Somebody tried to seal new personal data for a customer who was erased; no key comes back. */
public final class CustomerErasedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CustomerErasedException(CustomerId customer) {
        super("The personal data of " + customer + " was erased; nothing more is sealed for it");
    }
}
