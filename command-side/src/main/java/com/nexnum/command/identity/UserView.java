package com.nexnum.command.identity;

import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.platform.security.Role;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An account as its owner and administrators see it. */
record UserView(
        CustomerId id,
        String email,
        @Nullable String name,
        List<Role> roles,
        boolean banned,
        Instant createdAt) {

    static UserView of(User user) {
        return new UserView(
                user.id(),
                user.email(),
                user.name(),
                user.roles().stream().sorted().toList(),
                user.banned(),
                user.createdAt());
    }
}
