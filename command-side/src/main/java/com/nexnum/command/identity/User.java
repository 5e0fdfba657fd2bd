package com.nexnum.command.identity;

import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.platform.security.Role;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An account, without its password. */
record User(
        CustomerId id,
        String email,
        @Nullable String name,
        Set<Role> roles,
        boolean banned,
        boolean welcomed,
        Instant createdAt) {

    User {
        roles = Set.copyOf(roles);
    }
}
