package com.nexnum.kernel.identity;

import com.nexnum.kernel.language.Named;
import org.axonframework.serialization.Revision;

/** What the ledger and the read models need to know of people; never who they are. */
public sealed interface IdentityEvent {
    CustomerId customerId();

    @Named("identity.user-registered")
    @Revision("1")
    record UserRegistered(CustomerId customerId) implements IdentityEvent {}

    @Named("identity.user-banned")
    @Revision("1")
    record UserBanned(CustomerId customerId, String reason) implements IdentityEvent {}

    /** The customer's key is gone: read models drop what they hold readable. */
    @Named("identity.personal-data-erased")
    @Revision("1")
    record PersonalDataErased(CustomerId customerId) implements IdentityEvent {}
}
