package com.nexnum.platform.security;

import com.nexnum.kernel.identity.CustomerId;
import java.util.Set;

/** Who is calling; an endpoint that takes one as a parameter needs a signed-in caller. */
public record Caller(CustomerId customerId, Set<Role> roles) {

    public Caller {
        roles = Set.copyOf(roles);
    }
}
