package com.nexnum.command.identity;

import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.kernel.identity.IdentityEvent.UserRegistered;
import com.nexnum.platform.ids.TimeOrderedIds;
import com.nexnum.platform.security.Role;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes accounts. */
@Component
final class Registration {

    private final Users users;
    private final PasswordHashing hashing;
    private final IdentityEvents events;
    private final NewCustomers newCustomers;
    private final TransactionTemplate transactions;
    private final TimeOrderedIds ids;
    private final Clock clock;

    Registration(
            Users users,
            PasswordHashing hashing,
            IdentityEvents events,
            NewCustomers newCustomers,
            TransactionTemplate transactions,
            TimeOrderedIds ids,
            Clock clock) {
        this.users = users;
        this.hashing = hashing;
        this.events = events;
        this.newCustomers = newCustomers;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * @return nothing when the e-mail address has an account
     */
    Optional<User> register(String email, String password, @Nullable String name, Set<Role> roles) {
        var hash = hashing.hash(password);
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var user =
                new User(new CustomerId(ids.next("cus_")), email, name, roles, false, false, now);
        if (!stored(user, hash)) {
            return Optional.empty();
        }
        welcome(user);
        return Optional.of(user);
    }

    /** Does what is still to be done for a new customer; nothing later on. */
    void welcome(User user) {
        if (!user.welcomed()) {
            newCustomers.welcome(user.id());
            users.welcomed(user.id(), clock.instant());
        }
    }

    private boolean stored(User user, String hash) {
        return Objects.requireNonNull(
                transactions.execute(_ -> {
                    var added = users.add(user, hash);
                    if (added) {
                        events.publish(new UserRegistered(user.id()));
                    }
                    return added;
                }));
    }
}
